// The matrix, provider by client.

import type { Locator, Page } from '@playwright/test';

export class Matrix {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get grid(): Locator {
    return this.#page.getByRole('grid', { name: /^Verdicts/ });
  }
  /** How many of the cells shown say what: a legend, and what everything waits for. */
  get verdicts(): Locator {
    return this.#page.getByRole('group', { name: /^Verdicts: what the signs mean/ });
  }
  /** "GPUs × NICs: 4 direct, 20 via host, 0 refused" */
  summary(kinds: string): Locator {
    return this.#page
      .getByRole('region', { name: 'Summary by kinds of device' })
      .getByRole('button', { name: kinds });
  }
  cell(provider: string, client: string): Locator {
    return this.grid.getByRole('gridcell', { name: `${provider} to ${client}: ` });
  }
  /** Brings out the filters, where the dock has no room to show them always. */
  async openFilters(): Promise<void> {
    const button = this.#page.getByRole('button', { name: 'Filters' });
    if (!(await button.isVisible())) return;
    await button.click();
    // The filters take the button's place: what is under the pointer now would explain itself.
    await this.#page.mouse.move(0, 0);
  }
  /** Which kinds of device are rows, or columns. */
  kind(axis: 'Providers' | 'Clients', kind: string): Locator {
    return this.#page.getByRole('group', { name: axis }).getByRole('button', { name: kind });
  }
}

/** What the legend says when the cells shown come to this. */
export function counts(direct: number, viaHost: number, refused: number, unknown = 0): RegExp {
  const told = { Direct: direct, 'Via host bridge': viaHost, Refused: refused, Unknown: unknown };
  const words = Object.entries(told).map(
    ([word, count]) => `${word}\\s*${count.toLocaleString('en')}`,
  );
  return new RegExp(`${words.join('\\s*')}$`);
}
