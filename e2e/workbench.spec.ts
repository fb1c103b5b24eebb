// An architect at the workbench: from the empty page to a server of two sockets, mended, read,
// changed, taken back and brought again; once by pointer, once by keys.

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { Hands } from './support/hands.ts';
import { Hearing } from './support/hearing.ts';
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

/** The verdicts on what is built, and on the same with nic0 beside nic3. */
const BUILT = counts(24, 0, 356);
const MOVED = counts(26, 0, 354);
const TOLD = /6 pairs become direct, 4 become refused\./;

const part = ({ sheet }: Visitor, name: string): Locator => sheet.part(name);

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
  await hands.bringRow('Generic x86 host', sheet.surface);
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
  // What was put at the right has moved the paper there: all of it in sight again.
  await hands.click(sheet.zoom.getByRole('button', { name: /^Fit/ }));

  // What the checks say is mended.
  await hands.click(page.getByRole('tab', { name: /^Checks/ }));
  const checks = page.getByRole('tabpanel', { name: /^Checks/ });
  await expect(checks).toContainText('1 warning');
  await expect(checks).toContainText('The uplink of sw0 is shared 6:1');
  for (const [nic, to] of [
    ['nic1', 'sw1'],
    ['nic2', 'sw2'],
    ['nic3', 'sw3'],
  ] as const) {
    await hands.take(part(visitor, nic), { across: 0.2 });
    await hands.carryTo(part(visitor, to), { across: 0.1 });
    await expect(hands.bubble).toContainText(`${nic} below ${to}`);
    await hands.letGo();
    await expect(hands.bubble).toHaveCount(0);
  }
  await expect(checks).not.toContainText('warning');

  // What the matrix says.
  await hands.click(page.getByRole('tab', { name: 'Matrix' }));
  await expect(matrix.verdicts).toHaveText(BUILT);
  await expect(matrix.summary('GPUs × NICs')).toContainText('8 direct, 0 via host, 24 refused');
  await expect(matrix.summary('NICs × NICs')).toContainText('0 direct, 0 via host, 12 refused');

  // One NIC to another switch: what it changes is told before, and so it is.
  await hands.take(part(visitor, 'nic0'), { across: 0.2 });
  await hands.carryTo(part(visitor, 'sw3'), { across: 0.1 });
  await expect(hands.bubble).toContainText('nic0 below sw3');
  await expect(hands.bubble).toContainText(TOLD);
  await hands.letGo();
  await expect(hands.bubble).toHaveCount(0);
  await expect(matrix.verdicts).toHaveText(MOVED);
  await expect(matrix.summary('NICs × NICs')).toContainText('2 direct, 0 via host, 10 refused');

  // All taken back, all brought again.
  const built = await saved(page, () =>
    hands.click(page.getByRole('button', { name: 'Save to a file' })),
  );
  while (!/open New machine/.test((await visitor.undo.getAttribute('aria-label')) ?? '')) {
    await hands.click(visitor.undo);
  }
  await expect(page.getByText('Drag a platform here')).toBeVisible();
  while (await visitor.redo.isEnabled()) await hands.click(visitor.redo);
  tell('All of it by pointer', hands, began);
  expect(
    await saved(page, () => visitor.bar.getByRole('button', { name: 'Save to a file' }).click()),
  ).toBe(built);
  expect(hands.clicks).toBeLessThan(120);
});

test('by keys: the same, and no mouse at all', async ({ page }) => {
  test.setTimeout(120_000);
  const visitor = new Visitor(page);
  const hands = new Hands(page);
  const hearing = new Hearing(page);
  const { sheet, matrix } = visitor;
  await visitor.open();
  await visitor.command('start page');
  const began = performance.now();
  await hands.tabTo(page.getByRole('button', { name: /^Draw a machine/ }));
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
    await expect(visitor.outline.getByRole('treeitem', { name })).not.toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Outline' }).getByRole('status')).toHaveText(
      /^[1-9]/,
    );
    await hands.press('Enter');
    await expect(visitor.inspector.getByRole('heading', { name }).first()).toBeVisible();
    await hands.press('Escape');
    await hands.tabTo(sheet.surface); // where letters are commands
  };
  /** Carries it, from target to target, to where it is to go. */
  const move = async (what: string, to: string, told = /./) => {
    await find(what);
    await hearing.begin();
    await hands.press('m');
    await expect(sheet.cursor).toContainText(`carrying ${what}`);
    const isThere = async () =>
      ((await sheet.cursor.textContent()) ?? '').startsWith(`drop ${what} below ${to},`);
    for (let tabs = 0; tabs < 40 && !(await isThere()); tabs++) await hands.press('Tab');
    await hearing.expectTold(new RegExp(`Below ${to}, .*${told.source}`));
    await hands.press('Enter');
    await expect(sheet.cursor).not.toContainText('drop');
  };
  await hands.tabTo(sheet.surface);
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
    await hands.tabTo(
      page.getByRole('dialog').getByRole('button', { name: 'x4 x4 x4 x4', exact: true }),
    );
    await hands.press('Enter');
    await expect(sheet.part(`Slot ${slot}`)).toHaveCount(4);
    await add('4 generic nvme', part(visitor, slot === 'slot0' ? 'nvme3' : 'nvme7'));
  }
  tell('Built by keys', hands, began);

  await hands.press('4');
  const checks = page.getByRole('tabpanel', { name: /^Checks/ });
  await expect(checks).toContainText('1 warning');
  await expect(checks).toContainText('The uplink of sw0 is shared 6:1');
  await move('nic1', 'sw1');
  await move('nic2', 'sw2');
  await move('nic3', 'sw3');
  await expect(checks).not.toContainText('warning');
  await hands.press('1');
  await expect(matrix.verdicts).toHaveText(BUILT);

  await move('nic0', 'sw3', TOLD);
  await expect(matrix.verdicts).toHaveText(MOVED);

  const built = await saved(page, () => hands.press('ControlOrMeta+S'));
  while (!/open New machine/.test((await visitor.undo.getAttribute('aria-label')) ?? '')) {
    await hands.press('ControlOrMeta+Z');
  }
  await expect(page.getByText('Drag a platform here')).toBeVisible();
  while (await visitor.redo.isEnabled()) await hands.press('ControlOrMeta+Shift+Z');
  tell('All of it by keys', hands, began);
  expect(await saved(page, () => hands.press('ControlOrMeta+S'))).toBe(built);
  expect(hands.clicks).toBe(0);
});
