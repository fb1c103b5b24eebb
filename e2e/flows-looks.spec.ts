// Looks of the flows: every side in both themes, narrow and in forced colours; with fingers.

import { FlowsPanel, SIDES, THREE_INTO_ONE, WIDE } from './support/flowsPanel.ts';
import type { Spot } from './support/hands.ts';
import { axe, expect, test } from './support/watch.ts';

const WITH_GROUP = `${THREE_INTO_ONE}group wheel: gpu0 -> gpu1 -> gpu4 -> gpu0 write\n`;

for (const sides of [SIDES.slice(0, 3), SIDES.slice(3)]) {
  test(`${sides.join(', ')}: accessible, light and dark, wide and narrow`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const flows = new FlowsPanel(page);
    await flows.open(WITH_GROUP);
    for (const side of sides) {
      await flows.look(side);
      await axe(page);
    }
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    for (const side of sides) {
      await flows.look(side);
      await axe(page, ['color-contrast']);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    // There, panels lie over the sheet one at a time.
    await flows.visitor.command('show what a flow gets');
    for (const side of sides) {
      await flows.look(side);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, `nothing to scroll sideways at ${side}`).toBeLessThanOrEqual(0);
    }
    await axe(page);
  });
}

test('a group, the forms and a flow in the hand: accessible, light and dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(WIDE);
  const flows = new FlowsPanel(page);
  await flows.open(WITH_GROUP);
  await flows.row('wheel').click();
  await expect(flows.result).toContainText('Done after');
  const inBoth = async () => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await axe(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await axe(page, ['color-contrast']);
  };
  await inBoth();
  for (const name of ['Add flow', 'Add group', 'Ready-made']) {
    await flows.pane.getByRole('button', { name }).click();
    await expect(flows.pane.getByRole('form')).toBeVisible();
    // The three are made of the same fields: one shows their colours.
    if (name === 'Add group') await inBoth();
    else await axe(page);
    await page.keyboard.press('Escape');
    await expect(flows.pane.getByRole('form')).toHaveCount(0);
  }
  await flows.takeFlow('gpu2', 'gpu3');
  await expect(flows.hands.bubble).toContainText('gpu2 writes to gpu3');
  await axe(page);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(flows.rows).toHaveCount(4);
});

test('in forced colours bars, bands and what may be an end can be told; nothing moves by itself', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.setViewportSize(WIDE);
  const flows = new FlowsPanel(page);
  await flows.open();
  await expect(flows.legend).toBeVisible();
  await axe(page);
  // A full link is not told by its shade alone.
  const bands = flows.drawing.locator('[data-flow-heat] path');
  const strokes = await bands.evaluateAll((all) =>
    all.map((path) => getComputedStyle(path).stroke),
  );
  expect(new Set(strokes.filter((stroke) => stroke !== 'none')).size).toBeGreaterThan(1);
  const links = await flows.look('Links');
  const fullest = links.getByRole('listbox').getByRole('option').first();
  await expect(fullest).toHaveAccessibleName(/100 % of what can be filled/);
  await axe(page);
  await flows.takeFlow('gpu2', 'sw1');
  await expect(flows.hands.refusal).toContainText('sw1 only passes data on');
  await expect(flows.hands.refusal.locator('svg')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test.describe('with fingers', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: WIDE });

  test('drawn from the handle of a device; what is to be touched is large enough', async ({
    context,
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const flows = new FlowsPanel(page);
    const { hands } = flows;
    await flows.open(THREE_INTO_ONE);
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
    const session = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Spot[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    // A tap selects, and what is selected has its handle.
    const inside = await hands.spot(flows.part('gpu2'), { across: 0.3, down: 0.4 });
    await page.touchscreen.tap(inside.x, inside.y);
    await expect(flows.visitor.inspector).toContainText('gpu2');
    const edge = await hands.spot(flows.part('gpu2'), { across: 1 });
    const to = await hands.spot(flows.part('gpu3'), { across: 0.3, down: 0.4 });
    await touch('touchStart', edge);
    await touch('touchMove', { x: edge.x + 12, y: edge.y });
    await touch('touchMove', { x: (edge.x + to.x) / 2, y: to.y });
    await touch('touchMove', to);
    await expect(hands.bubble).toContainText('gpu2 writes to gpu3');
    await touch('touchEnd');
    await expect(hands.bubble).toHaveCount(0);
    await expect(flows.row('gpu2 → gpu3')).toBeVisible();
    await flows.settled();
    await flows.expectRate(flows.row('gpu2 → gpu3'), '54.6');

    const small = () =>
      page.evaluate(() => {
        const within = ['Flows', 'What the flows get', 'What links carry']
          .map((name) => `section[aria-label="${name}"]`)
          .join(', ');
        const all = document.querySelectorAll<HTMLElement>(
          `:is(${within}) :is(button, select, input, [role="tab"], [role="treeitem"])`,
        );
        return [...all].flatMap((element) => {
          // A box is ticked by its words as well; a word in a text is a word.
          const { labels = null } = element as HTMLInputElement;
          const sizes = [element, ...(labels ?? [])].map((each) => each.getBoundingClientRect());
          const { width, height } = sizes.reduce((best, each) =>
            Math.min(each.width, each.height) > Math.min(best.width, best.height) ? each : best,
          );
          const isInText = element.closest('p, li, dd, h4, figcaption') !== null;
          if (width === 0 || isInText || element.closest('.unseen')) return [];
          const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
          return Math.min(width, height) < 43.5
            ? [`${words.slice(0, 30)}: ${Math.round(width)} × ${Math.round(height)}`]
            : [];
        });
      });
    for (const side of SIDES) {
      await flows.look(side);
      expect(await small(), side).toEqual([]);
    }
    await flows.pane.getByRole('button', { name: 'Add flow' }).tap();
    await expect(flows.pane.getByRole('form', { name: 'New flow' })).toBeVisible();
    expect(await small()).toEqual([]);
  });
});
