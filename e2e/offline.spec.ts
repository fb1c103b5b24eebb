// Without a network: once seen, the page opens and judges a machine from the browser's own copy.

import { golden } from './support/dumps.ts';
import { counts } from './support/matrix.ts';
import { AS_IT_CAME, Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

test.use({ serviceWorkers: 'allow' });

test('once opened, the page works without a network, its engine too', async ({
  page,
  context,
  watch,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // The page itself is the last that is kept.
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('./')) !== undefined))
    .toBe(true);
  await context.setOffline(true);
  watch.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await page.reload();
  await expect(visitor.matrix.verdicts).toHaveText(AS_IT_CAME);
  // Parts that are loaded late, and the table of names.
  await visitor.bar.getByRole('button', { name: 'Keys and help' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await visitor.bring(golden('s03-switch-acs-2.612-strict'), counts(0, 0, 6));
  await visitor.openTab('Report');
  await expect(visitor.report).not.toContainText('could not be loaded');
});
