// An architect at the workbench: from the empty page to a server of two sockets, mended, read,
// changed, taken back and brought again; once by pointer, once by keys.

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { Hands } from './support/hands.ts';
import { counts } from './support/matrix.ts';
import { withoutPickers } from './support/pickers.ts';
import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

// The screen of somebody who draws for a living: at this size all of the machine is seen by its parts.
test.use({ viewport: { width: 2560, height: 1440 } });

test.beforeEach(async ({ page }) => {
  await withoutPickers(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

/** Of a frame, where nothing else lies. */
const GROUND = { across: 0.9, down: 0.15 };

const part = ({ sheet }: Visitor, name: string): Locator => sheet.part(`${name} ${name}`);

/** The document, every byte of it, as it is saved. */
async function saved(page: Page, ask: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await ask();
  return readFile(await (await download).path(), 'utf8');
}

function tell(what: string, hands: Hands, began: number): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const description = `${hands.clicks} clicks, ${hands.keys} keys, ${seconds} s`;
  test.info().annotations.push({ type: what, description });
  console.log(`${what}: ${description}`);
}

test('by pointer: built from the palette, mended, read, changed, taken back', async ({ page }) => {
  test.setTimeout(120_000);
  const visitor = new Visitor(page);
  const hands = new Hands(page);
  const { sheet, matrix, inspector } = visitor;
  await visitor.open();
  await visitor.command('start page');
  const began = performance.now();
  await hands.click(page.getByRole('button', { name: /^Draw a machine/ }));
  await expect(visitor.name).toHaveValue('New machine');

  // Two sockets, four switches, eight GPUs, four NICs.
  await hands.setCount(2);
  await hands.bring('Platform', sheet.surface);
  for (const host of ['h0 ·', 'h1 ·']) await hands.bring('Switch', sheet.part(host), GROUND);
  const switches = ['sw0', 'sw1', 'sw2', 'sw3'].map((name) => part(visitor, name));
  for (const each of switches) await hands.bring('GPU', each, { down: 0.4 });
  // All at one switch: that is what the checks say something about.
  await hands.setCount(4);
  await hands.bring('NIC', part(visitor, 'sw0'), { across: 0.1 });

  // Two slots for four drives each.
  await hands.setCount(1);
  for (const [host, slot] of [
    ['h0 ·', 'slot0'],
    ['h1 ·', 'slot1'],
  ] as const) {
    await hands.bring('Slot x16', sheet.part(host), GROUND);
    await expect(inspector.getByRole('heading', { name: slot })).toBeVisible();
    await hands.click(inspector.getByRole('button', { name: 'x4 x4 x4 x4' }));
    await expect(sheet.part(`Slot ${slot}`)).toHaveCount(4);
  }
  await hands.setCount(4);
  for (const slot of ['Slot slot0', 'Slot slot1']) {
    await hands.bring('NVMe drive', sheet.part(slot).first());
  }
  tell('Built by pointer', hands, began);

  // What the checks say is mended.
  await hands.click(page.getByRole('tab', { name: /^Checks/ }));
  const checks = page.getByRole('tabpanel', { name: /^Checks/ });
  await expect(checks).toContainText('1 warning');
  console.log((await checks.ariaSnapshot()).slice(0, 2000));
  await page.screenshot({ path: '/tmp/peer/journeys/w3.png' });
  await hands.click(checks.getByRole('button', { name: /^(Make|Move|Give)/ }).first());
  await expect(checks).not.toContainText('warning');

  // What the matrix says.
  await hands.click(page.getByRole('tab', { name: 'Matrix' }));
  await page.waitForTimeout(2000);
  console.log(await matrix.verdicts.textContent({ timeout: 1000 }).catch(() => ''));
  console.log(await page.getByRole('region', { name: 'Summary by kinds of device' }).textContent({ timeout: 1000 }).catch(() => ''));
  await page.screenshot({ path: '/tmp/peer/journeys/w4.png' });

  // One NIC to another switch: what it changes is told before, and so it is.
  await hands.take(part(visitor, 'nic0'), { across: 0.2 });
  await hands.carryTo(part(visitor, 'sw3'), { across: 0.1 });
  await expect(hands.bubble).toContainText('nic0 below sw3');
  await expect(hands.bubble).toContainText(/pairs/);
  console.log(await hands.bubble.textContent());
  await page.screenshot({ path: '/tmp/peer/journeys/w5.png' });
  await hands.letGo();
  await expect(hands.bubble).toHaveCount(0);
  await page.waitForTimeout(2000);
  console.log(await matrix.verdicts.textContent({ timeout: 1000 }).catch(() => ''));
  console.log(await page.getByRole('region', { name: 'Summary by kinds of device' }).textContent({ timeout: 1000 }).catch(() => ''));

  // All taken back, all brought again.
  const built = await saved(page, () => hands.click(page.getByRole('button', { name: 'Save to a file' })));
  const steps = [];
  while (!/open New machine/.test((await visitor.undo.getAttribute('aria-label')) ?? '')) {
    steps.push(await visitor.undo.getAttribute('aria-label'));
    await hands.click(visitor.undo);
  }
  console.log(steps.length, steps.join('\n'));
  await expect(page.getByText('Drag a platform here')).toBeVisible();
  while (await visitor.redo.isEnabled()) await hands.click(visitor.redo);
  tell('All of it by pointer', hands, began);
  expect(await saved(page, () => visitor.bar.getByRole('button', { name: 'Save to a file' }).click())).toBe(built);
  expect(hands.clicks).toBeLessThan(120);
});

test('by keys: the same, and no mouse at all', async ({ page }) => {
  test.setTimeout(120_000);
  const visitor = new Visitor(page);
  const hands = new Hands(page);
  const { sheet, matrix } = visitor;
  await visitor.open();
  await visitor.command('start page');
  const began = performance.now();
  await visitor.tabTo(page.getByRole('button', { name: /^Draw a machine/ }));
  await hands.press('Enter');
  await expect(visitor.name).toHaveValue('New machine');

  /** From the dialog for adding, to what is selected. */
  const add = async (words: string, arrived: Locator) => {
    await hands.press('a');
    await expect(page.getByRole('combobox', { name: 'Add a part' })).toBeFocused();
    await hands.type(words);
    await hands.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(arrived).toBeAttached();
  };
  /** Selects a part by its name. */
  const find = async (name: string) => {
    await hands.press('/');
    await expect(page.getByRole('searchbox', { name: 'Find in the outline' })).toBeFocused();
    await hands.press('ControlOrMeta+A');
    await hands.type(name);
    await hands.press('Enter');
    await expect(visitor.inspector.getByRole('heading', { name }).first()).toBeVisible();
    await hands.press('Escape');
    await hands.press('ArrowDown'); // into the outline, where letters are commands
  };
  await visitor.tabTo(sheet.surface);
  await add('2 generic x86', sheet.part('h1 ·'));
  await add('2 generic switch', part(visitor, 'sw3'));
  await add('2 generic gpu', part(visitor, 'gpu7'));
  await find('sw0');
  await add('4 generic rdma', part(visitor, 'nic3'));
  for (const [host, slot] of [
    ['h0', 'slot0'],
    ['h1', 'slot1'],
  ] as const) {
    await find(host);
    await add('x16 slot', sheet.part(`Slot ${slot}`));
    await visitor.command('divide');
    await expect(page.getByRole('dialog')).toBeVisible();
    await visitor.tabTo(page.getByRole('button', { name: 'x4 x4 x4 x4' }));
    await hands.press('Enter');
    await expect(sheet.part(`Slot ${slot}`)).toHaveCount(4);
    await add('4 generic nvme', part(visitor, slot === 'slot0' ? 'nvme3' : 'nvme7'));
  }
  tell('Built by keys', hands, began);

  await hands.press('4');
  const checks = page.getByRole('tabpanel', { name: /^Checks/ });
  await expect(checks).toContainText('1 warning');
  await visitor.tabTo(checks.getByRole('button', { name: /^(Make|Move|Give)/ }).first());
  await hands.press('Enter');
  await expect(checks).not.toContainText('warning');
  await hands.press('1');
  await page.waitForTimeout(2000);
  console.log(await matrix.verdicts.textContent({ timeout: 1000 }).catch(() => ''));

  await find('nic0');
  await hands.press('m');
  await expect(sheet.surface).toBeFocused();
  await expect(sheet.cursor).toContainText('carrying nic0');
  for (let tabs = 0; tabs < 40; tabs++) {
    await hands.press('Tab');
    if (((await sheet.cursor.textContent()) ?? '').startsWith('drop nic0 below sw3')) break;
  }
  await expect(visitor.status(/nic0 below sw3.*pairs/)).toBeAttached();
  await hands.press('Enter');
  await page.waitForTimeout(2000);
  console.log(await matrix.verdicts.textContent({ timeout: 1000 }).catch(() => ''));

  const built = await saved(page, () => hands.press('ControlOrMeta+S'));
  while (!/open New machine/.test((await visitor.undo.getAttribute('aria-label')) ?? '')) {
    await hands.press('ControlOrMeta+Z');
  }
  await expect(page.getByText('Drag a platform here')).toBeVisible();
  while (await visitor.redo.isEnabled()) await hands.press('ControlOrMeta+Shift+Z');
  tell('All of it by keys', hands, began);
  expect(await saved(page, () => hands.press('ControlOrMeta+S'))).toBe(built);
  expect(hands.clicks).toBe(0);
  void counts;
});
