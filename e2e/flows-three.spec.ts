// Three flows into one GPU, one from below its own switch: what each gets, by pointer and by keys alone; and
// what becomes of two opposite flows once ACS sends them up to the root.

import type { Locator } from '@playwright/test';
import { EIGHT_GPUS, FlowsPanel, WIDE } from './support/flowsPanel.ts';
import { expect, test } from './support/watch.ts';

const BOTH_WAYS = 'flow pair: gpu0 <-> gpu1 write\n';

test.use({ viewport: WIDE });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('by pointer: drawn on the sheet, and the arbiters’ shares at another η', async ({ page }) => {
  const flows = new FlowsPanel(page);
  await flows.openMachine();
  await flows.drawFlow('gpu1', 'gpu0');
  await flows.drawFlow('gpu4', 'gpu0');
  await flows.drawFlow('gpu5', 'gpu0');
  await flows.settled();
  // Not a third each: each input of the switch has its turn, and two flows share the uplink's.
  await flows.expectRates('27.3', '13.6', '13.6');
  await expect(flows.row('gpu4 → gpu0')).toContainText('Gen5 x16 above gpu0, downwards');

  const whatIf = await flows.look('What if');
  const efficiency = flows.control('Efficiency η');
  await expect(efficiency).toHaveAttribute('aria-valuetext', '0.95');
  await flows.slide(efficiency, 18);
  await expect(efficiency).toHaveAttribute('aria-valuetext', '0.98');
  await flows.hands.letGo();
  await flows.settled();
  await flows.expectRates('28.2', '14.1', '14.1');
  await expect(whatIf.getByRole('figure')).toContainText('η 0.98');

  // Each of the three was a step.
  for (const left of [2, 1]) {
    await flows.visitor.undo.click();
    await expect(flows.rows).toHaveCount(left);
  }
  await flows.settled();
  await flows.expectRates('56.3');
});

test('by keys alone, from an empty page of the panel to the shares', async ({ page }) => {
  const flows = new FlowsPanel(page);
  const { hands, visitor } = flows;
  const { keyboard } = page;
  await visitor.open();
  await visitor.tabTo(flows.surface);
  await flows.visitor.pasteWithKeys(EIGHT_GPUS);
  await expect(visitor.name).toHaveValue('eight GPUs');
  await expect(flows.part('gpu0')).toBeVisible();
  await visitor.tabTo(flows.surface);
  await keyboard.press('Home');
  await flows.walkTo('ArrowDown', 'h0/00.0');
  await flows.walkTo('ArrowRight', 'rp0');
  await flows.walkTo('ArrowDown', 'gpu0');

  const draw = async (from: string, walk: readonly (readonly [key: string, to: string])[]) => {
    await keyboard.press('w');
    await expect(hands.bubble).toContainText('Where does it end?');
    for (const [key, to] of walk) await flows.walkTo(key, to);
    await expect(hands.bubble).toContainText(`${from} writes to gpu0`);
    await keyboard.press('Enter');
    await expect(hands.bubble).toHaveCount(0);
    await expect(flows.row(`${from} → gpu0`)).toBeVisible();
    await visitor.tabTo(flows.surface);
  };
  await flows.walkTo('ArrowRight', 'gpu1');
  await draw('gpu1', [['ArrowLeft', 'gpu0']]);
  const toFar = [
    ['ArrowUp', 'rp0'],
    ['ArrowRight', 'rp1'],
    ['ArrowDown', 'gpu4'],
  ] as const;
  const toNear = [
    ['ArrowUp', 'rp1'],
    ['ArrowLeft', 'rp0'],
    ['ArrowDown', 'gpu0'],
  ] as const;
  for (const [key, part] of toFar) await flows.walkTo(key, part);
  await draw('gpu4', toNear);
  for (const [key, part] of toFar) await flows.walkTo(key, part);
  await flows.walkTo('ArrowRight', 'gpu5');
  await draw('gpu5', toNear);
  await flows.settled();
  await flows.expectRates('27.3', '13.6', '13.6');

  const tab = (name: string) => flows.result.getByRole('tab', { name, exact: true });
  await visitor.tabTo(tab('Flow'));
  for (const name of ['Links', 'Size sweep', 'Roofline', 'What if']) {
    await keyboard.press('ArrowRight');
    await expect(tab(name)).toBeFocused();
    await flows.seen(name as 'Links');
  }
  const efficiency = flows.control('Efficiency η');
  await visitor.tabTo(efficiency);
  for (const value of ['0.96', '0.97', '0.98']) {
    await keyboard.press('ArrowRight');
    await expect(efficiency).toHaveAttribute('aria-valuetext', value);
  }
  await flows.settled();
  await flows.expectRates('28.2', '14.1', '14.1');
});

/** Up to the root and down again, both ways over the same uplink. */
async function expectClimbed(flows: FlowsPanel, there: Locator): Promise<void> {
  const way = there.getByRole('listitem').filter({ hasText: / full$/ });
  await expect(way).toHaveText([
    /↑.*sw0 – gpu0.*upwards/,
    /↑.*rp0 – sw0.*upwards/,
    /↓.*rp0 – sw0.*downwards/,
    /↓.*sw0 – gpu1.*downwards/,
  ]);
  await expect(there).toContainText('Redirected: up to the root complex and down again');
  await expect(flows.row('pair')).toContainText('Gen5 x16 above sw0');
  await flows.expectRate(flows.row('pair'), '54.7');
}

test('redirected, if it were: the way climbs to the root port, and both ways have half', async ({
  page,
}) => {
  const flows = new FlowsPanel(page);
  await flows.open(BOTH_WAYS);
  await flows.look('What if');
  await flows.control('Efficiency η').focus();
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('ArrowRight');
  await expect(flows.control('Efficiency η')).toHaveAttribute('aria-valuetext', '0.98');
  await flows.settled();
  await flows.expectRate(flows.row('pair'), '109');

  const flow = await flows.look('Flow');
  const there = flow.getByRole('region', { name: 'Which way it goes' }).locator('> *').first();
  await expect(there).toContainText('Turned round by a switch, below the root complex');
  await expect(there.getByRole('listitem').filter({ hasText: / full$/ })).toHaveText([
    /↑.*sw0 – gpu0.*upwards/,
    /↓.*sw0 – gpu1.*downwards/,
  ]);
  const uplink = () => flows.wayReaches('rp0');
  await expect.poll(uplink).toBe(false);

  await flows.look('What if');
  await flows.acsRedirect().selectOption({ label: 'on' });
  await flows.seen('What if');
  await flows.look('Flow');
  await expectClimbed(flows, there);
  await expect(flow).toContainText('27.4 + 27.4 GB/s, both ways');
  await expect.poll(uplink).toBe(true);
  await expect(flow.getByRole('list', { name: 'Warnings' })).toContainText(
    'redirects these flows to the root complex: they cross the uplink twice',
  );

  // By its command back to what is.
  await flows.visitor.command('flows with acs as it is');
  await flows.settled();
  await flows.expectRate(flows.row('pair'), '109');
  await expect(there).toContainText('Turned round by a switch');
  await expect.poll(uplink).toBe(false);
});

test('redirected the kernel’s own way: as booted with an IOMMU and not without', async ({
  page,
}) => {
  const flows = new FlowsPanel(page);
  const { conditions, iommu, cmdline } = flows.visitor;
  await flows.open(BOTH_WAYS);
  await flows.expectRate(flows.row('pair'), '106');
  const there = flows.side
    .getByRole('region', { name: 'Which way it goes' })
    .locator('> *')
    .first();
  await expect(conditions).toBeVisible();
  await iommu.selectOption({ label: 'AMD-Vi' });
  await cmdline.fill('iommu=pt');
  await page.keyboard.press('Enter');
  await expect(there).toContainText('Redirected: up to the root complex');
  await flows.settled();
  await flows.expectRate(flows.row('pair'), '53.1');
  await expect(there.getByRole('listitem').filter({ hasText: 'rp0 – sw0' })).toHaveCount(2);
  await expect.poll(() => flows.wayReaches('rp0')).toBe(true);
  // Without isolation, nothing asks for it.
  await iommu.selectOption({ label: 'none' });
  await expect(there).toContainText('Turned round by a switch');
  await flows.settled();
  await flows.expectRate(flows.row('pair'), '106');
});
