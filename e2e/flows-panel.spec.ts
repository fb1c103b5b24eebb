// Flows and what they get: drawn up by their ends, changed, folded out, taken along; by keys alone, too.

import { readFileSync } from 'node:fs';
import { FlowsPanel, ONE_SWITCH } from './support/flowsPanel.ts';
import { axe, expect, test } from './support/watch.ts';

test('from nothing to a flow, its limit and its figures in a file', async ({ page }) => {
  const flows = new FlowsPanel(page);
  const { pane, result, visitor } = flows;
  await flows.open('', ONE_SWITCH);
  await expect(pane).toContainText('A flow is data that somebody moves');
  await axe(page);
  await pane.getByRole('button', { name: 'gpu0 → gpu1' }).click();
  await expect(flows.row('gpu0 → gpu1')).toContainText(/\d\d\.\d GB\/s/);
  await expect(result).toContainText(/Held back by Gen5 x16 above gpu\d/);
  await expect(result).toContainText('gpu0 writes to gpu1');
  await expect(result).toContainText('Turned round by a switch');
  await expect(visitor.status(/^f0: \d\d\.\d GB\/s, held back by/)).toHaveCount(1);
  await axe(page);

  // A link by its name is the link on the sheet.
  await result.getByRole('button', { name: 'sw0 – gpu1' }).first().click();
  await expect(visitor.inspector).toContainText('gpu1');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    result.getByRole('button', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('four below a switch flows.csv');
  const csv = readFileSync(await download.path(), 'utf8');
  expect(csv).toMatch(/^record,name,of,direction,rate \(GB\/s\),/);
  expect(csv).toMatch(/^flow,f0,,,\d\d\.\d+,,no,,link,/m);
  expect(csv).toMatch(/^link,sw0 – gpu1,,down,/m);
});

test('by keys alone: added, looked at, changed, removed, undone', async ({ page }) => {
  const flows = new FlowsPanel(page);
  const { pane, list, visitor } = flows;
  await flows.open(
    'flow f0: gpu0 -> gpu1 write\ngroup ring: gpu0 -> gpu1 -> gpu2 -> gpu0 write\n',
    ONE_SWITCH,
  );
  await expect(list.getByRole('treeitem')).toHaveCount(2);

  // A row, the next, into the group and out of it.
  await flows.row('f0').focus();
  await page.keyboard.press('ArrowDown');
  await expect(flows.row('ring of 3')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(list.getByRole('treeitem')).toHaveCount(5);
  await page.keyboard.press('ArrowRight');
  await expect(flows.result).toContainText('gpu0 writes to gpu1');
  await page.keyboard.press('ArrowLeft');
  await expect(flows.row('ring of 3')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(list.getByRole('treeitem')).toHaveCount(2);

  // Properties: what is wrong is said, and what is right is a step.
  await page.keyboard.press('Home');
  await expect(flows.row('f0')).toBeFocused();
  await expect(flows.row('f0')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  const form = pane.getByRole('form', { name: 'Flow f0' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  const size = form.getByRole('textbox', { name: 'Size' });
  await size.focus();
  await page.keyboard.type('much');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Size: bytes such as 64K, 4096 or 1M');
  await page.keyboard.press('Escape');
  await page.keyboard.type('64K');
  await page.keyboard.press('Enter');
  await expect(visitor.undo).toHaveAccessibleName(/change f0: size/);
  await page.keyboard.press('Escape');
  await expect(flows.row('f0')).toBeFocused();

  // Another one, between what is chosen.
  await pane.getByRole('button', { name: 'Add flow' }).focus();
  await page.keyboard.press('Enter');
  const adding = pane.getByRole('form', { name: 'New flow' });
  await expect(adding).toContainText('From: choose where the data come from.');
  await adding.getByRole('combobox', { name: 'From' }).selectOption({ label: 'gpu2' });
  await adding.getByRole('combobox', { name: 'To' }).selectOption({ label: 'gpu2' });
  await expect(adding).toContainText('choose another one than “From”');
  await adding.getByRole('combobox', { name: 'To' }).selectOption({ label: 'gpu1' });
  await expect(adding).toContainText('gpu2 writes to gpu1.');
  await page.keyboard.press('Control+Enter');
  await expect(flows.row('gpu2 → gpu1')).toBeFocused();
  await expect(flows.row('gpu2 → gpu1')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Delete');
  await expect(list.getByRole('treeitem')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(flows.row('gpu2 → gpu1')).toBeVisible();
});

test('what a flow gets follows the others, and both are there as text', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const flows = new FlowsPanel(page);
  await flows.open('flow f0: gpu0 -> gpu1 write\n', ONE_SWITCH);
  const rate = async (name: string) =>
    Number(/(\d+\.\d+) GB\/s/.exec(await flows.row(name).innerText())?.[1]);
  await expect(flows.row('f0')).toContainText('GB/s');
  const alone = await rate('f0');
  expect(alone).toBeGreaterThan(50);
  // From the selection: two devices, one key.
  await flows.visitor.sheet.part('gpu2').click();
  await flows.visitor.sheet.part('gpu1').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Shift+W');
  await expect(flows.row('gpu2 → gpu1')).toContainText('GB/s');
  await expect.poll(() => rate('f0')).toBeLessThan(alone / 1.9);
  await flows.result.getByRole('button', { name: 'Copy' }).click();
  await expect(flows.visitor.notices).toContainText('Copied what the flows get');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^f0 +\d+\.\d+ {2}Gen5 x16 above gpu1/m);
});
