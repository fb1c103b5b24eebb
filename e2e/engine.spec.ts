// The engine works apart from the page: it may be killed, hang or not come at all, and nothing is lost
// but time.

import type { Page, Worker } from '@playwright/test';
import { bigDump } from './support/dumps.ts';
import { counts } from './support/matrix.ts';
import { AS_IT_CAME, Visitor } from './support/visitor.ts';
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

/** It closes itself 20 ms after it was asked such a question. */
async function killOver(worker: Worker, question: string): Promise<void> {
  await worker.evaluate((fatal) => {
    self.addEventListener('message', ({ data }) => {
      if (data.kind === 'ask' && data.question === fatal) setTimeout(() => self.close(), 20);
    });
  }, question);
}

async function expectRestart({ notices }: Visitor): Promise<void> {
  await expect(notices).toContainText('is being started again', { timeout: 30_000 });
}

/** From now on it is in an endless loop, and answers nothing. */
async function hang(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
}

/** Every worker ends without an answer when it is asked to judge a machine with this CPU. */
async function poison(page: Page, vendor: string): Promise<void> {
  const trap = `addEventListener('message', (event) => {
    const { question, input } = event.data;
    if (question !== 'judge') return;
    const { settings } = input.machine.rest ?? input.machine; // told by what changed, or in whole
    if (settings.cpu.vendor !== '${vendor}') return;
    event.stopImmediatePropagation();
    close();
  });`;
  await page.route('**/engine.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${trap}\n${await response.text()}` });
  });
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
    await expectRestart(visitor);
    await expect(visitor.matrix.verdicts).toHaveText(counts(30, 276, 0));
    await expect(visitor.matrix.grid).toHaveAttribute('aria-busy', 'false');
    await expect(visitor.cpu.getByRole('option', { selected: true })).toHaveText(zen);
    await visitor.openTab('Why');
    await expect(visitor.why.getByRole('heading', { name: /^Via host bridge/ })).toBeVisible();
    await expect.poll(() => page.workers().length).toBe(1);
  });
}

test('a worker killed in the middle of an answer', async ({ page }) => {
  test.setTimeout(90_000);
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.bring(bigDump(1500), counts(10_484, 0, 2_238_016));
  await killOver(await engineOf(page), 'judge');
  await visitor.cpu.selectOption(zen);
  await expectRestart(visitor);
  await expect(visitor.matrix.verdicts).toHaveText(/Refused\s*0/, { timeout: 30_000 });
});

test('a worker that dies while nothing is asked is noticed, too', async ({ page }) => {
  test.setTimeout(60_000);
  const visitor = new Visitor(page);
  await visitor.open();
  await kill(await engineOf(page));
  await expectRestart(visitor);
  await visitor.cpu.selectOption(zen);
  await expect(visitor.matrix.verdicts).toHaveText(/Refused\s*0/);
});

test('a question that kills every worker is given up, and said; the page goes on', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await poison(page, 'AuthenticAMD');
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.cpu.selectOption(zen);
  await expect(visitor.notices).toContainText(/failed twice|stopped again and again/, {
    timeout: 60_000,
  });
  // The document has the change, and a file of it can be had.
  await visitor.name.fill('still here');
  await visitor.name.press('Enter');
  await expect(page).toHaveTitle('still here – Peerlane');
  await expect(visitor.cpu.getByRole('option', { selected: true })).toHaveText(zen);
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
  await expect(visitor.matrix.verdicts).toHaveText(AS_IT_CAME);
});

test('editing goes on while a long answer is awaited, and only the last one counts', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.bring(bigDump(1500), counts(10_484, 0, 2_238_016));
  await visitor.cpu.selectOption(zen);
  await visitor.cpu.selectOption('Intel');
  await visitor.cpu.selectOption(zen);
  await visitor.name.fill('busy');
  await visitor.name.press('Enter');
  await expect(page).toHaveTitle('busy – Peerlane');
  await expect(visitor.matrix.verdicts).toHaveText(/Refused\s*0/, { timeout: 30_000 });
  await visitor.undo.click();
  await visitor.undo.click();
  await expect(visitor.matrix.verdicts).not.toHaveText(/Refused\s*0/, { timeout: 30_000 });
});
