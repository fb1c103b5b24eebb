// A machine comes onto the table: the example by itself, others pasted, dropped and chosen. What cannot
// be read is told, and costs nothing.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { essence, golden, goldenFile, withoutRoot } from './support/dumps.ts';
import { counts } from './support/matrix.ts';
import { withoutPickers } from './support/pickers.ts';
import { AS_IT_CAME, Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

const direct = 's01-switch-noacs-2.612-none';
const redirected = 's03-switch-acs-2.612-strict';

test.beforeEach(({ page }) => withoutPickers(page));

test('the page opens on a machine that is drawn, judged and said to be an example', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await expect(visitor.matrix.summary('GPUs × NICs')).toContainText('4 direct, 20 via host');
  await expect(visitor.kernel).toHaveValue('6.12');
  await expect(visitor.line('0000:29:00.0 GPU 0')).toBeVisible();
  await expect(await visitor.sheet.approach('0000:29:00.0 GPU 0')).toBeInViewport();
  const hint = page.getByRole('complementary', { name: 'About this example' });
  await hint.getByRole('button', { name: 'Dismiss' }).click();
  await expect(hint).toBeHidden();
  await page.reload();
  await expect(visitor.matrix.verdicts).toHaveText(AS_IT_CAME);
  await expect(hint).toBeHidden();
});

test('paste anywhere, read what was made of it', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.bring(golden(redirected), counts(0, 0, 6));
  const card = page.getByRole('region', { name: await visitor.name.inputValue() });
  await expect(card).toContainText('10 functions');
  await card.getByRole('button', { name: 'Show report' }).click();
  await expect(visitor.report).toContainText('Understood');
  await expect(visitor.report).toContainText('10 functions');
  await expect(card).toBeHidden();
});

test('what was made of it comes late: whoever has gone on keeps the focus', async ({ page }) => {
  await page.route('**/dialogs-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await route.continue();
  });
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.bring(golden(redirected), counts(0, 0, 6));
  await visitor.outline.getByRole('treeitem').first().click();
  await expect(visitor.outline).toBeFocused();
  await expect(page.getByRole('button', { name: 'Dismiss this summary' })).toBeVisible();
  await expect(visitor.outline).toBeFocused();
});

test('drop a packed file', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.drop('machine.txt.gz', readFileSync(goldenFile(direct)));
  await expect(visitor.matrix.verdicts).toHaveText(counts(2, 0, 4));
  await expect(visitor.name).toHaveValue('machine.txt.gz');
  await visitor.openTab('Report');
  await expect(visitor.report).toContainText('Read from machine.txt.gz');
});

test('choose a file with the mouse', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.bar.getByRole('button', { name: 'Open or paste…' }).click();
  await visitor.choose(
    () => visitor.openDialog.getByRole('button', { name: 'Choose a file…' }).click(),
    goldenFile(direct),
  );
  await expect(visitor.matrix.verdicts).toHaveText(counts(2, 0, 4));
  await expect(visitor.openDialog).toBeHidden();
});

test('choose a file with the keys', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.choose(() => page.keyboard.press('ControlOrMeta+O'), goldenFile(redirected));
  await expect(visitor.matrix.verdicts).toHaveText(counts(0, 0, 6));
});

test('type into the box, and read it with Ctrl+Enter', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await visitor.tabTo(visitor.box);
  await page.keyboard.insertText(essence(golden(redirected)));
  await expect(visitor.openDialog).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(visitor.matrix.verdicts).toHaveText(counts(0, 0, 6));
});

test('each machine to begin with opens, and undo leads back', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const begin = async (title: string) => {
    await visitor.bar.getByRole('button', { name: 'Open or paste…' }).click();
    await visitor.openDialog.getByRole('button', { name: title }).click();
  };
  await begin('EPYC workstation');
  await expect(visitor.name).toHaveValue('EPYC workstation without a switch');
  await expect(visitor.matrix.verdicts).toHaveText(counts(0, 42, 0));
  await begin('Desktop, dump taken without root');
  await expect(visitor.matrix.verdicts).toHaveText(/Unknown\s*[1-9]/);
  await visitor.undo.click();
  await expect(visitor.name).toHaveValue('EPYC workstation without a switch');
  await visitor.undo.click();
  await expect(visitor.name).toHaveValue('Two-socket server with two switches');
  await expect(visitor.matrix.verdicts).toHaveText(AS_IT_CAME);
});

test('a dump taken without root leaves verdicts visibly unknown', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.bring(withoutRoot(golden(redirected)), counts(0, 0, 4, 2));
  await visitor.matrix.cell('0000:03:00.0', '0000:04:00.0').click();
  await visitor.openTab('Why');
  await expect(visitor.why.getByRole('heading', { name: /^Unknown/ })).toBeVisible();
  await expect(visitor.why).toContainText('BUS_ADDR or NOT_SUPPORTED');
  await expect(visitor.why).toContainText('A dump taken as root shows what is hidden here');
});

test('what cannot be read is told, stays to be mended, and costs nothing', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.sheet.surface.focus();
  await visitor.pasteWithKeys('dear machine,\nhow are you?');
  await expect(visitor.failure).toContainText('2 lines, beginning with “dear machine,”');
  await expect(visitor.failure).toContainText('What to do');
  await expect(visitor.box).toHaveValue('dear machine,\nhow are you?');

  await visitor.box.fill('   ');
  await visitor.openDialog.getByRole('button', { name: 'Read it' }).click();
  await expect(visitor.failure).toContainText('blank space');

  await page.keyboard.press('Escape');
  await expect(visitor.openDialog).toBeHidden();
  await expect(visitor.matrix.verdicts).toHaveText(AS_IT_CAME);
  await visitor.cpu.selectOption('AMD Zen (family 17h and later)');
  await expect(visitor.matrix.verdicts).toHaveText(counts(30, 276, 0));
});

test('damaged and oversized files are told apart', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const whole = gzipSync(golden(direct));
  await visitor.drop('half.gz', whole.subarray(0, whole.length / 2));
  await expect(visitor.failure).toContainText('half.gz');
  await expect(visitor.failure).toContainText('damaged');
  await page.keyboard.press('Escape');
  await expect(visitor.openDialog).toBeHidden();
  await visitor.drop('bomb.gz', gzipSync(Buffer.alloc(65 * 1024 * 1024)));
  await expect(visitor.failure).toContainText('64 MiB');
});

test('with the table of names ids become names; without it the page goes on and says so', async ({
  page,
  watch,
}) => {
  const ids = '00:00.0 0600: 8086:29c0\n00:02.0 0200: 8086:10d3\n00:03.0 0108: 1b36:0010\n';
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.bring(ids, counts(0, 0, 2));
  await expect(visitor.line('0000:00:02.0')).toContainText('82574L Gigabit Network Connection');

  watch.expectComplaint(/pci-ids\.txt|Failed to load resource/);
  await page.route('**/pci-ids.txt', (route) => route.abort());
  await page.reload();
  await visitor.bring(ids.replace('29c0', '29c1'), counts(0, 0, 2));
  await visitor.openTab('Report');
  await expect(visitor.report).toContainText('The table of device names could not be loaded');
});
