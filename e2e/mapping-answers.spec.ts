// What is answered about a list, from all sides: step by step, in another era, beside other conditions, as a
// picture to take along, with the page table and the space of addresses; on screens of all kinds.

import { readFileSync } from 'node:fs';
import { choose, MappingPanel } from './support/mappingPanel.ts';
import { withoutPickers } from './support/pickers.ts';
import { axe, expect, test } from './support/watch.ts';

test('step by step, forward and back; then the same list in other eras', async ({ page }) => {
  const mapping = new MappingPanel(page);
  const { visitor, result, picture } = mapping;
  await mapping.openLists();
  const steps = await mapping.look('Steps');
  const variable = (name: string) =>
    steps
      .getByRole('table', { name: /^Variables/ })
      .getByRole('row', { name: new RegExp(`^${name} `) });
  const outputs = picture.getByRole('option', { name: /^DMA entry / });
  await expect(steps).toContainText('5 entries went in, 3 came out.');
  await expect(outputs).toHaveCount(3);
  // Where the range is taken: nothing is laid out yet.
  await steps.getByRole('button', { name: 'Allocate' }).click();
  await expect(steps).toContainText('One range of IOVAs is taken for all entries together.');
  await expect(variable('iova')).toContainText('ffff c000');
  await expect(variable('total')).toContainText('16 KiB');
  await expect(outputs).toHaveCount(0);
  // The second entry joins the first.
  await steps.getByRole('button', { name: 'Lay out' }).click();
  await expect(variable('cur_len')).toContainText('4 KiB');
  await expect(outputs).toHaveCount(1);
  await expect(outputs).toHaveAccessibleName(/IOVA ffff c000, 4 KiB, .*being worked on/);
  await steps.getByRole('button', { name: 'Forward' }).click();
  await expect(variable('cur_len')).toContainText('8 KiB');
  await expect(outputs).toHaveAccessibleName(/IOVA ffff c000, 8 KiB, /);
  await steps.getByRole('button', { name: 'Forward' }).click();
  await expect(outputs).toHaveCount(2);
  await steps.getByRole('button', { name: 'Back' }).click();
  await expect(outputs).toHaveCount(1);
  await expect(variable('cur_len')).toContainText('8 KiB');
  // By keys: a step at a time, a phase at a time, to either end.
  const slider = steps.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(variable('cur_len')).toContainText('4 KiB');
  await page.keyboard.press('PageUp');
  await expect(steps.getByRole('button', { name: 'Program' })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^Step 1 of 16: An IOMMU translates/);
  await expect(steps.getByRole('button', { name: 'Back' })).toBeDisabled();
  await page.keyboard.press('End');
  await expect(outputs).toHaveCount(3);

  // 6.1, 5.10, 6.18: a list that begins with the peer's memory goes as its first page goes before 6.0.
  await mapping.look('Picture');
  await choose(mapping.list(), 'first');
  await mapping.expectOutputs('bus address 38 0000 2000, 4 KiB', 'IOVA ffff f000, 4 KiB');
  await visitor.chooseKernel('Linux 5.10');
  await mapping.expectOutputs('bus address 38 0000 2000, 4 KiB', 'physical 1000 0000, 4 KiB');
  await expect(mapping.output(2)).toHaveAccessibleName(
    /goes as the first page goes, .*refused by the IOMMU/,
  );
  await visitor.chooseKernel('Linux 6.18');
  await mapping.expectOutputs('bus address 38 0000 2000, 4 KiB', 'IOVA ffff f000, 4 KiB');
  // 6.18 leaves an address unwritten where peers are sent up untranslated; that was no intention.
  await choose(mapping.list(), 'five');
  await visitor.cmdline.fill('intel_iommu=on iommu=pt');
  await visitor.acsWords('as booted').click();
  await expect(mapping.output(3)).toHaveAccessibleName(/address not written, 8 KiB/);
  await expect(result.getByText('address not written', { exact: true })).toBeVisible();
  const fidelity = result.getByRole('combobox', { name: 'How true to the kernel’s source' });
  await fidelity.selectOption({ label: 'as intended' });
  await expect(mapping.output(3)).toHaveAccessibleName(/physical 38 0000 0000, 8 KiB/);
  await fidelity.selectOption({ label: 'as this kernel runs' });
  await visitor.chooseKernel('Linux 6.1');
  await expect(mapping.output(3)).toHaveAccessibleName(/physical 38 0000 0000, 8 KiB/);
});

test('beside other conditions; taken along as a picture and as text', async ({ page }) => {
  await withoutPickers(page);
  const mapping = new MappingPanel(page);
  const { visitor } = mapping;
  await mapping.openLists();

  const save = async () => {
    const saving = page.waitForEvent('download');
    await mapping.result.getByRole('button', { name: 'Save as SVG' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^one[- ]switch[- ]mapping\.svg$/);
    return readFileSync(await saved.path(), 'utf8');
  };
  const svg = await save();
  const found = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      isSound: read.querySelector('parsererror') === null,
      texts: [...read.querySelectorAll('text')].map((each) => each.textContent ?? ''),
    };
  }, svg);
  expect(found.isSound).toBe(true);
  for (const words of [
    'ffff c000',
    '38 0000 0000',
    'ffff e000',
    '5 entries make 3 outputs for card.',
  ]) {
    expect(found.texts.join('\n')).toContain(words);
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await mapping.result.getByRole('button', { name: 'Copy as text' }).click();
  await expect(visitor.notices).toContainText('Copied the mapping as text');
  const lines = (await visitor.clipboard()).split('\n');
  expect(lines.join('\n')).toMatch(/ffff ?c000[\s\S]*38 ?0000 ?0000[\s\S]*ffff ?e000/);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);

  const compare = await mapping.look('Compare');
  await compare.getByRole('button', { name: 'IOMMU off' }).click();
  const row = compare.getByRole('row', { name: /What comes back/ });
  await expect(row).toContainText('3 outputs');
  await expect(row).toContainText('5 outputs');
  await expect(compare.getByRole('listbox')).toHaveCount(2);
  await expect(
    compare
      .getByRole('listbox', { name: /^Beside it/ })
      .getByRole('option', { name: /^DMA entry 3 of 5, bus address 38 0000 0000/ }),
  ).toBeVisible();
  // Another era in its place, by keys; then nothing.
  await choose(compare.getByRole('combobox', { name: 'IOMMU' }), 'the same');
  await choose(compare.getByRole('combobox', { name: 'Kernel' }), 'Linux 5.10');
  await expect(row).toContainText('3 outputs');
  await expect(compare.getByRole('listbox', { name: /^Beside it: Linux 5\.10/ })).toBeVisible();
  await compare.getByRole('button', { name: 'Compare with nothing' }).click();
  await expect(compare.getByRole('listbox')).toHaveCount(0);
});

test('what the device is told of its limits, the page table, and the space of addresses', async ({
  page,
}) => {
  await withoutPickers(page);
  const mapping = new MappingPanel(page);
  const { visitor, editor } = mapping;
  await mapping.openLists();
  await mapping.button('New').click();
  await expect(editor).toContainText('Nothing in it yet');
  const pages = await mapping.openForm('Add pages by number');
  await pages.getByRole('textbox', { name: 'How many' }).fill('32');
  await pages.getByRole('button', { name: 'Add' }).click();
  await mapping.expectOutcome('32 entries make 1 output for card.');
  await mapping.button(/^DMA limits: 64 bits · 2G · 4G/).click();
  const longest = mapping.field('Longest segment');
  await longest.fill('much');
  await expect(longest).toHaveAttribute('aria-invalid', 'true');
  await longest.fill('64K');
  await longest.press('Enter');
  await mapping.expectOutcome('32 entries make 2 outputs for card.');
  await mapping.expectOutputs('IOVA fffe 0000, 64 KiB', 'IOVA ffff 0000, 64 KiB');
  await expect(mapping.output(2)).toHaveAccessibleName(/64 KiB maximum/);
  await visitor.undo.click();
  await mapping.expectOutcome('32 entries make 1 output for card.');
  await expect(longest).toHaveValue('2G');

  const table = await mapping.look('Page table');
  await expect(table.getByRole('term').filter({ hasText: 'IOTLB entries' })).toBeVisible();
  await expect(table.getByRole('definition').first()).toHaveText('32');
  const runs = table.getByRole('table', { name: /Runs of pages/ });
  await expect(runs.getByRole('row')).toHaveCount(33);
  await expect(runs.getByRole('row').nth(1)).toContainText('RAM, entry 1');
  await expect(table).toContainText('After unmapping');
  await choose(mapping.list(), 'five');
  await expect(runs.getByRole('row')).toHaveCount(4);
  await expect(runs.getByRole('row').nth(3)).toContainText('2 × 4 KiB');
  await expect(runs.getByRole('row').nth(3)).toContainText('RAM, entries 4–5');
  const saving = page.waitForEvent('download');
  await table.getByRole('button', { name: 'Save as SVG' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/page[- ]table\.svg$/);
  const svg = readFileSync(await saved.path(), 'utf8');
  for (const words of ['ffff c000', '3000 0000', 'RAM, entries 4–5']) expect(svg).toContain(words);

  // The allocator: what it gives, what it keeps at hand, what waits for the flush.
  const space = await mapping.look('IOVA space');
  const operations = space.getByRole('table', { name: 'Operations on the allocator' });
  await space.getByRole('button', { name: 'Begin anew' }).click();
  await expect(operations.getByRole('row')).toHaveCount(1);
  const sizes = space.getByRole('textbox', { name: 'Sizes' });
  await sizes.fill('4K, many');
  await sizes.press('Enter');
  await expect(space.getByRole('status')).toContainText('many');
  await sizes.fill('4K, 64K, 12K');
  await sizes.press('Enter');
  await expect(operations.getByRole('row')).toHaveCount(4);
  for (const [at, given] of ['ffff f000', 'fffe 0000', 'fffd c000'].entries()) {
    await expect(operations.getByRole('row').nth(at + 1)).toContainText(given);
  }
  await operations.getByRole('button', { name: 'Unmap 2' }).click();
  await expect(space.getByRole('status')).toContainText('waiting for the flush 64 KiB');
  await space.getByRole('button', { name: 'Wait 10 ms' }).click();
  await expect(space.getByRole('status')).toContainText('waiting for the flush 0');
  const slider = space.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '0 of 5 operations');
});

test('every side of it, light and dark, against what a machine can check', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const mapping = new MappingPanel(page);
  const { visitor } = mapping;
  await mapping.openLists();
  const bothThemes = async () => {
    await axe(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await axe(page, ['color-contrast']);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  };
  // With nothing else in sight: what is beside it is looked at elsewhere.
  await page.getByRole('button', { name: 'Dock over the whole window' }).click();
  await expect(visitor.sheet.surface).toBeHidden();
  await mapping.button(/^DMA limits/).click();
  await expect(mapping.field('Longest segment')).toBeVisible();
  await mapping.output(1).hover();
  await bothThemes();
  await mapping.openForm('Paste addresses and lengths');
  await mapping.form('Paste addresses and lengths').getByRole('textbox').fill('4K\nfoo');
  const steps = await mapping.look('Steps');
  await steps.getByRole('button', { name: 'Lay out' }).click();
  await bothThemes();
  const options = mapping.result.getByRole('button', { name: 'Options' });
  await options.click();
  await expect(mapping.result.getByRole('combobox', { name: 'Design' })).toBeVisible();
  await mapping.look('Call chain');
  await bothThemes();
  await options.click();
  await mapping.openForm('Ready-made lists');
  await mapping.look('Page table');
  await bothThemes();
  await mapping.openForm('Take memory with a provider’s allocator');
  await mapping.look('IOVA space');
  await bothThemes();
  await mapping.openForm('Add memory of a device');
  const compare = await mapping.look('Compare');
  await compare.getByRole('button', { name: 'Linux 5.10' }).click();
  await expect(compare.getByRole('listbox')).toHaveCount(2);
  await bothThemes();
});

test.describe('with a finger, on a narrow window', () => {
  test.use({ hasTouch: true, isMobile: true });
  test('the list, and below it what becomes of it', async ({ page }) => {
    const mapping = new MappingPanel(page);
    await mapping.openLists();
    await page.setViewportSize({ width: 560, height: 900 });
    await page
      .getByRole('tab', { name: 'Mapping' })
      .or(page.getByRole('button', { name: 'Mapping' }))
      .first()
      .tap();
    await expect(mapping.row(5)).toBeVisible();
    await mapping.row(5).tap();
    await mapping.button('Delete').tap();
    await mapping.expectEntries(4);
    await mapping.expectOutcome('4 entries make 3 outputs for card.');
    await mapping.output(2).tap();
    await expect(mapping.output(2)).toHaveAttribute('aria-selected', 'true');
    for (const side of ['Steps', 'Page table', 'IOVA space', 'Call chain', 'Compare'] as const) {
      await mapping.tab(side).tap();
      await expect(mapping.result.getByRole('tabpanel', { name: side, exact: true })).toBeVisible();
      const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(isWider, `${side} sticks out`).toBe(false);
    }
    await axe(page);
  });
});
