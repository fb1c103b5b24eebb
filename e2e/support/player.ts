// A request played on the sheet: the play bar, and the words beside the packet.

import { expect, type Locator, type Page } from '@playwright/test';

export class Player {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get bar(): Locator {
    return this.#page.getByRole('group', { name: 'Play a request' });
  }
  button(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true });
  }
  get speed(): Locator {
    return this.bar.getByRole('combobox', { name: 'Speed' });
  }
  /** What is decided where the packet is, and by which rule. */
  get decision(): Locator {
    return this.bar.getByRole('paragraph');
  }
  /** Beside the packet on the sheet. */
  label(text: string): Locator {
    return this.#page.getByRole('region', { name: 'Drawing' }).getByText(text, { exact: true });
  }
  /** What is painted over the drawing. */
  get overlay(): Locator {
    return this.#page.getByRole('region', { name: 'Drawing' }).locator('canvas[data-layer="play"]');
  }

  /** The packet is at this hop of so many. */
  async expectHop(hop: number, of: number): Promise<void> {
    await expect(this.bar).toContainText(`${hop} of ${of}`);
  }

  /** Starts, and stands still at the first hop. */
  async playAndPause(operation: 'write' | 'read'): Promise<void> {
    await this.button(`Play a ${operation}`).click();
    await this.button('Pause').click();
    await expect(this.button('Play')).toBeVisible();
    await this.button('Play').press('Home');
    await expect(this.bar).toContainText('1 of ');
  }
}
