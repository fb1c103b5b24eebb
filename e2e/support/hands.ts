// Hands on mouse and keyboard, as an architect has them: what they press, take, carry and let go is
// counted. Nothing here reaches into the page.

import { expect, type Locator, type Page } from '@playwright/test';
import { FocusPlace } from './focusPlace.ts';
import { startsWith } from './startsWith.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where on a thing the hand goes: parts of it between 0 and 1, from its corner at the top left. */
export interface Hold {
  readonly across?: number;
  readonly down?: number;
}

export class Hands {
  readonly page: Page;
  /** Presses of a button, each with its release; a drag is one of them. */
  clicks = 0;
  /** Presses of keys, letters typed included. */
  keys = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** What a drop would do, beside the hand. */
  get bubble(): Locator {
    return this.page.locator('div[data-look]');
  }
  get refusal(): Locator {
    return this.page.locator('div[data-look="refused"]');
  }
  /** A part of the palette. */
  tile(name: string): Locator {
    return this.page
      .getByRole('region', { name: /^(Drag onto the drawing|Hold and drag)/ })
      .getByRole('button', { name, exact: true });
  }
  get count(): Locator {
    return this.page.getByRole('spinbutton', { name: 'How many at once' });
  }
  get menu(): Locator {
    return this.page.getByRole('menu');
  }
  item(name: string): Locator {
    return this.menu.getByRole('menuitem', { name: startsWith(name) });
  }

  /** Where to point at it, once it has stopped moving. */
  async spot(target: Locator, { across = 0.5, down = 0.5 }: Hold = {}): Promise<Spot> {
    let last = await target.boundingBox();
    await expect(async () => {
      const before = last;
      last = await target.boundingBox();
      expect(last).not.toBeNull();
      expect(last).toEqual(before);
    }).toPass({ intervals: [40] });
    if (!last) throw new Error(`${target} is not drawn.`);
    return { x: last.x + last.width * across, y: last.y + last.height * down };
  }

  async click(target: Locator, hold?: Hold): Promise<void> {
    await this.clickAt(await this.spot(target, hold));
  }
  async clickAt(at: Spot, button: 'left' | 'right' = 'left'): Promise<void> {
    this.clicks += 1;
    await this.page.mouse.move(at.x, at.y);
    await this.page.mouse.down({ button });
    await this.page.mouse.up({ button });
  }
  async rightClick(target: Locator, hold?: Hold): Promise<void> {
    await this.clickAt(await this.spot(target, hold), 'right');
  }
  async doubleClick(target: Locator, hold?: Hold): Promise<void> {
    const at = await this.spot(target, hold);
    this.clicks += 2;
    await this.page.mouse.move(at.x, at.y);
    await this.page.mouse.dblclick(at.x, at.y);
  }

  /** The button goes down on it, and the hand moves off: it is in the hand. */
  async take(target: Locator, hold?: Hold): Promise<void> {
    await this.takeAt(await this.spot(target, hold));
  }
  async takeAt(from: Spot): Promise<void> {
    this.clicks += 1;
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 9, from.y + 3);
  }
  async carryTo(target: Locator, hold?: Hold): Promise<void> {
    await this.carryToSpot(await this.spot(target, hold));
  }
  async carryToSpot(to: Spot): Promise<void> {
    await this.page.mouse.move(to.x - 5, to.y - 3, { steps: 4 });
    await this.page.mouse.move(to.x, to.y);
  }
  async letGo(): Promise<void> {
    await this.page.mouse.up();
  }

  /** Takes a part out of the palette to a place that is to take it, and lets go. */
  async bring(name: string, target: Locator, hold?: Hold): Promise<void> {
    await this.#bringFrom(this.tile(name), target, hold);
  }
  /** The same out of the list of models. */
  async bringRow(name: string, target: Locator, hold?: Hold): Promise<void> {
    const row = this.page.getByRole('button', { name: startsWith(name) });
    await this.#bringFrom(row, target, hold);
  }
  async #bringFrom(from: Locator, target: Locator, hold?: Hold): Promise<void> {
    await this.take(from);
    await this.carryTo(target, hold);
    await expect(this.bubble).toHaveAttribute('data-look', 'legal');
    const undo = this.page.getByRole('banner').getByRole('button', { name: /^Undo/ });
    const before = (await undo.getAttribute('aria-label')) ?? '';
    await this.letGo();
    await expect(this.bubble).toHaveCount(0);
    // It is there, and what gives way to it has done so.
    await expect(undo).not.toHaveAttribute('aria-label', before);
  }

  /** How many of a part the next drags take. */
  async setCount(count: number): Promise<void> {
    await this.click(this.count, { across: 0.3 });
    await this.press('ControlOrMeta+A');
    await this.type(String(count));
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }
  async type(text: string): Promise<void> {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }

  /** Goes on, or back, with the Tab key until there. */
  async tabTo(target: Locator, most = 80): Promise<void> {
    const place = new FocusPlace(target);
    const key = await place.key();
    for (let stops = 0; stops < most; stops++) {
      if (await place.hasFocus()) return;
      await this.press(key);
    }
    throw new Error(`The Tab key does not lead to ${target}.`);
  }
}
