// The drawing.

import { expect, type Locator, type Page } from '@playwright/test';
import { startsWith } from './startsWith.ts';

export class Sheet {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get surface(): Locator {
    return this.#page.getByRole('listbox', { name: 'The machine, drawn' });
  }
  /** The part that keys act on. */
  get cursor(): Locator {
    return this.surface.locator('div[role="option"]');
  }
  /** What is drawn of a part, by the beginning of its name. From afar, parts are not there one by one. */
  part(name: string): Locator {
    return this.surface.locator('rect[role="option"]').and(this.#option(name));
  }
  /** Beside the function that is selected: makes it an end of the pair. */
  end(which: 'Provider' | 'Client'): Locator {
    return this.#page.getByRole('group', { name: /^Ends of the pair/ }).getByRole('button', {
      name: which,
    });
  }
  /** A word that is written over the machine for the chosen pair: an end, a flag, the verdict. */
  tag(text: string): Locator {
    return this.#page
      .getByRole('region', { name: 'Drawing' })
      .locator('svg')
      .getByText(text, { exact: true });
  }
  /** How strongly a part is drawn: what is not on the lit path steps back. */
  async ink(name: string): Promise<string> {
    return (await this.part(name).getAttribute('data-steps-back')) === null ? 'strong' : 'weak';
  }
  get zoom(): Locator {
    return this.#page.getByRole('group', { name: 'Zoom' });
  }

  /** Brings a part into sight in full size: the zoom button, then the wheel. */
  async approach(name: string): Promise<Locator> {
    await this.zoom.getByRole('button', { name: /zoom to 100 %$/ }).click();
    const part = this.part(name);
    const middle = middleOf(await boxOf(this.surface));
    await this.#page.mouse.move(middle.x, middle.y);
    let before = '';
    for (let turns = 0; turns < 20; turns++) {
      const at = middleOf(await this.#settled(part));
      const now = `${Math.round(at.x)} ${Math.round(at.y)}`;
      // As near as it gets: the sheet does not let go of the machine.
      if (now === before || now === `${Math.round(middle.x)} ${Math.round(middle.y)}`) return part;
      await this.#page.mouse.wheel(at.x - middle.x, at.y - middle.y);
      before = now;
    }
    return part;
  }

  /** Where a part is once it has stopped moving. */
  async #settled(part: Locator) {
    let box = await boxOf(part);
    await expect(async () => {
      const last = box;
      box = await boxOf(part);
      expect([box.x, box.y]).toEqual([last.x, last.y]);
    }).toPass({ intervals: [60] });
    return box;
  }

  #option(name: string): Locator {
    return this.#page.getByRole('option', { name: startsWith(name) });
  }
}

function middleOf({ x, y, width, height }: Awaited<ReturnType<typeof boxOf>>) {
  return { x: x + width / 2, y: y + height / 2 };
}

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error(`${part} is not drawn.`);
  return box;
}
