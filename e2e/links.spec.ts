// A link is a line of the drawing: it has a menu that is named after it, and a note of its own.

import { Bench } from './support/bench.ts';
import { typeText } from './support/typeText.ts';
import { expect, test } from './support/watch.ts';

// So that all of the machine is seen by its words.
test.use({ viewport: { width: 2000, height: 1300 } });

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

/** On the line that ends on the middle of a card, a little above it. */
const ABOVE = { across: 0.5, down: -0.12 };
const LINK = /^Link (downstream )?port .* – gpu0, Gen5 x16$/;

test('by pointer and finger: its menu, a note beside it, a switch between; each is one step', async ({
  context,
  page,
}) => {
  const bench = new Bench(page);
  const { visitor, hands } = bench;
  await bench.open();
  const drawn = page.getByRole('region', { name: 'Drawing' }).getByText('retimer');

  await hands.rightClick(bench.part('gpu0'), ABOVE);
  await expect(page.getByRole('menu', { name: LINK })).toBeVisible();
  for (const name of ['Rate and lanes', 'Bring the link down', 'Select gpu0', 'Select port']) {
    await expect(hands.item(name)).toBeVisible();
  }
  await hands.click(hands.item('Note on the link'));
  await expect(page.getByRole('textbox', { name: 'Note on the link above gpu0' })).toBeFocused();
  await page.keyboard.type('retimer');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(drawn).toHaveCount(1);
  await expect(visitor.undo).toHaveAccessibleName(/note on the link above gpu0/i);
  const field = visitor.inspector.getByRole('textbox', { name: /^Note on the link to gpu0/ });
  await expect(field).toHaveValue('retimer');
  // A click means the link, and keys act on it; the card itself is its own.
  await hands.click(bench.part('gpu0'), ABOVE);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: LINK })).toBeVisible();
  await page.keyboard.press('Escape');
  await hands.rightClick(bench.part('gpu0'));
  await expect(page.getByRole('menu', { name: 'What can be done here' })).toBeVisible();
  await expect(hands.item('Note on the link above gpu0')).toBeVisible();
  await page.keyboard.press('Escape');

  await hands.rightClick(bench.part('gpu0'), ABOVE);
  await hands.click(hands.item('Put a switch between'));
  await expect(page.getByRole('combobox', { name: /^Put a switch above gpu0/ })).toBeFocused();
  await page.keyboard.type('generic switch');
  await page.keyboard.press('Enter');
  await expect(visitor.undo).toHaveAccessibleName(/put .*switch above gpu0/i);
  await expect(bench.withPorts('sw2', 1)).toBeAttached();
  await expect(drawn).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(bench.withPorts('sw2', 1)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(drawn).toHaveCount(0);
  await expect(visitor.undo).toHaveAccessibleName(/open/);

  // With a finger, which covers more than the line.
  const session = await context.newCDPSession(page);
  const { x, y } = await hands.spot(bench.part('gpu0'), ABOVE);
  const touchPoints = [{ x: x + 7, y }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await page.waitForTimeout(650); // as long as a person presses
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(page.getByRole('menu', { name: LINK })).toBeVisible();
});

test('by keys: from a part to the link above it, its menu and its note', async ({ page }) => {
  const bench = new Bench(page);
  const { visitor, hands } = bench;
  await bench.open();
  const drawn = page.getByRole('region', { name: 'Drawing' }).getByText('long cable');
  await page.keyboard.press('ControlOrMeta+F');
  await typeText(page, 'nic0');
  await page.keyboard.press('Enter');
  await expect(visitor.inspector.getByRole('heading', { name: 'nic0' })).toBeVisible();
  await visitor.sheet.surface.focus();
  await page.keyboard.press('e');
  await expect(page.getByText(/^Link port .* – nic0, .*, selected\.$/)).toBeAttached();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu', { name: /^Link port .* – nic0/ })).toBeVisible();
  await expect(hands.item('Note on the link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Note on the link above nic0' })).toBeFocused();
  await page.keyboard.type('long cable');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(drawn).toHaveCount(1);
  // The key writes on what is meant: first on the link, then on the part.
  await expect(visitor.sheet.surface).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note on the link above nic0' })).toHaveValue(
    'long cable',
  );
  await page.keyboard.press('Escape');
  await bench.part('nic0').click();
  await page.keyboard.press('n');
  const field = page.getByRole('textbox', { name: 'Note on nic0' }).and(page.locator(':focus'));
  await expect(field).toHaveValue('');
  await page.keyboard.press('Escape');
  // From the palette, and taken away by leaving it empty.
  await visitor.command('note on the link above nic0');
  await expect(page.getByRole('textbox', { name: 'Note on the link above nic0' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(drawn).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(drawn).toHaveCount(1);
});
