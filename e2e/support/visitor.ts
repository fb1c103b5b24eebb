// What a person does and sees on the page, in their words.

import { expect, type Locator, type Page } from '@playwright/test';

export class Visitor {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get box(): Locator {
    return this.page.getByLabel('Paste the output of lspci');
  }
  get table(): Locator {
    return this.page.getByRole('table', { name: 'Ordered pairs' });
  }
  get counts(): Locator {
    return this.page.getByRole('heading', { name: /pairs? direct/ });
  }
  get explanation(): Locator {
    return this.page.getByRole('region', { name: 'Why this verdict' });
  }
  get failure(): Locator {
    return this.page.getByRole('alert');
  }
  get range(): Locator {
    return this.page.getByRole('navigation', { name: 'Pages of the table' }).getByRole('status');
  }

  async open(): Promise<void> {
    await this.page.goto('./');
    await expect(this.box).toBeVisible();
  }

  /** With the keys, from the clipboard, into whatever has the focus. */
  async pasteWithKeys(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  async pasteIntoBox(text: string): Promise<void> {
    await this.box.click();
    await this.pasteWithKeys(text);
  }

  /** Drops a file on the middle of the page. */
  async drop(name: string, bytes: Buffer): Promise<void> {
    const data = await this.page.evaluateHandle(
      ([fileName, base64]) => {
        const content = Uint8Array.from(atob(base64 ?? ''), (char) => char.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], fileName ?? ''));
        return transfer;
      },
      [name, bytes.toString('base64')],
    );
    const main = this.page.getByRole('main');
    await main.dispatchEvent('dragover', { dataTransfer: data });
    await expect(this.page.getByText('Drop to read')).toBeVisible();
    await main.dispatchEvent('drop', { dataTransfer: data });
    await expect(this.page.getByText('Drop to read')).toBeHidden();
  }

  async tryExample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try an example' }).click();
    await expect(this.table).toBeVisible();
  }

  /** The row of a pair, by addresses. */
  row(provider: string, client: string): Locator {
    return this.table.getByRole('row').filter({ has: this.why(provider, client) });
  }

  why(provider: string, client: string): Locator {
    return this.page.getByRole('button', { name: `Why ${provider} to ${client}?` });
  }

  async clipboard(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
