// What a person sees and does on the page, in their words: parts of the page by role and name.

import { expect, type Locator, type Page } from '@playwright/test';
import { FocusPlace } from './focusPlace.ts';
import { counts, Matrix } from './matrix.ts';
import { Sheet } from './sheet.ts';
import { startsWith } from './startsWith.ts';

/** The verdicts on the example. */
export const AS_IT_CAME = counts(30, 210, 66);

export class Visitor {
  readonly page: Page;
  readonly sheet: Sheet;
  readonly matrix: Matrix;

  constructor(page: Page) {
    this.page = page;
    this.sheet = new Sheet(page);
    this.matrix = new Matrix(page);
  }

  // The top bar.
  get name(): Locator {
    return this.page.getByRole('textbox', { name: 'Name of the document' });
  }
  get undo(): Locator {
    return this.bar.getByRole('button', { name: /^Undo/ });
  }
  get redo(): Locator {
    return this.bar.getByRole('button', { name: /^Redo/ });
  }
  get saveState(): Locator {
    return this.bar.getByRole('status');
  }
  get bar(): Locator {
    return this.page.getByRole('banner');
  }

  // The conditions.
  get conditions(): Locator {
    return this.page.getByRole('region', { name: 'Conditions' });
  }
  get kernel(): Locator {
    return this.conditions.getByRole('combobox', { name: 'Kernel' });
  }
  get cpu(): Locator {
    return this.conditions.getByRole('combobox', { name: 'CPU' });
  }
  get iommu(): Locator {
    return this.conditions.getByRole('combobox', { name: 'IOMMU', exact: true });
  }
  get iommuUse(): Locator {
    return this.conditions.getByRole('combobox', { name: 'How the IOMMU is used' });
  }
  get cmdline(): Locator {
    return this.conditions.getByRole('textbox', { name: 'Kernel command line' });
  }
  /** By what its name begins with: what follows tells how well it is known. */
  async chooseKernel(name: string): Promise<void> {
    const labels = await this.kernel.locator('option').allTextContents();
    const label = labels.find((each) => each === name || each.startsWith(`${name} `));
    if (label === undefined) throw new Error(`No kernel is called ${name}.`);
    await this.kernel.selectOption({ label });
  }
  /** Whether ACS words hold as they stand, or go through a boot of the kernel. */
  acsWords(which: 'as they stand' | 'as booted'): Locator {
    return this.conditions.getByRole('button', { name: which });
  }

  // What docks round the sheet.
  get outline(): Locator {
    return this.page.getByRole('tree', { name: 'Outline' });
  }
  get inspector(): Locator {
    return this.page.getByRole('region', { name: 'Inspector' });
  }
  get why(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Why' });
  }
  get groups(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Groups' });
  }
  get report(): Locator {
    return this.page.getByRole('tabpanel', { name: 'Report' });
  }

  // What comes and goes.
  get openDialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Open a machine' });
  }
  /** Where text is pasted: in the dialog, or on the start page. */
  get box(): Locator {
    return this.page.getByRole('textbox', { name: /^Paste the output of lspci/ });
  }
  get failure(): Locator {
    return this.page.getByRole('alert');
  }
  get notices(): Locator {
    return this.page.getByRole('list', { name: 'Notices' });
  }
  /** What a screen reader is told, whichever region says it. */
  status(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  /** Comes to the page for the first time: the example is on the table, and judged. */
  async open(url = './'): Promise<void> {
    await this.page.goto(url);
    await expect(this.name).toHaveValue('Two-socket server with two switches');
    await expect(this.matrix.verdicts).toHaveText(AS_IT_CAME);
  }

  /** The line of a function, host bridge or socket, by the beginning of its name. */
  line(name: string): Locator {
    return this.outline.getByRole('treeitem', { name: startsWith(name) });
  }

  /** The same, after turning the wheel until it is in sight. */
  async scrollTo(name: string): Promise<Locator> {
    const line = this.line(name);
    await this.outline.hover();
    await expect(async () => {
      if (!(await line.isVisible())) await this.page.mouse.wheel(0, 200);
      await expect(line).toBeVisible({ timeout: 200 });
    }).toPass();
    return line;
  }

  async openTab(name: 'Matrix' | 'Why' | 'Groups' | 'Mapping' | 'Report'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  /** Runs a command from the palette, by keys. */
  async command(text: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+K');
    await expect(this.page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    // It is carried out a frame after the dialog has given the focus back.
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** With the keys, from the clipboard, into whatever has the focus. */
  async pasteWithKeys(text: string): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** Pastes a machine onto the page, where no field has the focus, and waits until it is judged. */
  async bring(text: string, verdicts: RegExp): Promise<void> {
    await this.sheet.surface.focus();
    await this.pasteWithKeys(text);
    await expect(this.matrix.verdicts).toHaveText(verdicts);
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
    await expect(this.page.getByText('Drop to open')).toBeVisible();
    await main.dispatchEvent('drop', { dataTransfer: data });
    await expect(this.page.getByText('Drop to open')).toBeHidden();
  }

  /** Chooses a file in the browser's dialog, which `ask` brings up. */
  async choose(ask: () => Promise<void>, file: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    // A busy page hears keys before it hears that dialogs are to be caught: wait for that first.
    await this.page.evaluate(() => undefined);
    await ask();
    await (await chooser).setFiles(file);
  }

  async clipboard(): Promise<string> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Goes on, or back, with the Tab key until there. */
  async tabTo(target: Locator, most = 60): Promise<void> {
    const place = new FocusPlace(target);
    const key = await place.key();
    for (let stops = 0; stops < most; stops++) {
      if (await place.hasFocus()) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`The Tab key does not lead to ${target}.`);
  }
}
