// The address map: with the mouse on the map, with the keys in the table, from the sheet and to it.

import type { Locator } from '@playwright/test';
import { Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

const cmbDrive = '0000:2c:00.0';

class AddressMap {
  readonly panel: Locator;
  readonly table: Locator;
  readonly map: Locator;

  constructor(visitor: Visitor) {
    this.panel = visitor.page.getByRole('tabpanel', { name: 'Addresses' });
    this.table = this.panel.getByRole('treegrid', { name: 'Address ranges' });
    this.map = this.panel.getByRole('region', { name: /^Map/ });
  }

  row(name: RegExp): Locator {
    return this.table.getByRole('row', { name });
  }

  filter(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }
}

async function openMap(visitor: Visitor): Promise<AddressMap> {
  await visitor.open();
  await visitor.sheet.surface.focus();
  await visitor.page.keyboard.press('5');
  const map = new AddressMap(visitor);
  await expect(map.panel).toContainText('37 BARs in 14 host windows');
  return map;
}

test('with the keys: arrows from range to range, Enter to the owner on the sheet', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  const map = await openMap(visitor);
  await visitor.tabTo(map.filter('Above 4 GiB'));
  await page.keyboard.press('Enter');
  await expect(map.filter('Above 4 GiB')).toHaveAttribute('aria-pressed', 'true');
  const rows = map.table.getByRole('row');
  await visitor.tabTo(rows.nth(1));
  await expect(rows.nth(1)).toContainText('platform hub');
  for (let steps = 0; steps < 40; steps++) {
    if ((await page.locator(':focus').textContent())?.includes(cmbDrive)) break;
    await page.keyboard.press('ArrowDown');
  }
  const row = map.row(/BAR 4, prefetchable, for peers 0000:2c:00\.0/);
  await expect(row).toBeFocused();
  await expect(row).toContainText('0x2260 2000 0000');
  await expect(row).toContainText('512 MiB');
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(visitor.inspector).toContainText('CMB drive A');
  // Out to the window that holds it, and in again.
  await page.keyboard.press('ArrowLeft');
  await expect(map.row(/prefetchable window 0000:28:03\.0/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(row).toBeFocused();
});

test('with the mouse: a box on the map tells whose it is, and leads there', async ({ page }) => {
  const visitor = new Visitor(page);
  const map = await openMap(visitor);
  const box = map.map.locator('[data-part="0000:2c:00.0"][data-peers]');
  await box.scrollIntoViewIfNeeded();
  await box.hover();
  await expect(map.panel).toContainText('0x2260 2000 0000 – 0x2260 3fff ffff');
  await box.click();
  await expect(box).toHaveAttribute('data-selected', 'true');
  await expect(visitor.inspector).toContainText('CMB drive A');
});

test('what is selected elsewhere is found in the table', async ({ page }) => {
  const visitor = new Visitor(page);
  const map = await openMap(visitor);
  await (await visitor.scrollTo(cmbDrive)).click();
  const row = map.row(/BAR 0, memory 0000:2c:00\.0/);
  await expect(row).toBeVisible();
  await expect(row).toHaveAttribute('aria-selected', 'true');
});

test('I/O ports apart; the table is copied as text', async ({ page }) => {
  const visitor = new Visitor(page);
  const map = await openMap(visitor);
  await map.filter('I/O ports').click();
  await expect(map.row(/BAR 2, I\/O 0000:02:00\.0/)).toBeVisible();
  await map.panel.getByRole('button', { name: /^Copy/ }).click();
  const lines = (await visitor.clipboard()).trim().split('\n');
  expect(lines[0]).toBe('first\tlast\tsize\tkind\towner\tname');
  expect(
    lines.some((line) => line.startsWith('0x1000\t0x107f\t128 bytes\tBAR 2, I/O\t0000:02:00.0')),
  ).toBe(true);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`accessible in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const visitor = new Visitor(page);
    const map = await openMap(visitor);
    await map.row(/BAR 0, memory 0000:02:00\.0/).click();
    await expect(visitor.inspector).toContainText('0000:02:00.0');
    await axe(page);
  });
}
