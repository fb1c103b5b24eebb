// What lies round the sheet: panels that fold away, terms explained, commands found, the theme.

import { AS_IT_CAME, Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

test('the chosen theme is remembered', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const visitor = new Visitor(page);
  await visitor.open();
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await visitor.bar.getByRole('button', { name: 'Dark theme' }).click();
  expect(await theme()).toBe('dark');
  await page.reload();
  expect(await theme()).toBe('dark');
  await visitor.bar.getByRole('button', { name: 'Light theme' }).click();
  await page.reload();
  expect(await theme()).toBeUndefined();
});

test('panels fold away, by mouse and by keys, and stay so', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.bar.getByRole('button', { name: 'Hide the outline' }).click();
  await expect(visitor.outline).toBeHidden();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(visitor.inspector).toBeHidden();
  await expect(visitor.matrix.grid).toBeHidden();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(visitor.inspector).toBeVisible();
  await page.reload();
  await expect(visitor.matrix.verdicts).toHaveText(AS_IT_CAME);
  await expect(visitor.outline).toBeHidden();
  await visitor.command('show the outline');
  await expect(visitor.outline).toBeVisible();
});

test('the dock takes the window and gives it back, by its button and by a key', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const dock = page.getByRole('region', { name: 'Dock' });
  const height = async () => (await dock.boundingBox())?.height ?? 0;
  const usual = await height();
  await dock.getByRole('button', { name: 'Dock over the whole window' }).click();
  await expect(visitor.sheet.surface).toBeHidden();
  await expect(visitor.inspector).toBeHidden();
  expect(await height()).toBeGreaterThan(2 * usual);
  await expect(visitor.matrix.grid).toBeVisible();
  await expect(dock.getByRole('separator')).toHaveCount(0);
  await axe(page);
  await page.keyboard.press('Shift+J');
  await expect(visitor.sheet.surface).toBeVisible();
  expect(await height()).toBe(usual);
  await page.keyboard.press('Shift+J');
  await expect(visitor.sheet.surface).toBeHidden();
  // What is asked for is in sight.
  await visitor.command('hide the inspector');
  await expect(visitor.sheet.surface).toBeVisible();
});

test('a term of art says what it means, and goes away by Escape', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const tip = page.getByRole('tooltip').filter({ visible: true });
  await visitor.conditions.getByRole('button', { name: 'IOMMU' }).hover();
  await expect(tip).toContainText('ACS redirection');
  await page.mouse.move(0, 0);
  await expect(tip).toHaveCount(0);
  await visitor.tabTo(visitor.conditions.getByRole('button', { name: 'Kernel' }));
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
});

test('the two drawings, the direction and the zoom are a key away', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.line('0000:29:00.0 GPU 0').click();
  await visitor.sheet.surface.focus();
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: 'Functions' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // What is selected stays selected.
  await expect(visitor.sheet.cursor).toHaveText(/^0000:29:00\.0/);
  await expect(visitor.sheet.cursor).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+0');
  await expect(visitor.sheet.zoom.getByRole('button', { name: /^100 %/ })).toBeVisible();
  await page.keyboard.press('Shift+1');
  await expect(visitor.sheet.zoom.getByRole('button', { name: /^100 %/ })).toBeHidden();
});

test('single-key shortcuts can be switched off', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.command('single-key');
  await visitor.sheet.surface.focus();
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: 'Blocks' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('what is copied: a kernel parameter, the log, the tree, the command that collects', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.openTab('Why');
  await visitor.why.getByRole('combobox', { name: 'Provider' }).selectOption('0000:9d:00.0');
  await visitor.why.getByRole('combobox', { name: 'Client' }).selectOption('0000:9c:00.0');
  await visitor.why.getByRole('button', { name: 'Copy the kernel parameter' }).click();
  await expect
    .poll(() => visitor.clipboard())
    .toBe('pci=disable_acs_redir=0000:99:03.0;0000:99:02.0');
  await visitor.command('copy tree');
  await expect.poll(() => visitor.clipboard()).toContain('-+-[0000:00]-+-00.0');
  await visitor.command('copy the command');
  await expect.poll(() => visitor.clipboard()).toContain('lspci -D -vvvnnxxxx');
});
