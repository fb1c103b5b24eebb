// An architect at the workbench: from the empty page to a server of two sockets, mended, read,
// changed, taken back and brought again; once by pointer, once by keys.

import { Hands } from './support/hands.ts';
import { TextPanel } from './support/textPanel.ts';
import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

// The screen of somebody who draws for a living: at this size all of the machine is seen by its parts.
test.use({ viewport: { width: 2560, height: 1440 } });

/** A part's name as the sheet has it: a port above would begin alike. */
const drawn = (name: string) => `${name} ${name}`;
const HOST_GROUND = { across: 0.9, down: 0.15 };

test('by pointer: built from the palette, mended, read, changed, taken back', async ({ page }) => {
  test.setTimeout(120_000);
  const visitor = new Visitor(page);
  const hands = new Hands(page);
  const { sheet, matrix } = visitor;
  await visitor.open();
  await visitor.command('start page');
  const began = performance.now();

  await hands.click(page.getByRole('button', { name: /^Draw a machine/ }));
  await hands.setCount(2);
  await hands.bring('Platform', sheet.surface);
  for (const host of ['h0 ·', 'h1 ·']) await hands.bring('Switch', sheet.part(host), HOST_GROUND);
  const switches = ['sw0', 'sw1', 'sw2', 'sw3'].map((name) => sheet.part(drawn(name)));
  for (const each of switches) await hands.bring('GPU', each);
  // All at one switch: that is what the checks will say something about.
  await hands.setCount(4);
  await hands.bring('NIC', sheet.part(drawn('sw0')));
  await hands.setCount(1);
  for (const [host, slot] of [
    ['h0 ·', 'slot0'],
    ['h1 ·', 'slot1'],
  ] as const) {
    await hands.bring('Slot x16', sheet.part(host), HOST_GROUND);
    await expect(visitor.inspector.getByRole('heading', { name: slot })).toBeVisible();
    await hands.click(visitor.inspector.getByRole('button', { name: 'x4 x4 x4 x4' }));
  }
  await hands.setCount(4);
  for (const slot of ['Slot slot0', 'Slot slot1']) {
    await hands.bring('NVMe drive', sheet.part(slot).first());
  }

  // What the checks say is mended.
  await hands.click(page.getByRole('tab', { name: /^Checks/ }));
  const checks = page.getByRole('tabpanel', { name: /^Checks/ });
  await expect(checks).toContainText('1 warning');
  console.log((await checks.ariaSnapshot()).slice(0, 2500));
  await page.screenshot({ path: '/tmp/peer/journeys/w3.png' });
  await hands.click(checks.getByRole('button', { name: /^(Make|Move|Give)/ }).first());
  await expect(checks).not.toContainText('warning');
  await hands.click(page.getByRole('tab', { name: 'Matrix' }));
  await page.waitForTimeout(2000);
  console.log(await matrix.verdicts.textContent({ timeout: 1000 }).catch(() => ''));
  console.log(
    await page
      .getByRole('region', { name: 'Summary by kinds of device' })
      .textContent({ timeout: 1000 })
      .catch(() => ''),
  );
  await page.screenshot({ path: '/tmp/peer/journeys/w4.png' });
  console.log(hands.clicks, hands.keys, performance.now() - began);

  await hands.take(sheet.part(drawn('nic0')));
  await hands.carryTo(sheet.part(drawn('sw3')), { across: 0.1 });
  await expect(hands.bubble).toContainText('below sw3');
  await expect(hands.bubble).not.toContainText('judging');
  console.log(await hands.bubble.textContent());
  await page.screenshot({ path: '/tmp/peer/journeys/w5.png' });
  await hands.letGo();
  await expect(hands.bubble).toHaveCount(0);
  await page.waitForTimeout(2000);
  console.log(await matrix.verdicts.textContent({ timeout: 1000 }).catch(() => ''));
  console.log(
    await page
      .getByRole('region', { name: 'Summary by kinds of device' })
      .textContent({ timeout: 1000 })
      .catch(() => ''),
  );
  console.log(hands.clicks, hands.keys, performance.now() - began);
  while (await visitor.undo.isEnabled()) {
    console.log(await visitor.undo.getAttribute('aria-label'));
    await hands.click(visitor.undo);
  }
  console.log(hands.clicks, hands.keys, performance.now() - began);
  await page.screenshot({ path: '/tmp/peer/journeys/w6.png' });
});
