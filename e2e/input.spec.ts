// What comes in is not always what was hoped for: incomplete, wrong, damaged, very large.

import { gzipSync } from 'node:zlib';
import { bigDump, golden, withoutRoot } from './support/dumps.ts';
import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

test('a dump taken without root leaves verdicts visibly unknown', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteIntoBox(withoutRoot(golden('s03-switch-acs-2.612-strict')));
  await expect(visitor.counts).toHaveText(
    '0 pairs direct, 0 through the host bridge, 10 refused, 2 unknown',
  );
  const row = visitor.row('0000:03:00.0', '0000:04:00.0');
  await expect(row).toContainText('Unknown');
  await expect(row).toContainText('BUS_ADDR or NOT_SUPPORTED');
  await expect(row).toContainText('ACS is hidden on the way, as in a dump taken without root.');
  await visitor.why('0000:03:00.0', '0000:04:00.0').click();
  await expect(visitor.explanation).toContainText('A dump taken as root shows what is hidden here');
  await expect(visitor.explanation).toContainText(
    'Which outcomes are open rests on an assumption: CPU',
  );
  await expect(visitor.explanation.getByText('What would change it')).toBeHidden();
});

test('what cannot be read stays in the box, with a word on what to do', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteIntoBox('dear machine,\nhow are you?');
  await expect(visitor.failure).toContainText('This was not understood');
  await expect(visitor.failure).toContainText('2 lines, beginning with “dear machine,”');
  await expect(visitor.failure).toContainText('What to do');
  await expect(visitor.box).toHaveValue('dear machine,\nhow are you?');

  // Too long to be shown before it is known to be wrong.
  const long = 'nothing to see here\n'.repeat(30_000);
  await visitor.box.press('ControlOrMeta+A');
  await visitor.pasteWithKeys(long);
  await expect(visitor.failure).toContainText('30,000 lines, beginning with');
  expect(await visitor.box.inputValue()).toHaveLength(long.length);

  await visitor.box.fill('   ');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(visitor.failure).toContainText('There is nothing to read');
});

test('a slip does not cost the machine that was read before', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.tryExample();
  await visitor.pasteWithKeys('not a dump');
  await expect(visitor.failure).toContainText('The machine below is the one that was read before');
  await expect(visitor.box).toHaveValue('not a dump');
  await page.getByLabel('CPU').selectOption('AMD Zen (family 17h and later)');
  await expect(visitor.counts).toHaveText(/ 0 refused/);
});

test('damaged and oversized files are told apart', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const whole = gzipSync(golden('s01-switch-noacs-2.612-none'));
  await visitor.drop('half.gz', whole.subarray(0, whole.length / 2));
  await expect(visitor.failure).toContainText('half.gz begins like a gzip file but is damaged');
  await visitor.drop('bomb.gz', gzipSync(Buffer.alloc(65 * 1024 * 1024)));
  await expect(visitor.failure).toContainText('bomb.gz holds more than 64 MiB of text');
});

test('without the table of names the page goes on, and says so', async ({ page, watch }) => {
  watch.expectComplaint(/pci-ids\.txt|Failed to load resource/);
  await page.route('**/pci-ids.txt', (route) => route.abort());
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteIntoBox(
    '00:00.0 0600: 8086:29c0\n00:02.0 0200: 8086:10d3\n00:03.0 0108: 1b36:0010\n',
  );
  await expect(visitor.counts).toBeVisible();
  await expect(page.getByText('The table of device names could not be loaded')).toBeVisible();
});

test('with the table, ids become names', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteIntoBox(
    '00:00.0 0600: 8086:29c0\n00:02.0 0200: 8086:10d3\n00:03.0 0108: 1b36:0010\n',
  );
  await expect(visitor.table).toContainText('82574L Gigabit Network Connection');
});

test('a thousand endpoints are a million pairs, a hundred at a time', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteIntoBox(bigDump(1000));
  await expect(page.getByRole('heading', { name: '1,126 functions' })).toBeVisible();
  await expect(visitor.range).toHaveText('rows 1–100 of 999,000');
  await expect(visitor.table.getByRole('row')).toHaveCount(101);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(visitor.range).toHaveText('rows 101–200 of 999,000');
  await page.getByLabel('Client', { exact: true }).selectOption('0000:7d:00.7');
  await expect(visitor.range).toHaveText('rows 1–100 of 999');
  await page.getByLabel('Client', { exact: true }).selectOption('any');
  await page.getByLabel('CPU').selectOption('AMD Zen (family 17h and later)');
  await expect(visitor.counts).toHaveText(/ 0 refused, 0 unknown$/);
});
