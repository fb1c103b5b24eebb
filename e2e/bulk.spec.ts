// Several parts at once, and what is done to one: locked, pinned, collapsed, stacked, renamed, noted,
// taken out and put between. Each is one step, on the sheet and in the outline alike.

import { Bench } from './support/bench.ts';
import { typeText } from './support/typeText.ts';
import { expect, test } from './support/watch.ts';

// So that all of the machine is seen by its parts, with what is put in besides.
test.use({ viewport: { width: 2000, height: 1300 } });

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('several are selected by Shift and by a frame, and changed in one step', async ({ page }) => {
  const bench = new Bench(page);
  const { visitor, hands } = bench;
  const { inspector } = visitor;
  await bench.open();
  await bench.part('gpu0').click();
  await bench.part('nvme0').click({ modifiers: ['Shift'] });
  await expect(inspector.getByRole('heading', { name: '2 parts selected' })).toBeVisible();
  const rate = inspector.getByRole('combobox', { name: 'Rate' });
  const lanes = inspector.getByRole('combobox', { name: 'Lanes' });
  await expect(rate.locator('option:checked')).toHaveText('mixed');
  await expect(lanes.locator('option:checked')).toHaveText('mixed');
  const undo = (await visitor.undo.getAttribute('aria-label')) ?? '';
  await rate.selectOption({ label: 'Gen3' });
  await expect(rate.locator('option:checked')).toHaveText('Gen3');
  await expect(lanes.locator('option:checked')).toHaveText('mixed');
  await visitor.undo.click();
  await expect(rate.locator('option:checked')).toHaveText('mixed');
  await expect(visitor.undo).toHaveAttribute('aria-label', undo);

  // A frame round all of them takes all; their names are given by a pattern.
  const [left, right] = [
    await hands.spot(bench.part('gpu0')),
    await hands.spot(bench.part('nvme0')),
  ];
  await page.mouse.move(left.x - 120, left.y + 60);
  await page.mouse.down();
  await page.mouse.move(right.x + 20, right.y, { steps: 3 });
  await page.mouse.up();
  await expect(inspector.getByRole('heading', { name: '4 parts selected' })).toBeVisible();
  await inspector.getByRole('textbox', { name: 'Names' }).fill('card{n}');
  await page.keyboard.press('Enter');
  for (const name of ['card0', 'card1', 'card2', 'card3']) {
    await expect(bench.part(name)).toBeVisible();
  }
  await visitor.undo.click();
  await expect(bench.part('nvme0')).toBeVisible();
  await expect(visitor.undo).toHaveAttribute('aria-label', undo);

  // Locked together, unlocked one by one: mixed.
  await inspector.getByRole('checkbox', { name: 'Locked' }).click();
  await expect(inspector.getByRole('checkbox', { name: 'Locked' })).toBeChecked();
  await bench.part('gpu1').click();
  await page.keyboard.press('l');
  await bench.part('nvme0').click({ modifiers: ['Shift'] });
  await expect(inspector.getByRole('checkbox', { name: 'Locked' })).toBeChecked({
    indeterminate: true,
  });
});

test('what is locked stays, and says so; what is pinned stays in its place', async ({ page }) => {
  const bench = new Bench(page);
  const { visitor, hands } = bench;
  await bench.open();
  await bench.part('sw0').click();
  await page.keyboard.press('l');
  await expect(visitor.undo).toHaveAccessibleName(/lock sw0/i);
  // Neither it nor what is below it.
  await bench.part('nic0').click();
  await page.keyboard.press('Delete');
  await expect(visitor.notices).toContainText('sw0 is locked. Unlock it first.');
  await hands.take(hands.tile('GPU'));
  await hands.carryTo(bench.part('sw0'), { across: 0.2 });
  await expect(hands.refusal).toContainText(/sw0 is locked\.\s*Unlock it first\./);
  await hands.letGo();
  await expect(bench.part('nic0')).toBeVisible();
  await bench.part('sw0').click();
  await page.keyboard.press('l');
  await expect(visitor.undo).toHaveAccessibleName(/unlock sw0/i);

  // Pinned: not moved by hand, nor by tidying up.
  const at = await hands.spot(bench.part('nvme0'));
  await bench.part('nvme0').click();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await hands.spot(bench.part('nvme0'))).y).toBeGreaterThan(at.y);
  await bench.part('gpu0').click();
  await page.keyboard.press('Alt+ArrowDown');
  await bench.part('nvme0').click();
  await page.keyboard.press('k');
  const pinned = await hands.spot(bench.part('nvme0'));
  await visitor.command('tidy up');
  await expect(visitor.undo).toHaveAccessibleName(/tidy/i);
  await expect.poll(async () => (await hands.spot(bench.part('nvme0'))).y).toBe(pinned.y);
  await hands.take(bench.part('nvme0'), { across: 0.2 });
  await hands.carryToSpot(await bench.paper());
  await expect(hands.refusal).toContainText(/nvme0 is pinned to its place\.\s*Unpin it first\./);
  await hands.letGo();
  // Every one of them taken back: it lies where it lay.
  while (!/open/.test((await visitor.undo.getAttribute('aria-label')) ?? '')) {
    await page.keyboard.press('ControlOrMeta+Z');
  }
  await expect.poll(async () => (await hands.spot(bench.part('nvme0'))).y).toBe(at.y);
});

test('collapsed on the sheet it is collapsed in the outline; stacked it is one card', async ({
  page,
}) => {
  const bench = new Bench(page);
  const { visitor } = bench;
  await bench.open();
  await page.getByRole('tab', { name: 'Outline' }).click();
  const line = visitor.outline.getByRole('treeitem', { name: /sw0/ }).first();
  await expect(line).not.toHaveAccessibleName(/collapsed/);
  await bench.part('sw0').click();
  await page.keyboard.press('f');
  await expect(bench.part('nic0')).toHaveCount(0);
  await expect(line).toHaveAccessibleName(/collapsed on the drawing/);
  await expect(visitor.undo).toHaveAccessibleName(/collapse sw0/i);
  // From the outline.
  await line.click();
  await visitor.command('expand sw0');
  await expect(bench.part('nic0')).toBeVisible();
  await expect(line).not.toHaveAccessibleName(/collapsed/);
  // And back, from either side.
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(bench.part('nic0')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(bench.part('nic0')).toBeVisible();

  // Two more of the same, drawn as one.
  await bench.part('nvme0').click();
  await page.keyboard.press('ControlOrMeta+D');
  await expect(bench.part('nvme1')).toBeVisible();
  const undo = (await visitor.undo.getAttribute('aria-label')) ?? '';
  await page.keyboard.press('Shift+F');
  await expect(page.getByRole('option', { name: /nvme0.*(2|nvme1)/i }).first()).toBeAttached();
  await expect(bench.part('nvme1')).toHaveCount(0);
  // A view of it: no step.
  await expect(visitor.undo).toHaveAttribute('aria-label', undo);
  await page.keyboard.press('Shift+F');
  await expect(bench.part('nvme1')).toBeVisible();
});

test('a switch is taken out, put between, and replaced; each is one step', async ({ page }) => {
  const bench = new Bench(page);
  const { visitor, hands } = bench;
  await bench.open();
  const before = await bench.text();
  // Only one can go to the port: of two below a switch it is told.
  await bench.part('nvme0').click();
  await page.keyboard.press('Delete');
  await expect(bench.part('nvme0')).toHaveCount(0);
  await bench.part('sw1').click();
  await page.keyboard.press('Shift+Delete');
  await expect(bench.part('sw1')).toHaveCount(0);
  await expect(bench.part('gpu1')).toBeVisible();
  await expect(visitor.undo).toHaveAccessibleName(/take out sw1/i);
  // A switch in between again.
  await hands.rightClick(bench.part('gpu1'));
  await hands.click(hands.item('Put a switch above gpu1'));
  await expect(page.getByRole('combobox', { name: /^Put a switch above/ })).toBeFocused();
  await page.keyboard.type('generic switch');
  await page.keyboard.press('Enter');
  await expect(bench.withPorts('sw1', 1)).toBeAttached();
  await expect(visitor.undo).toHaveAccessibleName(/put .*switch above gpu1/i);
  // Another part in a card's place.
  await bench.part('gpu0').click();
  await visitor.command('replace gpu0');
  await expect(page.getByRole('combobox', { name: /^Replace gpu0/ })).toBeFocused();
  await page.keyboard.type('h100');
  await page.keyboard.press('Enter');
  await expect(visitor.undo).toHaveAccessibleName(/replace gpu0/i);
  await expect(visitor.inspector).toContainText('H100');
  for (let steps = 0; steps < 4; steps++) await page.keyboard.press('ControlOrMeta+Z');
  await expect(visitor.undo).toHaveAccessibleName(/open/);
  expect(await bench.text()).toBe(before);
});

test('names are written in place, on the sheet and in the outline; notes are drawn', async ({
  page,
}) => {
  const bench = new Bench(page);
  const { visitor, hands } = bench;
  await bench.open();
  await page.getByRole('tab', { name: 'Outline' }).click();
  await bench.part('nic0').click();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Name of nic0' })).toBeFocused();
  await page.keyboard.type('uplink');
  await page.keyboard.press('Enter');
  await expect(bench.part('uplink')).toBeVisible();
  await expect(visitor.outline.getByRole('treeitem', { name: /uplink/ }).first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');

  await hands.doubleClick(bench.part('gpu1'));
  await expect(page.getByRole('textbox', { name: 'Name of gpu1' })).toBeFocused();
  await page.keyboard.type('trainer');
  await page.keyboard.press('Enter');
  await expect(bench.part('trainer')).toBeVisible();
  // A name that is taken is said, and Escape reverts.
  await page.keyboard.press('F2');
  await typeText(page, 'gpu0');
  await expect(page.getByRole('alert').filter({ hasText: /gpu0/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bench.part('trainer')).toBeVisible();

  // In the outline.
  const line = visitor.outline.getByRole('treeitem', { name: /nvme0/ }).first();
  await line.click();
  await page.keyboard.press('F2');
  await typeText(page, 'scratch');
  await page.keyboard.press('Enter');
  await expect(bench.part('scratch')).toBeVisible();

  // A note, drawn beside its part.
  await bench.part('gpu0').click();
  await page.keyboard.press('n');
  await typeText(page, 'runs hot');
  await page.keyboard.press('ControlOrMeta+Enter');
  const note = page.getByRole('region', { name: 'Drawing' }).getByText('runs hot');
  await expect(note.first()).toBeAttached();
  await expect(visitor.undo).toHaveAccessibleName(/note/i);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(note).toHaveCount(0);
  for (let steps = 0; steps < 2; steps++) await page.keyboard.press('ControlOrMeta+Z');
  await expect(bench.part('gpu1')).toBeVisible();
  await expect(bench.part('nvme0')).toBeVisible();
});

test('menu, search, help and palette lead to every command', async ({ page }) => {
  const bench = new Bench(page);
  const { visitor, hands } = bench;
  await bench.open();
  // By the right button, and by keys.
  await hands.rightClick(bench.part('nic0'));
  await expect(hands.item('Move nic0')).toBeVisible();
  await expect(hands.item('Remove nic0')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hands.menu).toHaveCount(0);
  await bench.part('sw0').click();
  await page.keyboard.press('Shift+F10');
  await expect(hands.item('Take out sw0 and close the gap')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hands.menu).toHaveCount(0);
  await expect(visitor.sheet.surface).toBeFocused();

  // Search: Enter goes round.
  await page.keyboard.press('ControlOrMeta+F');
  const find = page.getByRole('searchbox', { name: 'Find in the outline' });
  await expect(find).toBeFocused();
  await page.keyboard.type('gpu');
  // What Enter goes round is what has been found.
  const found = page.getByRole('region', { name: 'Outline' }).getByRole('status');
  await expect(found).toHaveText(/^[1-9]/);
  const heading = visitor.inspector.getByRole('heading', { level: 2 }).nth(1);
  const seen: string[] = [];
  for (let turns = 0; turns < 3; turns++) {
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText(/^gpu/);
    if (turns > 0) await expect(heading).not.toHaveText(seen[turns - 1] ?? '');
    seen.push((await heading.textContent()) ?? '');
  }
  expect(new Set(seen)).toEqual(new Set(['gpu0', 'gpu1']));
  await page.keyboard.press('Escape');

  // Help has every command that the palette has.
  await visitor.sheet.surface.focus();
  await bench.part('sw0').click();
  await page.keyboard.press('ControlOrMeta+K');
  const offered = page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
  await expect.poll(() => offered.count()).toBeGreaterThan(40);
  await page.keyboard.press('Escape');
  await expect(offered).toHaveCount(0);
  await visitor.sheet.surface.focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: /Keys and help/ });
  for (const title of ['Add a part', 'Duplicate', 'Lock', 'Collapse', 'Tidy up the drawing']) {
    await expect(help.getByText(new RegExp(`^${title}`)).first()).toBeAttached();
  }
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
});
