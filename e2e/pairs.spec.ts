// Who with whom: a provider and a client are picked on the sheet, in the outline, in the matrix and by
// name, with the mouse and with the keys; verdict, distance, reasons and path follow.

import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

const cmbDrive = '0000:2c:00.0';
const nicBesideIt = '0000:2b:00.0';
const nicOfOtherSocket = '0000:9c:00.0';
const accelerator = '0000:6b:00.0';

/** The explanation of the drive with the network card below the same switch. */
async function expectDirect(visitor: Visitor): Promise<void> {
  await visitor.openTab('Why');
  const { why } = visitor;
  await expect(why.getByRole('heading', { name: 'Direct BUS_ADDR' })).toBeVisible();
  const pair = why.getByRole('region', { name: 'The pair' });
  await expect(pair).toContainText(cmbDrive);
  await expect(pair).toContainText(nicBesideIt);
  await expect(pair).toContainText('proven by the input');
  await expect(why.getByRole('region', { name: 'Why' })).toContainText('(2 + 2 steps)');
}

test.describe('with the mouse', () => {
  test('on the sheet: the path is lit, the rest steps back', async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    const { sheet } = visitor;
    await (await sheet.approach(`${cmbDrive} CMB drive A`)).click();
    await expect(sheet.part(cmbDrive)).toHaveAttribute('aria-selected', 'true');
    await sheet.end('Provider').click();
    // With one end chosen, every other part says how it fares.
    await expect(sheet.part(nicBesideIt)).toHaveAccessibleName(/direct from the provider$/);
    await expect(sheet.part(accelerator)).toHaveAccessibleName(/refused from the provider$/);
    await (await sheet.approach(`${nicBesideIt} NIC A port 1`)).click();
    await sheet.end('Client').click();

    await expect(sheet.part(cmbDrive)).toHaveAccessibleName(/, provider$/);
    await expect(sheet.part(nicBesideIt)).toHaveAccessibleName(/, client$/);
    await expect(sheet.tag('Direct')).toBeVisible();
    const lit = await sheet.ink(cmbDrive);
    expect(await sheet.ink(nicBesideIt)).toBe(lit);
    expect(await sheet.ink('0000:27:00.0 switch A')).toBe(lit);
    expect(await sheet.ink('0000:29:00.0 GPU 0')).not.toBe(lit);
    await expectDirect(visitor);
  });

  test('in the matrix: one click, and why', async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    const { matrix, why } = visitor;
    await matrix.openFilters();
    await matrix.kind('Providers', 'GPU').click();
    await matrix.kind('Providers', 'NIC').click();
    const cell = matrix.cell(cmbDrive, nicBesideIt);
    await expect(cell).toHaveAccessibleName(/: BUS_ADDR, distance 4$/);
    await cell.click();
    await expect(cell).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: 'Why?' }).click();
    await expect(why.getByRole('heading', { name: 'Direct BUS_ADDR' })).toBeVisible();
    await expectDirect(visitor);
  });

  test('in the outline and the inspector; swapped and cleared', async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    const { inspector, why, sheet } = visitor;
    await visitor.line(`${cmbDrive} CMB drive A`).click();
    await inspector.getByRole('button', { name: 'Provider', exact: true }).first().click();
    await visitor.line(`${nicBesideIt} NIC A port 1`).click();
    await inspector.getByRole('button', { name: 'Client', exact: true }).first().click();
    await expectDirect(visitor);
    await why.getByRole('button', { name: 'Swap provider and client' }).click();
    await expect(why.getByRole('definition').first()).toContainText(nicBesideIt);
    await why.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(
      why.getByRole('heading', { name: 'Choose a provider and a client' }),
    ).toBeVisible();
    await expect(sheet.tag('Direct')).toBeHidden();
  });

  test('by name: redirecting bridges are flagged, the host bridge is named', async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    const { sheet, why } = visitor;
    await visitor.openTab('Why');
    await why.getByRole('combobox', { name: 'Provider' }).selectOption('0000:9d:00.0');
    await why.getByRole('combobox', { name: 'Client' }).selectOption(nicOfOtherSocket);
    await expect(why.getByRole('heading', { name: /^Via host bridge/ })).toBeVisible();
    await expect(why).toContainText('0000:99:03.0');
    await expect(why).toContainText('8086:09a2');
    await expect(sheet.tag('ACS RR CR redirect').first()).toBeVisible();
    await expect(sheet.tag('host bridge on the list')).toBeVisible();

    await why.getByRole('button', { name: 'Clear', exact: true }).click();
    await why.getByRole('combobox', { name: 'Provider' }).selectOption(cmbDrive);
    await why.getByRole('combobox', { name: 'Client' }).selectOption(accelerator);
    await expect(why.getByRole('heading', { name: /^Refused/ })).toBeVisible();
    await expect(why).toContainText('cannot be used for peer-to-peer DMA');
    await expect(sheet.tag('host bridge not on the list')).toBeVisible();

    // What would change it can be tried out from here.
    await why.getByRole('button', { name: /^Apply ?: Run Linux 7\.1/ }).click();
    await expect(why.getByRole('heading', { name: /^Via host bridge/ })).toBeVisible();
    await expect(visitor.kernel).toHaveValue('7.1');
  });
});

test.describe('with the keys', () => {
  test('on the sheet: arrows walk the tree, P and O choose', async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    const { cursor, surface } = visitor.sheet;
    await visitor.tabTo(surface);
    await page.keyboard.press('ArrowDown');
    await walkTo(visitor, 'I/O stack 2', 'ArrowRight');
    await page.keyboard.press('ArrowDown');
    await walkTo(visitor, '0000:26:01.0', 'ArrowRight');
    await walkTo(visitor, '0000:27:00.0 switch A', 'ArrowDown');
    await page.keyboard.press('ArrowDown');
    await walkTo(visitor, '0000:28:03.0', 'ArrowRight');
    await walkTo(visitor, `${cmbDrive} CMB drive A`, 'ArrowDown');
    await page.keyboard.press('Enter');
    await expect(cursor).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('p');
    await expect(cursor).toHaveText(/, provider$/);
    for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
    await expect(cursor).toHaveText(new RegExp(`^${nicBesideIt} NIC A port 1`));
    await page.keyboard.press('o');
    await expect(cursor).toHaveText(/, client$/);
    await expect(
      visitor.status('CMB drive A to NIC A port 1: BUS_ADDR, distance 4.'),
    ).toBeAttached();
    await expectDirect(visitor);
  });

  test('in the outline: type an address, press P and O', async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    await visitor.tabTo(visitor.outline);
    await page.keyboard.type('2c:00');
    await expect(visitor.outline).toHaveAttribute('aria-activedescendant', /2c:00\.0$/);
    // Letters typed at once go on with the address; after a pause they are keys again.
    await page.waitForTimeout(900);
    await page.keyboard.press('p');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(visitor.outline).toHaveAttribute('aria-activedescendant', /2b:00\.0$/);
    await page.keyboard.press('o');
    await expectDirect(visitor);
  });

  test('in the matrix: arrows, Enter, and on to the reasons', async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    const { matrix } = visitor;
    const first = matrix.grid.getByRole('gridcell', { name: /^0000:29:00\.0 with itself: / });
    await visitor.tabTo(first, 100);
    for (let steps = 0; steps < 6; steps++) await page.keyboard.press('ArrowRight');
    const cell = matrix.cell('0000:29:00.0', nicBesideIt);
    await expect(cell).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(cell).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(matrix.cell('0000:2a:00.0', nicBesideIt)).toBeFocused();
    await visitor.tabTo(page.getByRole('button', { name: 'Why?' }));
    await page.keyboard.press('Enter');
    await expect(visitor.why.getByRole('heading', { name: 'Direct BUS_ADDR' })).toBeVisible();
  });

  test('from the palette', async ({ page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    await visitor.line(`${cmbDrive} CMB drive A`).click();
    await visitor.command('set as prov');
    await visitor.line(`${nicBesideIt} NIC A port 1`).click();
    await visitor.command('set as cli');
    await expectDirect(visitor);
  });
});

/** Presses a key until the part is reached. */
async function walkTo(visitor: Visitor, name: string, key: string): Promise<void> {
  const { cursor } = visitor.sheet;
  for (let steps = 0; steps < 12; steps++) {
    if ((await cursor.textContent())?.startsWith(name)) return;
    await visitor.page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${name}.`);
}
