// The engine works apart from the page: it may be killed, hang or not come at all, and nothing is lost
// but time.

import type { Page, Worker } from '@playwright/test';
import { bigDump } from './support/dumps.ts';
import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

const zen = 'AMD Zen (family 17h and later)';

async function engineOf(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().length).toBe(1);
  const [worker] = page.workers();
  if (!worker) throw new Error('The page has no worker.');
  return worker;
}

/** It closes itself: no event tells the page. */
async function kill(worker: Worker): Promise<void> {
  await worker.evaluate(() => self.close()).catch(() => {});
}

/** It never comes to an end, and answers nothing. */
function hang(worker: Worker): void {
  worker
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {});
}

for (const [what, harm] of [
  ['killed', kill],
  ['hanging', hang],
] as const) {
  test(`a worker ${what} is replaced; the verdicts are right afterwards`, async ({ page }) => {
    test.setTimeout(60_000);
    const visitor = new Visitor(page);
    await visitor.open();
    await visitor.matrix.cell('0000:29:00.0', '0000:9a:00.0').click();
    await harm(await engineOf(page));
    await visitor.cpu.selectOption(zen);
    // What is shown is of before, and says so.
    await expect(visitor.matrix.grid).toHaveAttribute('aria-busy', 'true');
    await expect(visitor.status(/is being started again/).first()).toBeVisible({ timeout: 20_000 });
    await expect(visitor.matrix.total).toHaveText(
      'All 600 pairs: 30 direct, 570 via host, 0 refused',
    );
    await expect(visitor.matrix.grid).toHaveAttribute('aria-busy', 'false');
    await expect(visitor.cpu.getByRole('option', { selected: true })).toHaveText(zen);
    await visitor.openTab('Why');
    await expect(visitor.why.getByRole('heading', { name: /^Via host bridge/ })).toBeVisible();
    expect(page.workers()).toHaveLength(1);
  });
}

test('a worker killed in the middle of an answer', async ({ page }) => {
  test.setTimeout(90_000);
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.bring(bigDump(1500), /^All 2,248,500 pairs/);
  await visitor.cpu.selectOption(zen);
  await expect(visitor.page.getByRole('progressbar')).toBeVisible();
  await kill(await engineOf(page));
  await expect(visitor.status(/is being started again/).first()).toBeVisible({ timeout: 20_000 });
  await expect(visitor.matrix.total).toHaveText(/ 0 refused$/, { timeout: 30_000 });
});

test('a worker that dies while nothing is asked is noticed, too', async ({ page }) => {
  test.setTimeout(60_000);
  const visitor = new Visitor(page);
  await visitor.open();
  await kill(await engineOf(page));
  await expect(visitor.status(/is being started again/).first()).toBeVisible({ timeout: 30_000 });
  await visitor.cpu.selectOption(zen);
  await expect(visitor.matrix.total).toHaveText(/ 0 refused$/);
});

test('an engine that cannot be loaded is said; restarting it works when it can', async ({
  page,
  watch,
}) => {
  test.setTimeout(60_000);
  watch.expectComplaint(/Failed to load resource/);
  await page.route('**/engine.worker-*.js', (route) => route.abort());
  const visitor = new Visitor(page);
  await page.goto('./');
  await expect(visitor.status(/could not be loaded/).first()).toBeVisible({ timeout: 40_000 });
  await page.unroute('**/engine.worker-*.js');
  await page.getByRole('button', { name: 'Restart' }).click();
  await expect(visitor.matrix.total).toHaveText(/^All 600 pairs/);
});

test('editing goes on while a long answer is awaited, and only the last one counts', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.bring(bigDump(1500), /^All 2,248,500 pairs/);
  await visitor.cpu.selectOption(zen);
  await visitor.cpu.selectOption('Intel');
  await visitor.cpu.selectOption(zen);
  await visitor.name.fill('busy');
  await visitor.name.press('Enter');
  await expect(page).toHaveTitle('busy – Peerlane');
  await expect(visitor.matrix.total).toHaveText(/ 0 refused$/, { timeout: 30_000 });
  await visitor.undo.click();
  await visitor.undo.click();
  await expect(visitor.matrix.total).not.toHaveText(/ 0 refused$/, { timeout: 30_000 });
});
