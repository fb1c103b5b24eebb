// Nothing is lost: reloads, killed tabs, files, several tabs, a full disk.

import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { counts } from './support/matrix.ts';
import { pickedFile, withoutPickers, withPickerFor } from './support/pickers.ts';
import { AS_IT_CAME, Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

const zen = 'AMD Zen (family 17h and later)';
const nothingRefused = counts(30, 276, 0);

/** Comes back to the page, which has something kept. */
async function comeBack(page: Page): Promise<Visitor> {
  const visitor = new Visitor(page);
  await page.goto('./');
  await expect(visitor.matrix.verdicts).toHaveText(/Direct\s*\d/);
  return visitor;
}

async function expectSaved(visitor: Visitor): Promise<void> {
  await expect(visitor.saveState).toHaveText('Saved in this browser');
}

/** As the system does it when memory is short: no event, no last word. */
async function kill(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
}

test('a reload finds the document as it was left', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.cpu.selectOption(zen);
  await expect(visitor.matrix.verdicts).toHaveText(nothingRefused);
  await visitor.name.fill('kept');
  await visitor.name.press('Enter');
  await page.reload();
  await expect(visitor.name).toHaveValue('kept');
  await expect(visitor.matrix.verdicts).toHaveText(nothingRefused);
  await expect(visitor.cpu.getByRole('option', { selected: true })).toHaveText(zen);
  await expectSaved(visitor);
});

test('a page that goes at once after the last change keeps it, however it goes', async ({
  context,
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  // The first change is written soon, the next ones with pauses between.
  for (const name of ['one', 'two', 'three']) {
    await visitor.name.fill(name);
    await visitor.name.press('Enter');
  }
  await page.reload();
  await expect(visitor.name).toHaveValue('three');
  await visitor.name.fill('four');
  await visitor.name.press('Enter');
  await page.goto('about:blank');
  await page.goBack();
  await expect(visitor.name).toHaveValue('four');
  await visitor.name.fill('five');
  await visitor.name.press('Enter');
  await page.close({ runBeforeUnload: true });
  const again = await comeBack(await context.newPage());
  await expect(again.name).toHaveValue('five');
});

test('a killed tab loses nothing', async ({ context, page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.cpu.selectOption(zen);
  await expectSaved(visitor);
  await kill(context, page);

  const again = await comeBack(await context.newPage());
  await expect(again.matrix.verdicts).toHaveText(nothingRefused);
});

test('the chosen pair and the room are found again, too', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.matrix.cell('0000:29:00.0', '0000:2b:00.0').click();
  await visitor.openTab('Why');
  await expect(visitor.why.getByRole('heading', { name: 'Direct BUS_ADDR' })).toBeVisible();
  await visitor.bar.getByRole('button', { name: 'Hide the outline' }).click();
  await visitor.name.fill('kept');
  await visitor.name.press('Enter');
  await expectSaved(visitor);
  await page.reload();
  await expect(visitor.why.getByRole('heading', { name: 'Direct BUS_ADDR' })).toBeVisible();
  await expect(visitor.outline).toBeHidden();
});

test('Ctrl+S saves a file, Ctrl+O opens it', async ({ page }, testInfo) => {
  await withoutPickers(page);
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.cpu.selectOption(zen);
  await visitor.name.fill('to go');
  await visitor.name.press('Enter');
  const download = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+S');
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^to[- ]go\.peerlane\.json$/);
  const file = testInfo.outputPath('saved.peerlane.json');
  await saved.saveAs(file);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    format: 'peerlane',
    name: 'to go',
    settings: { cpu: { vendor: 'AuthenticAMD' } },
  });

  // The drawing for others: in the page's own colours, or in those that suit the reader.
  const picture = async (ask: () => Promise<void>): Promise<string> => {
    const saving = page.waitForEvent('download');
    await ask();
    const svg = await saving;
    expect(svg.suggestedFilename()).toMatch(/^to[- ]go\.svg$/);
    return readFileSync(await svg.path(), 'utf8');
  };
  const light = await picture(() => page.keyboard.press('ControlOrMeta+Shift+E'));
  expect(light).toMatch(/^<svg [^>]*fill="#24282c"/);
  const dark = await picture(() => visitor.command('save the drawing as svg, dark'));
  expect(dark).toMatch(/^<svg [^>]*fill="#e9e7e1"/);
  const uncoloured = (svg: string) => svg.replace(/#[0-9a-f]{6}/g, '');
  expect(uncoloured(dark)).toBe(uncoloured(light));

  await visitor.command('open the example');
  await expect(visitor.matrix.verdicts).toHaveText(AS_IT_CAME);
  await visitor.choose(() => page.keyboard.press('ControlOrMeta+O'), file);
  await expect(visitor.name).toHaveValue('to go');
  await expect(visitor.matrix.verdicts).toHaveText(nothingRefused);
});

test('the Save button saves with the mouse', async ({ page }) => {
  await withoutPickers(page);
  const visitor = new Visitor(page);
  await visitor.open();
  const download = page.waitForEvent('download');
  await visitor.bar.getByRole('button', { name: 'Save to a file' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.peerlane\.json$/);
});

test('where the browser gives access, Ctrl+S writes into the same file again', async ({ page }) => {
  const file = 'mine.peerlane.json';
  await withPickerFor(page, file);
  const visitor = new Visitor(page);
  await visitor.open();
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(() => pickedFile(page, file)).toContain('"GenuineIntel"');
  await visitor.cpu.selectOption(zen);
  await page.evaluate(() => {
    Reflect.set(window, 'showSaveFilePicker', () => {
      throw new Error('asked a second time');
    });
  });
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(() => pickedFile(page, file)).toContain('"AuthenticAMD"');
});

test('two tabs are two documents, and neither writes over the other', async ({ context, page }) => {
  const first = new Visitor(page);
  await first.open();
  await first.name.fill('first');
  await first.name.press('Enter');
  await expectSaved(first);

  // What is open elsewhere is not opened a second time, not in a copy of the tab either.
  const copied = context.waitForEvent('page');
  await page.evaluate(() => window.open(location.href));
  const second = new Visitor(await copied);
  await expect(second.matrix.verdicts).toHaveText(AS_IT_CAME);
  await expect(second.name).toHaveValue('Two-socket server with two switches');
  await second.name.fill('second');
  await second.name.press('Enter');
  await expectSaved(second);
  await first.cpu.selectOption(zen);
  await expectSaved(first);

  await second.page.reload();
  await expect(second.name).toHaveValue('second');
  await expect(second.matrix.verdicts).toHaveText(AS_IT_CAME);
  await first.page.reload();
  await expect(first.name).toHaveValue('first');
  await expect(first.matrix.verdicts).toHaveText(nothingRefused);

  // Once its tab is gone, a document is there for the next.
  await first.page.close();
  const third = await comeBack(await context.newPage());
  await expect(third.name).toHaveValue('first');
});

test('a full disk is said, the work goes on and can be taken away', async ({ context, page }) => {
  await withoutPickers(page);
  const visitor = new Visitor(page);
  await visitor.open();
  const session = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await visitor.cpu.selectOption(zen);
  await expect(visitor.matrix.verdicts).toHaveText(nothingRefused);
  await expect(visitor.bar).toContainText('Not saved: This browser has no room left');

  const download = page.waitForEvent('download');
  await visitor.bar.getByRole('button', { name: 'Download a file' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.peerlane\.json$/);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await visitor.name.fill('room again');
  await visitor.name.press('Enter');
  await expectSaved(visitor);
  await page.reload();
  await expect(visitor.name).toHaveValue('room again');
});

test('without storage the page works, and says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('not here', 'SecurityError');
      },
    });
  });
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.cpu.selectOption(zen);
  await expect(visitor.matrix.verdicts).toHaveText(nothingRefused);
  await expect(visitor.bar).toContainText('Not saved');
});
