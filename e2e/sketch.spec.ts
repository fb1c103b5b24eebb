// A machine as text: typed with completion, with mistakes that are followed and mended, beside a
// drawing that changes it and is changed by it.

import { TextPanel } from './support/textPanel.ts';
import { typeText } from './support/typeText.ts';
import { Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

const SMALL = `# a switch with two cards
machine "small"
kernel 6.12
iommu none

socket 0
  host h0 1022:14a4        # the first root bus
    rp0: port gen5 x16
      sw0: switch  gen5 x16   # above two cards
        # this one writes
        gpu0: gpu gen5 x16   # on the left
        gpu1: gpu gen5 x16

flow f0: gpu0 -> gpu1 write   # across the switch
`;

/** A card by its name; the port above it is called after it. */

test('a server of eight GPUs is typed, with completion, and drawn on the way', async ({ page }) => {
  test.setTimeout(180_000);
  const visitor = new Visitor(page);
  await visitor.open();
  const text = new TextPanel(visitor);
  await text.startDrawing();
  await text.type(0, '# eight GPUs, four NICs, eight drives');
  for (const side of [0, 1]) {
    await text.type(0, side === 0 ? 'socket 0' : 'so[socket 1]');
    await text.type(1, side === 0 ? 'host h0 1022:14a4' : 'ho[host h1] 1022:14a4');
    await text.type(2, side === 0 ? 'rp0: po[port] gen5 x16' : 'po[rp1: port] gen5 x16');
    await text.type(3, side === 0 ? 'sw0: swi[switch] gen5 x16' : 'swi[sw1: switch] gen5 x16');
    if (side === 0) await expect(visitor.sheet.part('sw0')).toBeAttached();
    for (let card = 0; card < 4; card++) {
      const first = side === 0 && card === 0;
      const name = `gpu${side * 4 + card}: gpu`;
      await text.type(
        4,
        first ? 'gpu0: gpu gen5 x16 ba[bar=]128G' : `gp[${name}] gen5 x16 bar=128G`,
      );
    }
    for (let card = 0; card < 2; card++) {
      await text.type(4, `nic${side * 2 + card}: nic gen5 x16 mr[mrrs=]512`);
    }
    for (let drive = 0; drive < 4; drive++) {
      await text.type(4, `nvme${side * 4 + drive}: nvme gen4 x4 cmb=1G`);
    }
  }
  await text.type(0, '');
  await text.type(0, 'flow f0: gp[gpu0] -> gpu7 wr[write]');
  await expect(text.problems).toBeHidden();
  // Of 56, 32 and 64 pairs those below one switch.
  await expect(visitor.matrix.summary('GPUs × GPUs')).toContainText('24 direct');
  await expect(visitor.matrix.summary('GPUs × NICs')).toContainText('16 direct');
  await expect(visitor.matrix.summary('GPUs × NVMe')).toContainText('32 direct');
  expect(await text.copy()).toContain('        gpu7: gpu gen5 x16 bar=128G\n');
});

test('mistakes are marked in place, led to by F8, and mended by a key', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const text = new TextPanel(visitor);
  await text.startDrawing();
  const mistaken = SMALL.replace('gpu1: gpu gen5', 'gpu1: gpv gen5')
    .replace('iommu none', 'iommu nome')
    .replace('gpu1 write', 'gpu1 wrte');
  await text.replace(mistaken);
  await expect(text.problems).toContainText('mistakes');
  // The rest lives.
  await expect(visitor.sheet.part('gpu0')).toBeAttached();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await expect(text.panel.getByText(/^Alt\+Enter writes/)).toBeVisible();
  await page.keyboard.press('Alt+Enter');
  await expect(text.line('iommu none')).toBeVisible();
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+Enter');
  await expect(visitor.sheet.part('gpu1')).toBeAttached();
  // The last one from the list, by pointer.
  const last = text.problems.getByRole('listitem').filter({ hasText: 'wrte' });
  await last
    .getByRole('button', { name: /^Line|wrte/ })
    .first()
    .click();
  await expect(text.box).toBeFocused();
  await last.getByRole('button', { name: 'Write write in line 14' }).click();
  await expect(text.problems).toBeHidden();
  expect(await text.copy()).toBe(SMALL);
});

test('an edit of the picture changes its line, and no other', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const text = new TextPanel(visitor);
  await text.startDrawing();
  await text.replace(SMALL);
  const line = text.line('rp0:');
  await expect(visitor.sheet.part('gpu1')).toBeAttached();

  // The cursor chooses the part; the inspector has its bits.
  await line.click();
  await expect(visitor.inspector).toContainText('rp0');
  await expect(text.marked).toHaveText('    rp0: port gen5 x16');
  await visitor.inspector.getByRole('switch', { name: /^RR,/ }).click();
  await expect(line).toHaveText('    rp0: port gen5 x16 acs=RR');
  expect(await text.copy()).toBe(SMALL.replace('rp0: port gen5 x16', 'rp0: port gen5 x16 acs=RR'));

  // Renaming changes the line and what refers to it.
  await text.line('gpu0: gpu').click();
  await expect(visitor.inspector.getByRole('heading', { name: 'gpu0' })).toBeVisible();
  await visitor.inspector.getByRole('button', { name: /^Rename/ }).click();
  await typeText(page, 'left');
  await page.keyboard.press('Enter');
  const renamed = SMALL.replace('rp0: port gen5 x16', 'rp0: port gen5 x16 acs=RR').replaceAll(
    /\bgpu0\b/g,
    'left',
  );
  await expect(text.line('left: gpu gen5 x16   # on the left')).toBeVisible();
  expect(await text.copy()).toBe(renamed);

  // One history for both.
  await text.box.focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(line).toHaveText('    rp0: port gen5 x16');
  expect(await text.copy()).toBe(SMALL);
  await visitor.redo.click();
  await visitor.redo.click();
  await expect(text.line('left: gpu')).toBeVisible();
  expect(await text.copy()).toBe(renamed);
});

test('typing is undone by the stroke, and the drawing with it', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const text = new TextPanel(visitor);
  await text.startDrawing();
  await text.replace(SMALL);
  await expect(visitor.sheet.part('gpu1')).toBeAttached();
  await page.waitForTimeout(1500); // a pause: what comes is another step
  await text.line('gpu1: gpu').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('gpu2: gpu gen5 x16');
  await expect(visitor.sheet.part('gpu2')).toBeAttached();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(visitor.sheet.part('gpu2')).toBeHidden();
  await expect(text.line('gpu2')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(visitor.sheet.part('gpu2')).toBeAttached();
  await expect(text.line('gpu2: gpu gen5 x16')).toBeVisible();
});

test('the text stays as typed, over a reload and another tab', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const text = new TextPanel(visitor);
  await text.startDrawing();
  const typed = `${SMALL}\n#   what is missing\n      gpx  half typed`;
  await text.replace(typed);
  await expect(text.problems).toContainText('1 mistake');
  await page.getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('tab', { name: 'Text' }).click();
  expect(await text.copy()).toBe(typed);
  await expect(visitor.saveState).toHaveText(/^Saved/);
  await page.reload();
  await expect(visitor.sheet.part('gpu1')).toBeAttached();
  expect(await text.copy()).toBe(typed);
  await expect(text.problems).toContainText('1 mistake');
});

test('what is selected on the sheet is marked in the text', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const text = new TextPanel(visitor);
  await text.startDrawing();
  await text.replace(SMALL);
  await (await visitor.sheet.approach('gpu1')).click();
  await expect(text.marked).toHaveText('        gpu1: gpu gen5 x16');
});

test('the keys lead in, through and out again', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const text = new TextPanel(visitor);
  await text.startDrawing();
  await text.replace(SMALL);
  await page.keyboard.press('ControlOrMeta+F');
  await typeText(page, 'left');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(text.box).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(text.box).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(text.box).toBeFocused();
  // What stands behind the text is as it will stay: no stop of the Tab key comes or goes any more.
  await expect(visitor.sheet.part('gpu1')).toBeAttached();
  await expect(page.locator('[data-stale]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(text.box).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(text.box).toBeFocused();
});

test('a word is typed over, whatever it looks like', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const text = new TextPanel(visitor);
  await text.startDrawing();
  await text.replace(SMALL);
  await text.line('gpu1: gpu').getByText('gpu1:').dblclick();
  await page.keyboard.type('card');
  await expect(text.line('card: gpu gen5 x16')).toBeVisible();
  await expect(visitor.sheet.part('card')).toBeAttached();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('# nothing left');
  await expect(text.line('# nothing left')).toBeVisible();
  await expect(visitor.sheet.part('card')).toBeHidden();
});

test('a dump as text says what it does not carry', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await page.getByRole('tab', { name: 'Text' }).click();
  const text = new TextPanel(visitor);
  await expect(text.line('machine "Two-socket server with two switches"')).toBeVisible();
  await expect(text.panel).toContainText('The text does not carry');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1600, 420]) {
    test(`accessible, ${colorScheme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const visitor = new Visitor(page);
      await visitor.open();
      const text = new TextPanel(visitor);
      await text.startDrawing();
      await text.replace(SMALL.replace('gpu1: gpu', 'gpu1: gpv'));
      await expect(text.problems).toBeVisible();
      await page.setViewportSize({ width, height: 900 });
      if (width < 900) await visitor.command('show the text');
      await text.line('rp0: port').click();
      await page.keyboard.press('End');
      await page.keyboard.type(' ');
      await page.keyboard.press('ControlOrMeta+Space');
      await expect(text.options).toBeVisible();
      await axe(page);
      await page.keyboard.press('Escape');
      await expect(text.options).toBeHidden();
      await page.keyboard.press('F8');
      await axe(page);
    });
  }
}
