// A scatterlist is put together, by pointer and by keys, and mapped under one condition after the other.

import { choose, MappingPanel } from './support/mappingPanel.ts';
import { TextPanel } from './support/textPanel.ts';
import { typeText } from './support/typeText.ts';
import { expect, test } from './support/watch.ts';

const FIVE = [
  'physical 1000 0000, 4 KiB',
  'physical 2000 0000, 4 KiB',
  'bus address 38 0000 0000, 8 KiB',
  'physical 3000 0000, 4 KiB',
  'physical 3000 1000, 4 KiB',
];

test('by pointer: five outputs, three, one, five again, none where the bridge is not relied on', async ({
  page,
}) => {
  const mapping = new MappingPanel(page);
  const { visitor, editor } = mapping;
  await mapping.open();
  await choose(mapping.client(), 'card');
  await mapping.button('Empty list').click();
  await expect(editor).toContainText('Nothing in it yet');
  const ram = async (address: string) => {
    const form = await mapping.openForm('Add host memory');
    await form.getByRole('textbox', { name: 'Physical address' }).fill(address);
    await form.getByRole('button', { name: 'Add' }).click();
  };
  await ram('0x10000000');
  await mapping.expectEntries(1);
  await ram('0x20000000');
  await mapping.expectEntries(2);
  const taking = await mapping.openForm('Take memory with a provider’s allocator');
  await choose(mapping.provider(), 'drive-a');
  await taking.getByRole('textbox', { name: 'Length' }).fill('8K');
  await taking.getByRole('button', { name: 'Take' }).click();
  await mapping.expectEntries(3);
  await ram('0x30000000');
  await mapping.expectEntries(4);
  await ram('0x30001000');
  await mapping.expectEntries(5);

  // Nothing translates: every entry goes as it is.
  await mapping.expectOutcome('5 entries make 5 outputs for card.');
  await expect(mapping.row(3)).toContainText('Direct');
  await mapping.expectOutputs(...FIVE);
  // It translates: what is beside the peer's memory joins; the peer's address stays.
  await choose(visitor.iommu, 'Intel VT-d');
  await visitor.cmdline.fill('intel_iommu=on');
  await mapping.expectOutcome('5 entries make 3 outputs for card.');
  await mapping.expectOutputs(
    'IOVA ffff c000, 8 KiB',
    'bus address 38 0000 0000, 8 KiB',
    'IOVA ffff e000, 8 KiB',
  );
  // ACS sends peers up: all is one range.
  await visitor.acsWords('as booted').click();
  await mapping.expectOutcome('5 entries make 1 output for card.');
  await expect(mapping.row(3)).toContainText('Via host bridge');
  await mapping.expectOutputs('IOVA ffff 8000, 24 KiB');
  // The same without translation: where the CPU sees the memory, by way of the root complex.
  await visitor.cmdline.fill('intel_iommu=on iommu=pt');
  await mapping.expectOutcome('5 entries make 5 outputs for card.');
  await mapping.expectOutputs(...FIVE.map((each) => each.replace('bus address 38', 'physical 38')));

  // The mode beside the hardware writes the words itself; each is one step to undo.
  await expect(visitor.iommuUse).toHaveValue('passthrough');
  await choose(visitor.iommuUse, 'strict');
  await expect(visitor.cmdline).toHaveValue('intel_iommu=on iommu.strict=1');
  await mapping.expectOutcome('5 entries make 1 output for card.');
  await visitor.iommuUse.press('ArrowUp');
  await visitor.iommuUse.press('ArrowUp');
  await expect(visitor.cmdline).toHaveValue('intel_iommu=off');
  await mapping.expectOutcome('5 entries make 5 outputs for card.');
  await visitor.undo.click();
  await expect(visitor.iommuUse).toHaveValue('passthrough');

  // On a host bridge that no kernel knows, the list is refused as a whole.
  await visitor.cmdline.fill('intel_iommu=on');
  await mapping.expectOutcome('5 entries make 1 output for card.');
  await page.getByRole('tab', { name: 'Text' }).click();
  const text = new TextPanel(visitor);
  const sketch = await text.copy();
  expect(sketch).toContain('list L1 on card: ram 0x10000000+4K, ram 0x20000000+4K, drive-a');
  await text.replace(sketch.replace('8086:2020', '8086:fff0'));
  await mapping.expectOutcome('-EREMOTEIO at entry 3: nothing is mapped.');
  await expect(mapping.row(3)).toContainText('Refused');
  await expect(mapping.picture.getByRole('option', { name: /^DMA entry / })).toHaveCount(0);
  await visitor.undo.click();
  await mapping.expectOutcome('5 entries make 1 output for card.');
});

test('by keys alone: the same list, changed, moved, copied, deleted, undone', async ({ page }) => {
  const mapping = new MappingPanel(page);
  const { visitor, entries } = mapping;
  const { keyboard } = page;
  await mapping.openMachine();
  await keyboard.press('ControlOrMeta+F');
  await typeText(page, 'card');
  await keyboard.press('Enter');
  await expect(visitor.inspector.getByRole('heading', { name: 'card' })).toBeVisible();
  await visitor.sheet.surface.focus();
  await keyboard.press('Shift+D');
  await expect(mapping.button('Ready-made lists')).toBeFocused();
  await expect(mapping.editor).toContainText('Nothing in it yet');

  /** The form opens with its first field in focus, and what is in it chosen. */
  const add = async (name: Parameters<MappingPanel['form']>[0], first: string, value: string) => {
    await visitor.tabTo(mapping.button(name));
    await keyboard.press('Enter');
    const field = mapping.form(name).getByLabel(first, { exact: true });
    await expect(mapping.form(name)).toBeVisible();
    await visitor.tabTo(field);
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type(value);
    await keyboard.press('Enter');
    await expect(mapping.form(name)).toBeHidden();
    await expect(mapping.button(name)).toBeFocused();
  };
  await add('Add host memory', 'Physical address', '0x10000000');
  await mapping.expectEntries(1);
  await add('Add host memory', 'Physical address', '0x20000000');
  await mapping.expectEntries(2);
  await add('Add memory of a device', 'Length', '8K');
  await mapping.expectEntries(3);
  await expect(mapping.row(3)).toContainText('drive-a');
  await add('Add host memory', 'Physical address', '0x30000000');
  await add('Add host memory', 'Physical address', '0x30001000');
  await mapping.expectEntries(5);
  await mapping.expectOutcome('5 entries make 5 outputs for card.');

  // In the table: arrows go, Alt moves, Shift chooses more.
  await visitor.tabTo(mapping.row(5));
  await keyboard.press('Home');
  await expect(mapping.row(1)).toBeFocused();
  await keyboard.press('Alt+ArrowDown');
  await expect(mapping.row(2)).toBeFocused();
  await expect(mapping.row(1)).toContainText('0x20000000');
  await keyboard.press('Shift+ArrowDown');
  await expect(mapping.row(3)).toBeFocused();
  await keyboard.press('ControlOrMeta+d');
  await mapping.expectEntries(7);
  await keyboard.press('Delete');
  await mapping.expectEntries(5);
  // Changed in its place; what is wrong with it is said, and stays.
  await keyboard.press('Home');
  await expect(mapping.row(1)).toBeFocused();
  await keyboard.press('Enter');
  const address = entries.getByRole('textbox', { name: 'Address of entry 1' });
  await expect(address).toBeFocused();
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('0xzz');
  await keyboard.press('Enter');
  await expect(entries).toContainText('An address is hexadecimal');
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('0xabc000');
  await keyboard.press('Enter');
  await expect(mapping.row(1)).toContainText('0xabc000');
  await expect(mapping.row(1)).toBeFocused();
  // Four steps back: the address, the copies' end, the copies, the move.
  for (const [at, count] of [
    ['0x20000000', 5],
    ['0x20000000', 7],
    ['0x20000000', 5],
    ['0x10000000', 5],
  ] as const) {
    await keyboard.press('ControlOrMeta+Z');
    await expect(mapping.row(1)).toContainText(at);
    await mapping.expectEntries(count);
  }
  await expect(visitor.redo).toHaveAccessibleName(/move an entry down/);

  // Through the sides of the result, and through the picture.
  await visitor.tabTo(mapping.tab('Picture'));
  await keyboard.press('End');
  await expect(mapping.tab('Compare')).toBeFocused();
  await keyboard.press('Home');
  await expect(mapping.tab('Picture')).toHaveAttribute('aria-selected', 'true');
  const first = mapping.picture.getByRole('option', { name: /^Entry 1/ });
  await visitor.tabTo(first);
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowRight');
  await expect(mapping.output(3)).toBeFocused();
  await expect(mapping.output(3)).toHaveAccessibleName(/bus address 38 0000 0000, 8 KiB/);
});

test('pasted: a line that is not understood is told, and nothing lost; undone, redone, kept', async ({
  page,
}) => {
  const mapping = new MappingPanel(page);
  const { visitor } = mapping;
  await mapping.openLists();
  const form = await mapping.openForm('Paste addresses and lengths');
  const box = form.getByRole('textbox');
  await expect(box).toBeFocused();
  await visitor.pasteWithKeys('0x123456000+0x1000\n0x40001000+\n10000000-10000fff\n');
  await expect(form.getByRole('alert')).toContainText('Line 2: “0x40001000+”.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(form).toBeVisible();
  await expect(box).toHaveValue('0x123456000+0x1000\n0x40001000+\n10000000-10000fff\n');
  await box.fill('0x123456000+0x1000\n0x40001000+4K\n10000000-10000fff\n');
  await form.getByRole('button', { name: 'Add 3 entries' }).click();
  await expect(form).toBeHidden();
  await mapping.expectEntries(8);
  await expect(mapping.row(7)).toContainText('0x40001000');
  await mapping.expectOutcome('8 entries make 3 outputs for card.');
  await mapping.expectOutputs(
    'IOVA ffff 8000, 8 KiB',
    'bus address 38 0000 0000, 8 KiB',
    'IOVA ffff a000, 20 KiB',
  );

  // One step of the history, back and forth; so is a row that is deleted.
  await expect(visitor.undo).toHaveAccessibleName(/paste 3 entries/);
  await visitor.undo.click();
  await mapping.expectEntries(5);
  await mapping.expectOutcome('5 entries make 3 outputs for card.');
  await visitor.redo.click();
  await mapping.expectEntries(8);
  await mapping.row(1).click();
  await mapping.row(2).click({ modifiers: ['Shift'] });
  await mapping.button('Delete').click();
  await mapping.expectEntries(6);
  await mapping.expectOutcome('6 entries make 2 outputs for card.');
  await visitor.undo.click();
  await mapping.expectEntries(8);

  // After a reload the list is there, and so is its answer.
  await expect(visitor.saveState).toHaveText('Saved in this browser');
  await page.reload();
  await expect(visitor.name).toHaveValue('one switch');
  await visitor.openTab('Mapping');
  await mapping.expectEntries(8);
  await mapping.expectOutcome('8 entries make 3 outputs for card.');
});
