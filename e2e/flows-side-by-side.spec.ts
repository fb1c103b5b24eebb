// Figures that were kept, beside another machine’s; and the same flows under other settings.

import type { Locator } from '@playwright/test';
import { EIGHT_GPUS, FlowsPanel, THREE_INTO_ONE } from './support/flowsPanel.ts';
import { expect, test } from './support/watch.ts';

/** The same flows where each GPU has half the lanes, and one flow more. */
const NARROW = `${EIGHT_GPUS.replace('eight GPUs', 'half the lanes').replaceAll('gpu gen5 x16', 'gpu gen5 x8')}${THREE_INTO_ONE}flow more: gpu2 -> gpu3 write
`;

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

const row = (figure: Locator, name: string) =>
  figure.getByRole('table').getByRole('row', { name: new RegExp(`^${name}`) });

test('two machines: kept figures stay when another one is opened, flow by flow by name', async ({
  page,
}) => {
  const flows = new FlowsPanel(page);
  await flows.open();
  const compare = await flows.look('Compare');
  await compare.getByRole('button', { name: 'Another machine' }).click();
  await expect(compare).toContainText('Flows of the same name are compared.');
  await compare.getByRole('button', { name: 'Keep these figures to compare' }).click();
  const figure = compare.getByRole('figure');
  await expect(figure).toContainText('kept: eight GPUs');
  await expect(row(figure, 'local')).toContainText('same');

  await flows.bring(NARROW);
  await expect(figure).toContainText('now: half the lanes');
  await flows.settled();
  // It keeps to the side that was looked at.
  await expect(flows.result.getByRole('tab', { name: 'Compare' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(row(figure, 'local')).toContainText('27.3 GB/s');
  await expect(row(figure, 'local')).toContainText('13.6 GB/s');
  await expect(row(figure, 'local')).toContainText('▼ −50 %');
  await expect(row(figure, 'far0')).toContainText('6.82 GB/s');
  await expect(row(figure, 'more')).toContainText('not there');
  await figure.getByRole('button', { name: 'Table' }).click();
  await expect(row(figure, 'local')).toBeVisible();
  const { text } = await flows.saved(figure.getByRole('button', { name: 'Save CSV' }));
  expect(text).toMatch(
    /^flow,local,bytes_per_second,27\d{9}[.\d]*,13\d{9}[.\d]*,"?kept: eight GPUs/m,
  );
  expect(text).toMatch(/^flow,more,bytes_per_second,,27\d{9}/m);

  // By keys: no longer kept.
  const forget = figure.getByRole('button', { name: 'Keep them no longer' });
  await forget.focus();
  await page.keyboard.press('Enter');
  await expect(compare).toContainText('Keep the figures as they are now');
});

test('other settings: a usual one at once, then others of its options, then nothing', async ({
  page,
}) => {
  const flows = new FlowsPanel(page);
  await flows.open('flow pair: gpu0 <-> gpu1 write\n');
  const compare = await flows.look('Compare');
  await compare.getByRole('button', { name: 'ACS redirect on' }).click();
  const figure = compare.getByRole('figure');
  await expect(figure).toContainText('beside it: ACS redirect on');
  await expect(row(figure, 'pair')).toContainText('106 GB/s');
  await expect(row(figure, 'pair')).toContainText('53.1 GB/s');
  await expect(row(figure, 'rp0 – sw0 ↑')).toContainText('100 %');
  const beside = compare.getByRole('group', { name: 'Held beside it' });
  await beside.getByRole('combobox', { name: 'ACS redirect' }).selectOption({ label: 'off' });
  await expect(row(figure, 'pair')).toContainText('same');
  // The kernel’s own way to the same.
  await beside.getByRole('combobox', { name: 'IOMMU' }).selectOption({ label: 'strict' });
  await beside.getByRole('combobox', { name: 'ACS redirect' }).selectOption({ index: 0 });
  await expect(figure).toContainText(/beside it: .*strict/);
  // Half, and a little more: addresses below 4 GiB make headers shorter.
  await expect(row(figure, 'pair')).toContainText('53.8 GB/s');
  await compare.getByRole('button', { name: 'Compare with nothing' }).click();
  await expect(compare).toContainText('Hold the same flows beside what they get');
  // What was held beside changed nothing here.
  await flows.settled();
  await flows.expectRate(flows.row('pair'), '106');
});
