// Charts of the flows: what links carry, sizes, limits, what-ifs and comparisons; by keys alone, too.

import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

/** One flow into gpu3 from below its own switch, two from below the other one. */
const TWO_SWITCHES = `machine "two switches"
kernel 6.12 "iommu=pt"
iommu none
acs as-is

host h0 8086:09a2
  rp0: port gen5 x16
    sw0: switch gen5 x16
      gpu0: gpu gen5 x16
      gpu1: gpu gen5 x16
  rp1: port gen5 x16
    sw1: switch gen5 x16
      gpu2: gpu gen5 x16
      gpu3: gpu gen5 x16
flow local: gpu2 -> gpu3 write
flow far0: gpu0 -> gpu3 write
flow far1: gpu1 -> gpu3 write
`;

class Charts {
  readonly page: Page;
  readonly visitor: Visitor;
  readonly side: Locator;

  constructor(page: Page) {
    this.page = page;
    this.visitor = new Visitor(page);
    this.side = page.getByRole('region', { name: 'What the flows get' }).getByRole('tabpanel');
  }

  async open(): Promise<void> {
    await this.visitor.open();
    await this.visitor.sheet.surface.focus();
    await this.visitor.pasteWithKeys(TWO_SWITCHES);
    await expect(this.visitor.name).toHaveValue('two switches');
    await this.page.keyboard.press('8');
  }

  async look(name: string): Promise<Locator> {
    await this.page.getByRole('tab', { name, exact: true }).click();
    await expect(this.side).toHaveAttribute('aria-labelledby', /flows-tab/);
    return this.side;
  }

  async saved(what: 'SVG' | 'CSV'): Promise<string> {
    const download = this.page.waitForEvent('download');
    await this.side.getByRole('button', { name: `Save ${what}` }).click();
    return readFileSync(await (await download).path(), 'utf8');
  }
}

test('what links carry: bars by keys, the link on the sheet, a picture and figures to take along', async ({
  page,
}) => {
  const charts = new Charts(page);
  await charts.open();
  const links = await charts.look('Links');
  const bars = links.getByRole('listbox', { name: 'Links, both ways each' }).getByRole('option');
  await expect(bars.first()).toHaveAccessibleName(
    /^sw1 – gpu3, down, Gen5 x16: 5\d\.\d GB\/s, 100 % of what can be filled, \d\.\d× wanted/,
  );
  await axe(page);
  await bars.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(bars.nth(1)).toBeFocused();
  await expect(links.getByRole('figure')).toContainText('sw1 – gpu3, up, Gen5 x16');
  await page.keyboard.press('Enter');
  await expect(charts.visitor.inspector).toContainText('gpu3');

  const svg = await charts.saved('SVG');
  expect(svg).toContain('>What links carry<');
  expect(svg).toContain('>sw1 – gpu3<');
  expect(svg).not.toMatch(/var\(|url\(/);
  const csv = await charts.saved('CSV');
  expect(csv).toMatch(/^link,upper,lower,/);
  expect(csv).toMatch(/^sw1 – gpu3,.*,down,/m);

  await links.getByRole('button', { name: 'Table' }).click();
  await expect(links.getByRole('rowheader', { name: 'sw1 – gpu3' })).toHaveCount(2);
});

test('sizes and limits of a flow, size by size', async ({ page }) => {
  const charts = new Charts(page);
  await charts.open();
  const sweep = await charts.look('Size sweep');
  const size = sweep.getByRole('slider', { name: 'Size of a transfer' });
  await expect(size).toHaveAttribute(
    'aria-valuetext',
    /GB\/s alone, 2\d\.\d GB\/s with the others/,
  );
  await axe(page);
  await size.focus();
  await page.keyboard.press('Home');
  await expect(size).toHaveAttribute('aria-valuetext', /^1 B: /);
  await page.keyboard.press('PageUp');
  await expect(size).toHaveAttribute('aria-valuetext', /^8 B: /);
  expect(await charts.saved('SVG')).toContain('>MPS 256 B<');
  expect(await charts.saved('CSV')).toMatch(/^flow,size_bytes,alone_bytes_per_second,/);

  const roofline = await charts.look('Roofline');
  await expect(roofline.getByRole('slider')).toHaveAttribute(
    'aria-valuetext',
    /the lowest limit is Gen5 x16 above gpu\d/,
  );
  await axe(page);
});

test('a slider is moved by keys: before and after stand beside each other, and all goes back', async ({
  page,
}) => {
  const charts = new Charts(page);
  await charts.open();
  const whatIf = await charts.look('What if');
  const figures = whatIf.getByRole('figure');
  const payload = whatIf.getByRole('slider', { name: 'MPS' });
  await expect(payload).toHaveAttribute('aria-valuetext', 'as set');
  await payload.focus();
  for (const value of ['128 B', '256 B', '512 B']) {
    await page.keyboard.press('ArrowRight');
    await expect(payload).toHaveAttribute('aria-valuetext', value);
  }
  await expect(figures).toContainText(/▲ \+\d\.\d %/);
  await axe(page);
  await whatIf.getByRole('combobox', { name: 'ACS redirect' }).selectOption({ label: 'on' });
  await expect(figures).toContainText('MPS 512 B, ACS redirect on');
  await whatIf.getByRole('button', { name: 'MPS: as usual' }).click();
  await expect(payload).toHaveAttribute('aria-valuetext', 'as set');
  await whatIf.getByRole('button', { name: 'All as the machine is' }).click();
  await expect(figures).toContainText('nothing turned yet');
});

test('other settings, and figures that were kept, side by side', async ({ page }) => {
  const charts = new Charts(page);
  await charts.open();
  const compare = await charts.look('Compare');
  await compare.getByRole('button', { name: 'ACS redirect on' }).click();
  await expect(compare.getByRole('figure')).toContainText('beside it: ACS redirect on');
  await expect(compare.getByRole('figure')).toContainText('far0');
  await axe(page);
  await compare.getByRole('button', { name: 'Compare with nothing' }).click();
  await compare.getByRole('button', { name: 'Keep these figures to compare' }).click();
  await expect(compare.getByRole('figure')).toContainText('kept: two switches');
  expect(await charts.saved('CSV')).toMatch(/^flow,local,bytes_per_second,\d+/m);
});
