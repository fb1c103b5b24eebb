// Beginning with a template or with nothing, and putting a part of the catalogue in.

import type { Locator, Page } from '@playwright/test';
import { typeText } from './support/typeText.ts';
import { AS_IT_CAME, Visitor } from './support/visitor.ts';
import { axe, expect, test } from './support/watch.ts';

const gallery = (page: Page) => page.getByRole('dialog', { name: 'New from a template' });
const cards = (page: Page) => gallery(page).getByRole('listitem').getByRole('button');

async function openGallery(visitor: Visitor): Promise<void> {
  await visitor.command('from a template');
  await expect(cards(visitor.page).first()).toBeFocused();
}

/** How many colours the picture on a card has: one that is drawn has several. */
function coloursOf(card: Locator): Promise<number> {
  return card.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const brush = canvas.getContext('2d');
    const { data } = brush?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const colours = new Set<string>();
    for (let at = 0; at + 2 < data.length; at += 4) {
      colours.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`);
    }
    return colours.size;
  });
}

const undone = async (visitor: Visitor) => {
  await visitor.openTab('Matrix');
  await visitor.undo.click();
  await expect(visitor.name).toHaveValue('Two-socket server with two switches');
  await expect(visitor.matrix.verdicts).toHaveText(AS_IT_CAME);
};

test('by the pointer: a template with its picture opens with its text, undo leads back', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await openGallery(visitor);
  const card = cards(page).filter({ hasText: 'NVMe-oF target' });
  await expect(card).toContainText('6 NVMe drives');
  await expect(card.locator('canvas')).toBeVisible();
  expect(await coloursOf(card)).toBeGreaterThan(3);
  await card.click();
  await expect(gallery(page)).toBeHidden();
  await expect(visitor.name).toHaveValue('NVMe-oF target with CMB drives');
  await expect(visitor.matrix.verdicts).toHaveText(/Unknown\s*0$/);
  await expect(page.getByRole('tabpanel', { name: 'Text' })).toContainText('nvme0: nvme');
  // The pair that it is about is chosen.
  await visitor.openTab('Why');
  await expect(visitor.why.getByRole('heading', { name: 'Direct BUS_ADDR' })).toBeVisible();
  await undone(visitor);
});

test('by keys: arrows go from card to card, Enter opens, Escape leads back', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await openGallery(visitor);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const focused = page.locator(':focus');
  await expect(focused).toContainText('ARM64 server');
  await page.keyboard.press('End');
  await expect(focused).toContainText('Draw a machine');
  await page.keyboard.press('Escape');
  await expect(gallery(page)).toBeHidden();
  await expect(visitor.name).toHaveValue('Two-socket server with two switches');
  await openGallery(visitor);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(visitor.name).toHaveValue('Workstation on consumer root ports');
  await undone(visitor);
});

test('every template opens, and all of its verdicts are decided', async ({ page }) => {
  test.setTimeout(90_000);
  const visitor = new Visitor(page);
  await visitor.open();
  await openGallery(visitor);
  const titles: string[] = [];
  for (const name of ['Templates', 'Situations of discussions']) {
    const list = gallery(page).getByRole('list', { name });
    titles.push(...(await list.locator('strong').allTextContents()));
  }
  expect(titles.length).toBeGreaterThan(10);
  await page.keyboard.press('Escape');
  await expect(gallery(page)).toBeHidden();
  for (const title of titles) {
    await openGallery(visitor);
    await cards(page).filter({ hasText: title }).click();
    await expect(visitor.name).toHaveValue(title.replace('’', "'"));
    await expect(visitor.matrix.verdicts).toHaveText(/Unknown\s*0$/);
  }
});

test('drawing begins on the start page, with the parts beside, and goes on in the text', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.command('start page');
  await page.getByRole('button', { name: /^Draw a machine/ }).click();
  await expect(visitor.name).toHaveValue('New machine');
  await expect(page.getByRole('tabpanel', { name: 'Parts' })).toBeVisible();
  await page.getByRole('button', { name: 'Write the text' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Text' })).toContainText('machine "New machine"');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('host\n  port\n    rtx: gpu\n');
  await expect(visitor.inspector).toContainText('1 GPU');
  await page.getByRole('tab', { name: 'Outline' }).click();
  await expect(visitor.outline.getByRole('treeitem', { name: /rtx/ })).toBeVisible();
});

test('a part: found, its source read, put below a port, seen in picture and text, taken back', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await openGallery(visitor);
  await cards(page).filter({ hasText: 'NVMe-oF target' }).click();
  await expect(visitor.name).toHaveValue('NVMe-oF target with CMB drives');
  await page.getByRole('tab', { name: 'Outline' }).click();
  await visitor.outline.getByRole('treeitem', { name: /sw0/ }).first().click();

  // By keys: the field, down into the list, right to open it.
  await visitor.sheet.surface.focus();
  await page.keyboard.press('c');
  await expect(page.getByRole('searchbox', { name: 'Find a part' })).toBeFocused();
  await page.keyboard.type('h100');
  const parts = page.getByRole('tabpanel', { name: 'Parts' });
  await expect(parts.getByRole('status')).toHaveText(/^\d of \d+$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const figures = parts.getByRole('table').first();
  await expect(figures.getByRole('row', { name: /^Link Gen5 x16/ })).toBeVisible();
  await expect(figures.getByRole('rowheader').first()).toContainText(/\w{4}/);
  await expect(figures).toContainText('unknown');

  await parts.getByRole('button', { name: /^Add below / }).click();
  await expect(visitor.undo).toHaveAccessibleName(/^Undo: add NVIDIA H100.* below /);
  await page.getByRole('tab', { name: 'Text' }).click();
  const text = page.getByRole('tabpanel', { name: 'Text' });
  await expect(text).toContainText('gpu0: gpu h100');
  await expect(text).toContainText('nearest to all of its clients'); // its comments are kept
  await expect(await visitor.sheet.approach('gpu0')).toBeVisible();

  await visitor.undo.click();
  await expect(text).not.toContainText('gpu0');
  await expect(visitor.sheet.part('gpu0')).toHaveCount(0);
});

test('from nothing with parts alone: a platform, a card on its port, and the card taken out', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.command('new machine');
  await expect(visitor.name).toHaveValue('New machine');
  await page.getByRole('button', { name: 'Look through the parts' }).click();
  const parts = page.getByRole('tabpanel', { name: 'Parts' });
  await typeText(page, 'genoa');
  await parts.getByRole('button', { name: /Genoa/ }).first().click();
  await parts.getByRole('button', { name: 'Add as a new socket' }).click();
  await expect(visitor.undo).toHaveAccessibleName(/^Undo: add .*Genoa/);
  await page.getByRole('tab', { name: 'Outline' }).click();
  await visitor.outline.getByRole('treeitem', { name: /h0/ }).click();
  await page.getByRole('tab', { name: 'Parts' }).click();
  await page.getByRole('searchbox', { name: 'Find a part' }).fill('generic gpu');
  await parts.getByRole('button', { name: /^Generic GPU/ }).click();
  await parts.getByRole('button', { name: /^Add below / }).click();
  await expect(visitor.undo).toHaveAccessibleName(/^Undo: add Generic GPU/);

  await page.getByRole('tab', { name: 'Outline' }).click();
  await visitor.outline.getByRole('treeitem', { name: /gpu0/ }).click();
  await visitor.sheet.surface.focus();
  await page.keyboard.press('Delete');
  await expect(visitor.undo).toHaveAccessibleName('Undo: remove gpu0');
  await expect(visitor.outline.getByRole('treeitem', { name: /gpu0/ })).toHaveCount(0);
});

test('what cannot be added says why', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  await page.getByRole('tab', { name: 'Parts' }).click();
  const parts = page.getByRole('tabpanel', { name: 'Parts' });
  await parts.getByRole('button', { name: /^Generic GPU/ }).click();
  const add = parts.getByRole('button', { name: 'Add' });
  await expect(add).toHaveAccessibleDescription(/Select a port, a switch or a host bridge/);
  await parts.getByRole('button', { name: 'Copy line' }).click();
  expect(await visitor.clipboard()).toBe('gpu');
});

const states: Readonly<Record<string, (visitor: Visitor) => Promise<void>>> = {
  'the gallery': async (visitor) => {
    await openGallery(visitor);
    // They are drawn one after the other.
    await expect(gallery(visitor.page).locator('canvas')).toHaveCount(15, { timeout: 20_000 });
  },
  'a part with its figures': async (visitor) => {
    await visitor.page.getByRole('tab', { name: 'Parts' }).click();
    await visitor.page.getByRole('button', { name: /^Generic GPU/ }).click();
    await expect(visitor.page.getByRole('table').first()).toBeVisible();
  },
};

for (const [name, reach] of Object.entries(states)) {
  test(`${name}: accessible wide and narrow, light and dark; nothing sticks out`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const visitor = new Visitor(page);
    await visitor.open();
    await reach(visitor);
    await axe(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await axe(page, ['color-contrast']);
    await page.setViewportSize({ width: 360, height: 740 });
    await axe(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, 'nothing to scroll sideways').toBeLessThanOrEqual(0);
  });
}

test('on a narrow window the parts lie over the sheet', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const visitor = new Visitor(page);
  await page.goto('./');
  await expect(visitor.sheet.surface).toBeVisible();
  await visitor.command('show the parts');
  const drawer = page.getByRole('dialog', { name: 'Parts' });
  await expect(drawer.getByRole('button', { name: /^Generic GPU/ })).toBeVisible();
  await drawer.getByRole('button', { name: /^Generic GPU/ }).click();
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});
