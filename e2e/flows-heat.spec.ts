// What links carry, on the sheet: pointed at, switched off and on, and in a picture to take along.

import { FlowsPanel, WIDE } from './support/flowsPanel.ts';
import { withoutPickers } from './support/pickers.ts';
import { expect, test } from './support/watch.ts';

test.use({ viewport: WIDE });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('a link says what it carries under the pointer, and is selected by a click', async ({
  page,
}) => {
  const flows = new FlowsPanel(page);
  const { drawing, hands, legend } = flows;
  await flows.open();
  await expect(legend).toBeVisible();
  await expect(drawing.getByText(/^local: 27\.3 GB\/s$/)).toBeVisible();

  // Between a GPU and its switch.
  const gpu = await hands.spot(flows.part('gpu0'), { down: 0 });
  const link = { x: gpu.x, y: gpu.y - 9 };
  const tip = drawing.locator('[aria-hidden="true"]').filter({ hasText: 'Carries up to' }).last();
  await expect(async () => {
    await page.mouse.move(link.x + 3, link.y - 1);
    await page.mouse.move(link.x, link.y);
    await expect(tip).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(tip).toContainText('sw0 – gpu0');
  await expect(tip).toContainText('↓ from the root: 54.6 GB/s, 100 % of what can be filled');
  await expect(tip).toContainText('×3.0 is asked for');
  await expect(tip).toContainText('local, far0, far1');
  await page.mouse.click(link.x, link.y);
  await expect(flows.visitor.inspector).toContainText('gpu0');
  await expect(flows.visitor.inspector).toContainText(/Gen5|32 GT\/s/);

  // A link that nobody uses has nothing on it.
  const idle = await hands.spot(flows.part('gpu7'), { down: 0 });
  await page.mouse.move(idle.x, idle.y - 9);
  await expect(tip).not.toContainText('54.6');
  // Of the flow’s side, its links are the sheet’s.
  await flows.result.getByRole('button', { name: 'sw0 – gpu0' }).first().hover();
  await expect(drawing.locator('g:has(> g[data-flow]) > path')).toHaveCount(1);
});

test('off and on: by its button, by its key and by its command; another kind of drawing keeps it', async ({
  page,
}) => {
  const flows = new FlowsPanel(page);
  const { drawing, legend } = flows;
  await flows.open();
  const bands = drawing.locator('[data-flow-heat]');
  const heat = drawing.getByRole('button', { name: 'Heat' });
  await expect(bands).toHaveCount(1);
  await heat.click();
  await expect(bands).toHaveCount(0);
  await expect(legend).toHaveCount(0);
  await flows.surface.focus();
  await page.keyboard.press('Shift+H');
  await expect(heat).toHaveAttribute('aria-pressed', 'true');
  await expect(bands).toHaveCount(1);
  await flows.visitor.command('hide what links carry');
  await expect(bands).toHaveCount(0);
  await flows.visitor.command('show what links carry on the sheet');
  await expect(bands).toHaveCount(1);
  await drawing.getByRole('button', { name: 'Functions' }).click();
  await expect(bands).toHaveCount(1);
  await drawing.getByRole('button', { name: 'Blocks' }).click();
  // Without any flow there is nothing to be shown.
  await flows.visitor.command('remove flow local');
  await flows.visitor.command('remove flow far0');
  await flows.visitor.command('remove flow far1');
  await expect(flows.rows).toHaveCount(0);
  await expect(bands).toHaveCount(0);
  await expect(legend).toHaveCount(0);
  await flows.visitor.undo.click();
  await expect(bands).toHaveCount(1);
});

test('the drawing as a picture has bands, figures and what they mean; without heat it has none', async ({
  page,
}) => {
  await withoutPickers(page);
  const flows = new FlowsPanel(page);
  await flows.open();
  await expect(flows.drawing.locator('[data-flow-heat]')).toHaveCount(1);
  const picture = () =>
    flows.savedBy(() => flows.visitor.command('save the drawing as svg, light'));
  const { name, text } = await picture();
  expect(name).toMatch(/^eight[ -]GPUs.*\.svg$/);
  const words = (svg: string) =>
    page.evaluate((source) => {
      const read = new DOMParser().parseFromString(source, 'image/svg+xml');
      if (read.querySelector('parsererror')) return 'broken';
      return [...read.querySelectorAll('text')].map((each) => each.textContent).join('\n');
    }, svg);
  const said = await words(text);
  expect(said).toContain('64 GB/s');
  expect(said).toContain('of a direction used, from 0 to 100 %');
  expect(said).toContain('full; ×2: twice as much is asked for');
  expect(said).toMatch(/54\.6/);
  await flows.drawing.getByRole('button', { name: 'Heat' }).click();
  await expect(flows.drawing.locator('[data-flow-heat]')).toHaveCount(0);
  const bare = await words((await picture()).text);
  expect(bare).toContain('gpu0');
  expect(bare).not.toContain('GB/s');
});
