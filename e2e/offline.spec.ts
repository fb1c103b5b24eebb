// Without a network: once seen, the page opens and judges a machine from the browser's own copy.

import { golden } from './support/dumps.ts';
import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

test.use({ serviceWorkers: 'allow' });

test('once opened, the page works without a network', async ({ page, context, watch }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  // The names are the last of the files that are kept.
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('./pci-ids.txt')) !== undefined))
    .toBe(true);
  await context.setOffline(true);
  watch.expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  await page.reload();
  await expect(visitor.box).toBeVisible();
  await visitor.pasteIntoBox(golden('s03-switch-acs-2.612-strict'));
  await expect(visitor.counts).toHaveText(/12 refused/);
});
