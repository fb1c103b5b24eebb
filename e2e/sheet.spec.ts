// The drawing under the hand: moved, zoomed, and its parts selected, by mouse, wheel, keys and fingers.

import type { Locator, Page } from '@playwright/test';
import { Visitor } from './support/visitor.ts';
import { expect, test } from './support/watch.ts';

const gpu = '0000:29:00.0';
const otherGpu = '0000:2a:00.0';
const drive = '0000:2c:00.0';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The part at full size, and where it is. */
async function near(visitor: Visitor, name: string): Promise<{ part: Locator; at: Spot }> {
  const part = await visitor.sheet.approach(name);
  return { part, at: await middleOf(part) };
}

async function middleOf(part: Locator): Promise<Spot> {
  const box = await part.boundingBox();
  if (!box) throw new Error(`${part} is not drawn.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The part moves by so much while something is done. */
async function expectShift(part: Locator, by: Spot, what: () => Promise<void>): Promise<void> {
  const before = await middleOf(part);
  await what();
  await expect(async () => {
    const after = await middleOf(part);
    const moved = { x: Math.round(after.x - before.x), y: Math.round(after.y - before.y) };
    expect(moved).toEqual(by);
  }).toPass({ timeout: 10_000 });
}

async function drag(
  page: Page,
  from: Spot,
  by: Spot,
  button: 'left' | 'middle' | 'right' = 'left',
) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down({ button });
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2);
  await page.mouse.move(from.x + by.x, from.y + by.y);
  await page.mouse.up({ button });
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('two fingers on a trackpad move it, pinching zooms at the pointer', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const { part, at } = await near(visitor, gpu);
  await expectShift(part, { x: -60, y: -40 }, () => page.mouse.wheel(60, 40));
  await expectShift(part, { x: 60, y: 40 }, () => page.mouse.wheel(-60, -40));

  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect(visitor.sheet.zoom.getByRole('button', { name: /^1[1-9]\d %/ })).toBeVisible();
  // What is under the pointer stays there.
  const after = await middleOf(part);
  expect(Math.hypot(after.x - at.x, after.y - at.y)).toBeLessThan(4);
});

test('it is dragged with the space bar, the middle and the right button', async ({ page }) => {
  const visitor = new Visitor(page);
  await visitor.open();
  // On Linux the middle button pastes what is marked, and what is pasted here is opened.
  await visitor.name.click();
  await page.keyboard.press('ControlOrMeta+A');
  const { part, at } = await near(visitor, gpu);
  const there = { x: 50, y: -30 };
  const back = { x: -50, y: 30 };
  await expectShift(part, there, () => drag(page, at, there, 'middle'));
  await expectShift(part, back, () => drag(page, at, back, 'right'));
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(visitor.sheet.surface).toBeFocused();
  await page.keyboard.down('Space');
  await expectShift(part, there, () => drag(page, at, there));
  await page.keyboard.up('Space');
  await expect(part).toHaveAttribute('aria-selected', 'false');
  await expect(visitor.openDialog).toBeHidden();
});

test('parts are selected one by one, together, by a frame, all; Escape lets go', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const { sheet } = visitor;
  await (await sheet.approach(gpu)).click();
  await expect(sheet.part(gpu)).toHaveAttribute('aria-selected', 'true');
  await sheet.part(otherGpu).click({ modifiers: ['Shift'] });
  await expect(sheet.part(gpu)).toHaveAttribute('aria-selected', 'true');
  await expect(sheet.part(otherGpu)).toHaveAttribute('aria-selected', 'true');
  await sheet.part(gpu).click({ modifiers: ['Shift'] });
  await expect(sheet.part(gpu)).toHaveAttribute('aria-selected', 'false');

  await page.keyboard.press('Escape');
  await expect(sheet.part(otherGpu)).toHaveAttribute('aria-selected', 'false');
  const [from, to] = [await sheet.part(gpu).boundingBox(), await sheet.part(drive).boundingBox()];
  if (!from || !to) throw new Error('The cards are not drawn.');
  await drag(
    page,
    { x: from.x - 12, y: Math.max(from.y, to.y) + from.height + 12 },
    { x: to.x + to.width + 24 - from.x, y: -from.height - 20 },
  );
  await expect(sheet.part(drive)).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('Escape');
  await sheet.surface.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await expect(sheet.part(gpu)).toHaveAttribute('aria-selected', 'true');
  await expect(sheet.part(drive)).toHaveAttribute('aria-selected', 'true');
});

test('fit, full size, in and out are keys and buttons; what got lost is found again', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  const { zoom, surface } = visitor.sheet;
  const full = zoom.getByRole('button', { name: /^100 %/ });
  await surface.focus();
  await page.keyboard.press('Shift+0');
  await expect(full).toBeVisible();
  await zoom.getByRole('button', { name: 'Zoom in' }).click();
  await expect(full).toBeHidden();
  await zoom.getByRole('button', { name: 'Zoom out' }).click();
  await expect(full).toBeVisible();
  // With nothing selected, keys move the view.
  const gpuPart = await visitor.sheet.approach(gpu);
  await page.keyboard.press('Escape');
  await surface.focus();
  await expectShift(gpuPart, { x: 0, y: 80 }, () => page.keyboard.press('Alt+ArrowUp'));
  await expectShift(gpuPart, { x: 0, y: -80 }, () => page.keyboard.press('Alt+ArrowDown'));
  const box = await surface.boundingBox();
  if (!box) throw new Error('There is no sheet.');
  await page.mouse.move(box.x + 40, box.y + 40);
  for (let turns = 0; turns < 8; turns++) await page.mouse.wheel(-2000, -2000);
  const back = page.getByRole('button', { name: /back to/i });
  if (await back.isVisible()) await back.click();
  else await zoom.getByRole('button', { name: 'Fit the machine' }).click();
  await expect(await visitor.sheet.approach(gpu)).toBeInViewport();
});

test('the view is dragged on the small map, goes where that is pressed, and back on Escape', async ({
  page,
}) => {
  const visitor = new Visitor(page);
  await visitor.open();
  // There as soon as there are many boxes and not all of them are in sight.
  const map = page.getByTitle('Drag the view');
  await visitor.sheet.surface.press('b');
  await expect(map).toBeHidden();
  const part = await visitor.sheet.approach(gpu);
  const box = await map.boundingBox();
  if (!box) throw new Error('There is no small map.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const press = async (at: Spot) => {
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
  };
  await press(middle);
  await page.mouse.up();
  const before = await middleOf(part);
  // Held where it is, the view goes along: the sheet moves the other way, and further.
  await press({ x: middle.x - 4, y: middle.y });
  expect(await middleOf(part)).toEqual(before);
  await page.mouse.move(middle.x + 6, middle.y, { steps: 3 });
  const dragged = await middleOf(part);
  expect(dragged.x).toBeLessThan(before.x - 40);
  expect(dragged.y).toBeCloseTo(before.y, 0);
  await page.keyboard.press('Escape');
  await page.mouse.move(middle.x + 20, middle.y);
  await page.mouse.up();
  expect(await middleOf(part)).toEqual(before);
  await visitor.sheet.zoom.getByRole('button', { name: 'Fit the machine' }).click();
  await expect(map).toBeHidden();
});

test.describe('with fingers', () => {
  test.use({ hasTouch: true });

  test('a tap selects, one finger or two move it, two zoom', async ({ context, page }) => {
    const visitor = new Visitor(page);
    await visitor.open();
    const { part, at } = await near(visitor, gpu);
    await page.touchscreen.tap(at.x, at.y);
    await expect(part).toHaveAttribute('aria-selected', 'true');

    const session = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: Spot[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    const fingers = (apart: number, x = 0): [Spot, Spot] => [
      { x: at.x + x - apart, y: at.y },
      { x: at.x + x + apart, y: at.y },
    ];
    await touch('touchStart', ...fingers(40));
    await touch('touchMove', ...fingers(60));
    await touch('touchMove', ...fingers(80));
    await touch('touchEnd');
    await expect(
      visitor.sheet.zoom.getByRole('button', { name: /^(1[89]\d|20\d) %/ }),
    ).toBeVisible();
  });
});
