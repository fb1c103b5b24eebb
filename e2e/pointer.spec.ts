// With the mouse: bring a machine, read verdicts and their reasons, change the conditions.

import { readFileSync } from 'node:fs';
import { golden, goldenFile } from './support/dumps.ts';
import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

const redirected = 's03-switch-acs-2.612-strict';
const direct = 's01-switch-noacs-2.612-none';
const zen = 's22-switch-amd-zen.612-strict';

test('paste a dump, read a verdict and its reasons', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteIntoBox(golden(redirected));
  await expect(visitor.counts).toHaveText(
    '0 pairs direct, 0 through the host bridge, 12 refused, 0 unknown',
  );
  await expect(page.getByRole('heading', { name: '10 functions' })).toBeFocused();
  await expect(page.getByText('Assumed: kernel')).toBeVisible();

  const row = visitor.row('0000:03:00.0', '0000:04:00.0');
  await expect(row).toContainText('ACS redirects; host bridge not on the kernel’s list.');
  await expect(row).toContainText('0000:02:00.0');
  await row.getByText('ACS redirects;').click();
  const { explanation } = visitor;
  await expect(explanation).toContainText('0000:01:00.0 is above both (2 + 2 steps)');
  await expect(explanation).toContainText('pci_bridge_has_acs_redir(), drivers/pci/p2pdma.c');
  await expect(explanation).toContainText('cannot be used for peer-to-peer DMA');

  await explanation.getByRole('button', { name: 'Copy the kernel parameter' }).click();
  await expect(explanation.getByText('Copied')).toBeVisible();
  expect(await visitor.clipboard()).toBe('pci=disable_acs_redir=0000:02:00.0;0000:02:01.0');

  await explanation.getByRole('button', { name: 'Close' }).click();
  await expect(explanation).toBeHidden();
  await expect(visitor.why('0000:03:00.0', '0000:04:00.0')).toBeFocused();
});

test('drop a packed file', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.drop('machine.txt.gz', readFileSync(goldenFile(direct)));
  await expect(visitor.counts).toHaveText(/^2 pairs direct/);
  await expect(page.getByText('read from machine.txt.gz')).toBeVisible();
  await expect(visitor.row('0000:03:00.0', '0000:04:00.0')).toContainText('Direct');
});

test('choose a file, then another', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const choose = async (name: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file…' }).click();
    await (await chooser).setFiles(goldenFile(name));
  };
  await choose(direct);
  await expect(visitor.counts).toHaveText(/^2 pairs direct/);
  await page.getByRole('button', { name: 'Read another machine' }).click();
  await expect(visitor.box).toBeFocused();
  await choose(redirected);
  await expect(visitor.counts).toHaveText(/^0 pairs direct/);
  await expect(visitor.box).toBeHidden();
});

test('the conditions change the verdicts at once, the explanation with them', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.pasteIntoBox(golden(zen));
  await expect(visitor.counts).toHaveText(/ 42 refused/);
  await visitor.why('0000:03:00.0', '0000:04:00.0').click();
  await expect(visitor.explanation).toContainText('rests on an assumption');

  await page.getByLabel('CPU').selectOption('AMD Zen (family 17h and later)');
  await expect(visitor.counts).toHaveText(/^0 pairs direct, 42 through the host bridge/);
  await expect(visitor.explanation).toContainText('lets every root port reach every other');

  // Zen is trusted from 5.9 on.
  await page.getByLabel('Kernel').selectOption('Linux 5.4');
  await expect(visitor.counts).toHaveText(/ 42 refused/);
  await page.getByLabel('Kernel').selectOption('Linux 5.9');
  await expect(visitor.counts).toHaveText(/ 42 through the host bridge/);

  await page.getByLabel('CPU').selectOption('Hygon');
  await expect(visitor.counts).toHaveText(/ 42 refused/);
});

test('filter the pairs', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.tryExample();
  await expect(visitor.counts).toHaveText(
    '6 pairs direct, 14 through the host bridge, 52 refused, 0 unknown',
  );
  await expect(visitor.range).toHaveText('rows 1–72 of 72');

  await page.getByText('Direct 6', { exact: true }).click();
  await expect(visitor.range).toHaveText('rows 1–6 of 6');
  await page.getByLabel('Provider', { exact: true }).selectOption('0000:43:00.0');
  await expect(visitor.range).toHaveText('rows 1–2 of 2');
  await page.getByLabel('Client', { exact: true }).selectOption('0000:44:00.0');
  await expect(page.getByText('No pair passes these filters.')).toBeVisible();
  await page.getByText('Any 1', { exact: true }).click();
  await expect(visitor.row('0000:43:00.0', '0000:44:00.0')).toContainText('Via host bridge');

  await page.getByLabel('Provider', { exact: true }).selectOption('any');
  await page.getByLabel('Client', { exact: true }).selectOption('any');
  await page.getByLabel('Each with itself').check();
  await expect(visitor.range).toHaveText('rows 1–81 of 81');
  await page.getByLabel('Bridges too').check();
  await expect(visitor.range).toHaveText('rows 1–100 of 529');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(visitor.range).toHaveText('rows 101–200 of 529');
});

test('the tree, and the command that collects everything', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await page.getByRole('button', { name: 'Copy the command that collects' }).click();
  expect(await visitor.clipboard()).toContain('lspci -D -vvvnnxxxx');
  await visitor.tryExample();
  await page.getByText('Tree, as lspci -tv draws it').click();
  await expect(page.getByRole('region', { name: 'Tree' })).toContainText('-+-[0000:00]-+-00.0');
  await page.getByRole('button', { name: 'Copy the tree' }).click();
  expect(await visitor.clipboard()).toContain('QEMU NVM Express Controller');
});

test('what a term of art means', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.tryExample();
  await page.getByRole('button', { name: 'ACS redirects at' }).hover();
  await expect(page.getByRole('tooltip').filter({ visible: true })).toContainText(
    'Access Control Services',
  );
});

test('the chosen theme is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const visitor = new Visitor(page);
  await visitor.open();
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  expect(await theme()).toBe('dark');
  await page.reload();
  expect(await theme()).toBe('dark');
  await page.getByRole('button', { name: 'Light theme' }).click();
  await page.reload();
  expect(await theme()).toBeUndefined();
});
