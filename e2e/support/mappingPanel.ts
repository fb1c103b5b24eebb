// The mapping panel: a scatterlist at the left, at the right what the device is given, from several sides.

import { expect, type Locator, type Page } from '@playwright/test';
import { startsWith } from './startsWith.ts';
import { Visitor } from './visitor.ts';

/**
 * A switch with a drive that lends its memory, a card and another drive, below a host bridge on which
 * every kernel relies; its windows put the drive's memory at 0x3800000000.
 */
export const ONE_SWITCH = `machine "one switch"
cpu GenuineIntel:6
kernel 6.1
iommu none
acs as-is

host h0 8086:2020 window=memory:492M@0xe0000000,prefetchable:32G@0x3800000000
  rp0: port gen4 x16
    sw0: switch gen4 x16
      drive-a: nvme gen4 x4 cmb=1G
      card: nic gen4 x16 dma=64,2G,0xffffffff
      drive-b: nvme gen4 x4
`;

/** The same, translating, with lists: memory of a drive between pages of RAM, and before one. */
export const WITH_LISTS = `${ONE_SWITCH.replace('kernel 6.1', 'kernel 6.1 "intel_iommu=on"').replace('iommu none', 'iommu intel')}
list five on card: ram 0x10000000+4K, ram 0x20000000+4K, drive-a+0+8K, ram 0x30000000+4K, ram 0x30001000+4K
list first on card: drive-a+0x2000+4K, ram 0x10000000+4K
`;

type Side = 'Picture' | 'Steps' | 'Call chain' | 'Page table' | 'IOVA space' | 'Compare';
type Adding =
  | 'Add host memory'
  | 'Add memory of a device'
  | 'Add pages by number'
  | 'Take memory with a provider’s allocator'
  | 'Paste addresses and lengths'
  | 'Ready-made lists';

export class MappingPanel {
  readonly page: Page;
  readonly visitor: Visitor;
  readonly editor: Locator;
  readonly result: Locator;
  readonly entries: Locator;
  /** What is heard of the picture: entries at the left, outputs at the right. */
  readonly picture: Locator;

  constructor(page: Page) {
    this.page = page;
    this.visitor = new Visitor(page);
    this.editor = page.getByRole('region', { name: 'Scatterlist' });
    this.result = page.getByRole('region', { name: 'What the device is given' });
    this.entries = this.editor.getByRole('grid', { name: 'Entries' });
    this.picture = this.result.getByRole('listbox');
  }

  /** The machine of the sketch, and the panel, which has no list yet. */
  async open(): Promise<void> {
    await this.openMachine();
    await this.visitor.openTab('Mapping');
    await expect(this.editor).toContainText('A scatterlist names pieces of memory');
  }
  async openMachine(sketch = ONE_SWITCH): Promise<void> {
    await this.visitor.open();
    await this.visitor.sheet.surface.focus();
    await this.visitor.pasteWithKeys(sketch);
    await expect(this.visitor.name).toHaveValue('one switch');
    await expect(this.visitor.sheet.part('card')).toBeVisible();
  }

  /** A machine that has lists already, and the panel with the first of them. */
  async openLists(): Promise<void> {
    await this.openMachine(WITH_LISTS);
    await this.visitor.openTab('Mapping');
    await this.expectOutcome('5 entries make 3 outputs for card.');
  }

  client(): Locator {
    return this.editor.getByRole('combobox', { name: 'Device that the list is for' });
  }
  provider(): Locator {
    return this.editor.getByRole('combobox', { name: /^(Provider|Peer memory of)$/ });
  }
  list(): Locator {
    return this.editor.getByRole('combobox', { name: 'List', exact: true });
  }
  button(name: string | RegExp): Locator {
    return this.editor.getByRole('button', { name, exact: typeof name === 'string' });
  }
  field(name: string): Locator {
    return this.editor.getByRole('textbox', { name, exact: true });
  }
  /** The form that is open in the place of the table. */
  form(name: Adding): Locator {
    return this.editor.getByRole('form', { name });
  }
  async openForm(name: Adding): Promise<Locator> {
    await this.button(name).click();
    const form = this.form(name);
    await expect(form).toBeVisible();
    return form;
  }
  /** Entries count from 1, as on the page. */
  row(entry: number): Locator {
    return this.entries.locator(`[aria-rowindex="${entry + 1}"]`);
  }
  async expectEntries(count: number): Promise<void> {
    await expect(this.entries).toHaveAttribute('aria-rowcount', String(count + 1));
  }

  tab(side: Side): Locator {
    return this.result.getByRole('tab', { name: side, exact: true });
  }
  /** The panel that is in sight, once it is the one for that side. */
  async look(side: Side): Promise<Locator> {
    await this.tab(side).click();
    const panel = this.result.getByRole('tabpanel', { name: side, exact: true });
    await expect(panel).toBeVisible();
    return panel;
  }
  output(number: number): Locator {
    return this.picture.getByRole('option', { name: new RegExp(`^DMA entry ${number} of `) });
  }
  async expectOutcome(words: string): Promise<void> {
    await expect(this.result.getByText(words, { exact: true })).toBeVisible();
  }
  /** All that goes out, in order, by what each is called. */
  async expectOutputs(...names: readonly string[]): Promise<void> {
    const outputs = this.picture.getByRole('option', { name: /^DMA entry / });
    await expect(outputs).toHaveCount(names.length);
    for (const [index, name] of names.entries()) {
      await expect(outputs.nth(index)).toHaveAccessibleName(
        new RegExp(`^DMA entry ${index + 1} of ${names.length}, ${name},`),
      );
    }
  }
}

/** By what its name begins with: what follows tells more of it. */
export async function choose(box: Locator, name: string): Promise<void> {
  const labels = await box.locator('option').allTextContents();
  const label = labels.find((each) => startsWith(name).test(each));
  if (label === undefined) throw new Error(`There is no ${name} among ${labels.join(', ')}.`);
  await box.selectOption({ label });
}
