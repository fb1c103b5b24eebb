// Parts are copied, cut, pasted and duplicated, from one tab to another and by mail; text that is no
// part still opens as a machine.

import { Bench, SKETCH } from './support/bench.ts';
import { golden } from './support/dumps.ts';
import { expect, test } from './support/watch.ts';

// So that all of the machine is seen by its parts, with what is put in besides.
test.use({ viewport: { width: 2000, height: 1300 } });

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('a switch goes from tab to tab with what is below it, under names of its own', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const here = new Bench(page);
  await here.open();
  const otherPage = await context.newPage();
  await otherPage.emulateMedia({ reducedMotion: 'reduce' });
  const there = new Bench(otherPage);
  await there.open();
  const before = await there.text();
  await page.bringToFront();
  await here.part('sw0').click();
  await page.keyboard.press('ControlOrMeta+C');
  await expect(here.visitor.status(/copied/i)).toBeAttached();

  // What a mail would show.
  const text = await here.visitor.clipboard();
  expect(text).toMatch(/^\s*sw0: switch\b.*\n\s+gpu0: gpu\b.*\n\s+nic0: nic\b/m);
  expect(text).not.toMatch(/[{}]/);

  await otherPage.bringToFront();
  await otherPage
    .getByRole('option', { name: /^h0 / })
    .first()
    .click({ position: { x: 12, y: 12 } });
  await otherPage.keyboard.press('ControlOrMeta+V');
  await expect(there.part('sw2')).toBeVisible();
  await expect(there.part('gpu2')).toBeVisible();
  await expect(there.part('nic1')).toBeVisible();
  // What came is selected, what was there is as it was.
  await expect(there.part('sw2')).toHaveAttribute('aria-selected', 'true');
  const after = await there.text();
  for (const line of before.trim().split('\n')) expect(after).toContain(line);
  await there.visitor.undo.click();
  await expect(there.part('sw2')).toHaveCount(0);
  expect(await there.text()).toBe(before);
});

test('cut, paste and duplicate are one step each', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const bench = new Bench(page);
  const { visitor } = bench;
  await bench.open();
  const before = await bench.text();
  await bench.part('nic0').click();
  await page.keyboard.press('ControlOrMeta+X');
  await expect(bench.part('nic0')).toHaveCount(0);
  await expect(visitor.undo).toHaveAccessibleName(/cut/i);

  await bench.part('sw1').click();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(bench.part('nic0')).toBeVisible();
  await expect(visitor.undo).toHaveAccessibleName(/paste/i);
  await expect(bench.withPorts('sw1', 3)).toBeAttached();

  // Again: under a name of its own.
  await bench.part('sw1').click();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(bench.part('nic1')).toBeVisible();

  await bench.part('sw0').click();
  await page.keyboard.press('ControlOrMeta+D');
  await expect(bench.part('sw2')).toBeVisible();
  await expect(bench.part('gpu2')).toBeVisible();
  await expect(visitor.undo).toHaveAccessibleName(/duplicate/i);
  for (let steps = 0; steps < 4; steps++) await page.keyboard.press('ControlOrMeta+Z');
  await expect(visitor.undo).toHaveAccessibleName(/open/);
  expect(await bench.text()).toBe(before);
});

test('parts out of a mail are put in, a machine is opened, and a dump as ever', async ({
  page,
}) => {
  const bench = new Bench(page);
  const { visitor } = bench;
  await bench.open();
  await bench.part('sw1').click();
  await visitor.pasteWithKeys(
    'fast: gpu gen5 x16 bar=128G   # the one we talked about\nslow: nvme gen4 x4\n',
  );
  await expect(bench.part('fast')).toBeVisible();
  await expect(bench.part('slow')).toBeVisible();
  await expect(bench.withPorts('sw1', 4)).toBeAttached();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(bench.part('fast')).toHaveCount(0);

  await visitor.pasteWithKeys(SKETCH.replace('"two switches"', '"from a mail"'));
  await expect(visitor.name).toHaveValue('from a mail');
  await visitor.pasteWithKeys(golden('s03-switch-acs-2.612-strict'));
  await expect(visitor.name).not.toHaveValue('from a mail');
  await expect(visitor.notices.or(visitor.failure).getByText(/could not/i)).toHaveCount(0);
});

test('the menus copy and paste as the keys do', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const bench = new Bench(page);
  const { hands } = bench;
  await bench.open();
  await hands.rightClick(bench.part('nic0'));
  await hands.click(hands.item('Copy nic0'));
  await expect(bench.visitor.status(/copied/i)).toBeAttached();
  await hands.rightClick(bench.part('sw1'), { across: 0.2 });
  await hands.click(hands.item('Paste'));
  await expect(bench.part('nic1')).toBeVisible();
});
