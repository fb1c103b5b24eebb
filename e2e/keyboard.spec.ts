// Without a mouse: everything that can be clicked can be reached, operated and left by keys.

import { essence, golden } from './support/dumps.ts';
import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

const zen = 's22-switch-amd-zen.612-strict';

test('paste anywhere, walk the rows, read why, come back', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteWithKeys(golden('s03-switch-acs-2.612-strict'));
  await expect(visitor.counts).toHaveText(/ 12 refused/);

  // The body of the table is one stop of the Tab key.
  const first = visitor.why('0000:00:1f.2', '0000:00:1f.3');
  await tabTo(page, () => first.evaluate((button) => button === document.activeElement));
  await page.keyboard.press('End');
  await expect(visitor.why('0000:04:00.0', '0000:03:00.0')).toBeFocused();
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  const chosen = visitor.why('0000:03:00.0', '0000:04:00.0');
  await expect(chosen).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(chosen).toHaveAttribute('aria-expanded', 'true');
  await expect(visitor.explanation).toContainText('ACS redirects at 0000:02:00.0');
  await expect(chosen).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Refused' })).toHaveText(
    /^0000:03:00\.0 to 0000:04:00\.0: Refused\./,
  );

  // From the row into the explanation and, by Escape, back.
  await page.keyboard.press('Tab');
  await expect(visitor.explanation.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(visitor.explanation.getByRole('button', { name: /log lines/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(chosen).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(visitor.explanation).toContainText('0000:04:00.0');
  await page.keyboard.press('Escape');
  await expect(visitor.explanation).toBeHidden();
});

test('type, read, and choose conditions and filters', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await tabTo(page, () => visitor.box.evaluate((box) => box === document.activeElement));
  await page.keyboard.insertText(essence(golden(zen)));
  await expect(visitor.counts).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(visitor.counts).toHaveText(/ 42 refused/);

  const cpu = page.getByLabel('CPU');
  await tabTo(page, () => cpu.evaluate((select) => select === document.activeElement));
  await page.keyboard.type('AMD Z');
  await expect(visitor.counts).toHaveText(/ 42 through the host bridge/);

  const any = page.getByRole('radio', { name: /^Any/ });
  await tabTo(page, () => any.evaluate((radio) => radio === document.activeElement));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: /^Direct/ })).toBeChecked();
  await expect(page.getByText('No pair passes these filters.')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(visitor.range).toHaveText('rows 1–42 of 42');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByLabel('Bridges too')).toBeChecked();
});

test('on a narrow window the focus follows to the explanation below the table', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteWithKeys(golden('s03-switch-acs-2.612-strict'));
  const row = visitor.why('0000:03:00.0', '0000:04:00.0');
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(visitor.explanation).toBeFocused();
  await expect(visitor.explanation).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider, 'nothing to scroll sideways').toBeLessThanOrEqual(0);
});

test('Escape hides what a term means', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteWithKeys(golden('s03-switch-acs-2.612-strict'));
  const term = page.getByRole('button', { name: 'Distance' });
  const tip = page.getByRole('tooltip').filter({ visible: true });
  await tabTo(page, () => term.evaluate((button) => button === document.activeElement));
  await expect(tip).toContainText('Steps between the two');
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
});

async function tabTo(page: Visitor['page'], isThere: () => Promise<boolean>): Promise<void> {
  for (let stops = 0; stops < 40; stops++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('not reached by the Tab key');
}
