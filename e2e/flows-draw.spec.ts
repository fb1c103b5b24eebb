// Flows drawn on the sheet, by pointer and by keys, and what links carry shown there.

import { FlowsPanel, ONE_SWITCH } from './support/flowsPanel.ts';
import { expect, test } from './support/watch.ts';

class FlowDrawing extends FlowsPanel {
  get sheet() {
    return this.visitor.sheet;
  }

  async openOneSwitch(flows = ''): Promise<void> {
    await this.openMachine(ONE_SWITCH + flows);
    await expect(this.sheet.part('gpu0,')).toBeVisible();
  }

  /** Presses the handle of a device and draws to another part. */
  async dragFrom(name: string, ...to: readonly string[]): Promise<void> {
    const { mouse } = this.page;
    const from = this.sheet.part(`${name},`);
    const inside = await this.hands.spot(from);
    // The handle comes with the pointer.
    await expect(async () => {
      await mouse.move(inside.x, inside.y);
      const edge = await this.hands.spot(from, { across: 1 });
      await mouse.move(edge.x, edge.y);
      await expect(this.sheet.surface).toHaveAttribute('data-over', 'flow', { timeout: 500 });
    }).toPass();
    await mouse.down();
    for (const each of to) {
      const at = await this.hands.spot(this.sheet.part(`${each},`), { across: 0.3, down: 0.4 });
      await mouse.move(at.x, at.y, { steps: 5 });
    }
  }
}

test('from a handle to a device: the words say what it would be, a switch is no end', async ({
  page,
}) => {
  const flows = new FlowDrawing(page);
  const { hands, visitor } = flows;
  await flows.openOneSwitch();
  await flows.dragFrom('gpu0', 'sw0');
  await expect(hands.refusal).toContainText('sw0 only passes data on');
  await flows.page.mouse.up();
  await expect(page.getByText('sw0 only passes data on')).toBeVisible();

  await flows.dragFrom('gpu0', 'gpu1');
  await expect(hands.bubble).toContainText('gpu0 writes to gpu1');
  await page.keyboard.down('Shift');
  await expect(hands.bubble).toContainText('gpu0 reads from gpu1');
  await page.keyboard.up('Shift');
  await expect(hands.bubble).toContainText('gpu0 writes to gpu1');
  await page.mouse.up();
  await expect(flows.row('gpu0 → gpu1')).toBeVisible();
  await expect(flows.drawing.getByText(/^f0: \d\d\.\d GB\/s$/)).toBeVisible();
  await expect(flows.drawing.getByText(/^held back by Gen5 x16 above gpu/)).toBeVisible();

  await visitor.undo.click();
  await expect(flows.row('gpu0 → gpu1')).toHaveCount(0);
});

test('given up with Escape, nothing has happened', async ({ page }) => {
  const flows = new FlowDrawing(page);
  await flows.openOneSwitch();
  await flows.dragFrom('gpu0', 'gpu1');
  await expect(flows.hands.bubble).toContainText('gpu0 writes to gpu1');
  await page.keyboard.press('Escape');
  await expect(flows.hands.bubble).toHaveCount(0);
  await page.mouse.up();
  await expect(flows.visitor.undo).toHaveAccessibleName(/four below a switch|open/i);
});

test('by two clicks, from a device to memory', async ({ page }) => {
  const flows = new FlowDrawing(page);
  const { hands, sheet } = flows;
  await flows.openOneSwitch();
  await sheet.surface.focus();
  await page.keyboard.press('8');
  await page.getByRole('button', { name: 'Draw a flow' }).click();
  await expect(hands.bubble).toContainText('Where does the flow begin?');
  const from = await hands.spot(sheet.part('nic0,'));
  await page.mouse.click(from.x, from.y);
  const memory = await hands.spot(sheet.part('h0'), { across: 0.05, down: 0.7 });
  await page.mouse.move(memory.x, memory.y, { steps: 3 });
  await expect(hands.bubble).toContainText('nic0 writes to the host’s memory');
  await page.mouse.click(memory.x, memory.y);
  await expect(hands.bubble).toHaveCount(0);
  await expect(flows.row('nic0 → ram')).toBeVisible();
});

test('from afar, only the words of the flow stand beside the pointer', async ({ page }) => {
  const flows = new FlowDrawing(page);
  const { bubble } = flows.hands;
  await flows.openMachine();
  await flows.visitor.outline.getByRole('treeitem', { name: /gpu0/ }).click();
  await page.setViewportSize({ width: 1000, height: 760 });
  await expect(flows.part('gpu7')).toHaveCount(0);
  await flows.surface.focus();
  await page.keyboard.press('w');
  await expect(bubble).toContainText('Where does it end?');
  const sheet = await flows.surface.boundingBox();
  if (!sheet) throw new Error('There is no sheet.');
  const { x, y, width, height } = sheet;
  const isMet = async () => /writes to gpu7/.test((await bubble.textContent()) ?? '');
  for (let down = 0.3; down < 0.8 && !(await isMet()); down += 0.04) {
    await page.mouse.move(x + width * 0.88, y + height * down);
    // The words follow with the next frame.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
  await expect(bubble).toContainText('gpu0 writes to gpu7');
  await expect(page.getByText(/^gpu7, GPU/)).toHaveCount(0);
});

test('by keys alone', async ({ page }) => {
  const flows = new FlowDrawing(page);
  const { hands, sheet } = flows;
  await flows.openOneSwitch();
  const gpu0 = await hands.spot(sheet.part('gpu0,'));
  await page.mouse.click(gpu0.x, gpu0.y);
  await sheet.surface.focus();
  await page.keyboard.press('w');
  await expect(hands.bubble).toContainText('Where does it end?');
  await page.keyboard.press('ArrowRight');
  await expect(hands.bubble).toContainText('gpu0 writes to gpu1');
  await page.keyboard.press('ArrowRight');
  await expect(hands.bubble).toContainText('gpu0 writes to gpu2');
  await page.keyboard.press('Enter');
  await expect(flows.row('gpu0 → gpu2')).toBeVisible();
  await sheet.surface.focus();
  await page.keyboard.press('w');
  await page.keyboard.press('Escape');
  await expect(hands.bubble).toHaveCount(0);
});

test('what links carry: a legend that closes, a button, and flows that can be clicked', async ({
  page,
}) => {
  const flows = new FlowDrawing(page);
  await flows.openOneSwitch('flow f0: gpu0 -> gpu2 write\nflow f1: gpu1 -> gpu2 write\n');
  await expect(flows.legend).toBeVisible();
  const heat = flows.drawing.getByRole('button', { name: 'Heat' });
  await expect(heat).toHaveAttribute('aria-pressed', 'true');
  // Both end at the same place and get the same: one tag.
  const both = flows.drawing.getByText(/^f0, f1: \d\d\.\d GB\/s each$/);
  const at = await flows.hands.spot(both);
  await page.mouse.click(at.x, at.y);
  const tag = flows.drawing.getByText(/^f0: \d\d\.\d GB\/s$/);
  await expect(tag).toBeVisible();
  await expect(
    flows.drawing.getByText('held back by Gen5 x16 above gpu2, downwards'),
  ).toBeVisible();
  await flows.legend.getByRole('button', { name: 'Close the legend' }).click();
  await expect(flows.legend).toHaveCount(0);
  await heat.click();
  await expect(tag).toHaveCount(0);
  await heat.click();
  await expect(flows.legend).toBeVisible();
});
