// The machine as text, at the left.

import { expect, type Locator, type Page } from '@playwright/test';
import type { Visitor } from './visitor.ts';

/** Parts below which the editor indents the next line. */
const HOLDS = /^(?:\S+: )?(?:socket|host|port|switch|bridge|vmd|orphans)\b/;

export class TextPanel {
  readonly #page: Page;
  readonly #visitor: Visitor;
  /** Of the line typed last: where the editor begins the next one. */
  #next = 0;

  constructor(visitor: Visitor) {
    this.#page = visitor.page;
    this.#visitor = visitor;
  }

  get panel(): Locator {
    return this.#page.getByRole('tabpanel', { name: 'Text' });
  }
  get box(): Locator {
    return this.#page.getByRole('textbox', { name: 'The machine as text' });
  }
  /** Lines as the editor shows them. */
  line(text: string | RegExp): Locator {
    return this.box.locator('.cm-line').filter({ hasText: text });
  }
  /** Lines of what is selected. */
  get marked(): Locator {
    return this.box.locator('.marked-line');
  }
  get options(): Locator {
    return this.panel.getByRole('listbox');
  }
  option(name: string): Locator {
    return this.options.getByRole('option', { name });
  }
  get problems(): Locator {
    return this.page.getByRole('region', { name: 'Problems in the text' });
  }
  get page(): Page {
    return this.#page;
  }

  /** A machine with nothing in it, and the cursor at the end of its text. */
  async startDrawing(): Promise<void> {
    await this.#visitor.command('new machine');
    await expect(this.box).toBeFocused();
    await this.#page.keyboard.press('ControlOrMeta+End');
    this.#next = 0;
  }

  /**
   * Types a line at that depth and goes on to the next. What is in brackets is taken from the list of
   * completions once it is offered: `gp[gpu]`.
   */
  async type(depth: number, text: string): Promise<void> {
    const { keyboard } = this.#page;
    for (let level = depth; level < this.#next; level++) await keyboard.press('Shift+Tab');
    for (let level = this.#next; level < depth; level++) await keyboard.press('Tab');
    for (const [, typed = '', taken] of text.matchAll(/([^[]+)(?:\[([^\]]+)\])?/g)) {
      await keyboard.type(typed);
      if (taken === undefined) continue;
      await this.#choose(taken);
      await keyboard.press('Tab');
    }
    await keyboard.press('Enter');
    this.#next = HOLDS.test(text.replace(/\w*\[([^\]]+)\]/g, '$1')) ? depth + 1 : depth;
  }

  /** Goes to an option with the arrow keys. The list takes no key in its first moment. */
  async #choose(name: string): Promise<void> {
    const option = this.option(name).first();
    await expect(option).toBeVisible();
    await this.#page.waitForTimeout(150);
    await expect(async () => {
      if ((await option.getAttribute('aria-selected')) === 'true') return;
      await this.#page.keyboard.press('ArrowDown');
      await expect(option).toHaveAttribute('aria-selected', 'true', { timeout: 500 });
    }).toPass();
  }

  /** Puts a whole text in the place of what is there. */
  async replace(text: string): Promise<void> {
    await this.box.focus();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#visitor.pasteWithKeys(text);
  }

  /** The text, every character of it. */
  async copy(): Promise<string> {
    await this.#page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // That it was copied is only said for a moment: what tells is the clipboard.
    const nothing = 'nothing was copied';
    await this.#page.evaluate((text) => navigator.clipboard.writeText(text), nothing);
    await this.panel.getByRole('button', { name: /^Cop(?:y|ied)/ }).click();
    await expect.poll(() => this.#visitor.clipboard()).not.toBe(nothing);
    return this.#visitor.clipboard();
  }
}
