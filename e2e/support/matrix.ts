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
  get summary(): Locator {
    return this.#page.getByRole('region', { name: 'Summary by kinds of device' });
  }
  /** "All 600 pairs: 30 direct, 476 via host, 94 refused" */
  get total(): Locator {
    return this.summary.getByRole('paragraph');
  }
  /** "GPUs × NICs: 4 direct, 20 via host, 0 refused" */
  counts(kinds: string): Locator {
    return this.summary.getByRole('button', { name: kinds });
  }
  cell(provider: string, client: string): Locator {
    return this.grid.getByRole('gridcell', { name: `${provider} to ${client}: ` });
  }
  /** Which kinds of device are rows, or columns. */
  kind(axis: 'Providers' | 'Clients', kind: string): Locator {
    return this.#page.getByRole('group', { name: axis }).getByRole('button', { name: kind });
  }
}
