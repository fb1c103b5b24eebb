// Mappings under several conditions as one picture: five, three and one; four address spaces; taken
// along with every address as text.

import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { MappingPanel } from './support/mappingPanel.ts';
import { axe, expect, test } from './support/watch.ts';

test('several mappings at once are put together, lit, edited, taken along', async ({ page }) => {
  const mapping = new MappingPanel(page);
  await mapping.openLists();
  const compare = await mapping.look('Compare');
  const choice = (name: string): Locator => compare.getByRole('button', { name, exact: true });
  const figures = compare.getByRole('figure');
  const picture = (name: RegExp) => compare.getByRole('listbox', { name });
  await choice('Several at once').click();
  await expect(compare).toContainText('Choose a picture above');

  await choice('Off, translating, redirected').click();
  await expect(figures).toHaveCount(3);
  for (const [at, outcome] of ['5 outputs', '3 outputs', '1 output'].entries()) {
    await expect(figures.nth(at)).toContainText(`5 entries make ${outcome}.`);
  }
  await expect(compare).toContainText('Outputs: 5, 3 and 1.');
  await axe(page);

  // An entry is lit in all of them, by keys as well.
  const third = /^Entry 3 of 5/;
  await picture(/^IOMMU off: 5 entries/)
    .getByRole('option', { name: third })
    .focus();
  const lit = figures.locator('[data-lit] > rect');
  await expect(lit.first()).toBeAttached();
  for (const at of [0, 1, 2]) {
    await expect(figures.nth(at).locator('g[data-kind="entry"][data-lit]')).toHaveCount(1);
  }

  // One picture with all that is on the wire as text.
  const download = page.waitForEvent('download');
  await choice('Save as one SVG').click();
  const svg = await readFile(await (await download).path(), 'utf8');
  for (const address of ['38 0000 0000', 'ffff c000', 'ffff e000', 'ffff 8000', '3000 1000']) {
    expect(svg).toContain(`>${address}<`);
  }
  expect(svg).toContain('5 entries make 1 output.');
  expect(svg).toContain('client card');

  // The list changes under all of them, and back.
  await choice('Hide the list').click();
  await mapping.row(5).click();
  await page.keyboard.press('Delete');
  await expect(figures.nth(0)).toContainText('4 entries make 4 outputs.');
  await expect(figures.nth(2)).toContainText('4 entries make 1 output.');
  await mapping.visitor.undo.click();
  await expect(figures.nth(0)).toContainText('5 entries make 5 outputs.');

  await choice('Four address spaces').click();
  await expect(figures).toHaveCount(4);
  for (const [at, space] of ['physical', 'IOVA', 'kernel virtual', 'bus address'].entries()) {
    await expect(
      figures.nth(at).getByRole('option', { name: new RegExp(`^DMA entry 1 of \\d, ${space} `) }),
    ).toBeAttached();
  }

  // Other sides of the mapping are looked at in between.
  await mapping.look('Steps');
  await mapping.look('Compare');
  await expect(figures).toHaveCount(4);

  // What the document lacks is offered, and goes in one step.
  await choice('Why not always one range: the list').click();
  await compare.getByRole('button', { name: 'Put in E1, E3, E4, E5', exact: true }).click();
  await expect(figures).toHaveCount(6);
  await expect(figures.nth(3)).toContainText('2 entries make 2 outputs.');
  await mapping.visitor.undo.click();
  await expect(mapping.list().locator('option')).toHaveCount(2);
});
