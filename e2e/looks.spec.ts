// Each state of the page, light and dark, against the accessibility rules a machine can check.

import { golden, withoutRoot } from './support/dumps.ts';
import { Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

const states: Readonly<Record<string, (visitor: Visitor) => Promise<void>>> = {
  empty: async () => {},
  loaded: (visitor) => visitor.pasteIntoBox(golden('s01-switch-noacs-2.612-none')),
  explained: async (visitor) => {
    await visitor.tryExample();
    await visitor.page.getByText('Via host bridge 14', { exact: true }).click();
    await visitor.page.getByText('Remarks on reading').click();
    await visitor.page.getByText('Tree, as lspci -tv draws it').click();
    await visitor.why('0000:44:00.0', '0000:43:00.0').click();
    await expect(visitor.explanation).toBeVisible();
  },
  unknown: async (visitor) => {
    await visitor.pasteIntoBox(withoutRoot(golden('s03-switch-acs-2.612-strict')));
    await visitor.why('0000:03:00.0', '0000:04:00.0').click();
    await expect(visitor.explanation).toBeVisible();
  },
  error: async (visitor) => {
    await visitor.pasteIntoBox('hello');
    await expect(visitor.failure).toBeVisible();
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, reach] of Object.entries(states)) {
    test(`${name}, ${colorScheme}: accessible, and nothing sticks out`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const visitor = new Visitor(page);
      await visitor.open();
      await reach(visitor);
      await axe(page);
      await page.setViewportSize({ width: 360, height: 740 });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
      await axe(page);
    });
  }
}

test('in forced colours the chosen verdict and the filters can still be told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const visitor = new Visitor(page);
  await visitor.open();
  await states.explained?.(visitor);
  await expect(visitor.row('0000:44:00.0', '0000:43:00.0')).toContainText('Via host bridge');
  await axe(page);
});

test('under a sub-path the example and its verdicts work as well', async ({ page }, { config }) => {
  const visitor = new Visitor(page);
  await page.goto(String(config.metadata.subPathUrl));
  await visitor.tryExample();
  await expect(visitor.counts).toHaveText(/^6 pairs direct/);
});
