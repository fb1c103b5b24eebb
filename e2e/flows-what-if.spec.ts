// Sliders of what-ifs: figures follow the hand; and what is taken along holds the figures that are seen.

import type { Page } from '@playwright/test';
import { FlowsPanel } from './support/flowsPanel.ts';
import { expect, test } from './support/watch.ts';

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: 'reduce' }));

test('a slider in the hand: rates follow before it is let go; put back one by one and all at once', async ({
  page,
}) => {
  const flows = new FlowsPanel(page);
  await flows.open();
  await flows.expectRates('27.3', '13.6', '13.6');
  const whatIf = await flows.look('What if');
  const figure = whatIf.getByRole('figure');
  await expect(figure).toContainText('nothing turned yet');

  const generation = flows.control('Generation');
  await flows.slide(generation, 4);
  await expect(generation).toHaveAttribute('aria-valuetext', 'Gen4');
  await flows.expectRates('13.6', '6.82', '6.82');
  // Further, still in the hand.
  await flows.hands.carryTo(generation, { across: 0.99 });
  await expect(generation).toHaveAttribute('aria-valuetext', 'Gen7');
  await expect(flows.row('local')).not.toContainText('13.6 GB/s');
  await flows.hands.carryTo(generation, { across: 0.01 });
  await expect(generation).toHaveAttribute('aria-valuetext', /as/);
  await flows.hands.letGo();
  await flows.expectRates('27.3', '13.6', '13.6');

  // By keys: a stop at a time, to the ends; others at the same time.
  const width = flows.control('Width');
  await width.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(width).toHaveAttribute('aria-valuetext', 'x8');
  await flows.expectRates('13.6', '6.82', '6.82');
  await expect(figure.getByRole('table')).toContainText('▼ −50 %');
  const payload = flows.control('MPS');
  await payload.focus();
  await page.keyboard.press('ArrowRight');
  await expect(payload).toHaveAttribute('aria-valuetext', '128 B');
  await flows.expectRates('12.6', '6.28', '6.28');
  await expect(figure).toContainText('MPS 128 B, all links x8');

  const back = whatIf.getByRole('button', { name: 'Width: as usual' });
  await flows.visitor.tabTo(back);
  await page.keyboard.press('Enter');
  await flows.expectRates('25.1', '12.6', '12.6');
  await whatIf.getByRole('button', { name: 'All as the machine is' }).click();
  await flows.expectRates('27.3', '13.6', '13.6');
  await expect(figure).toContainText('nothing turned yet');
  // What is turned is no change of the document.
  await expect(flows.visitor.undo).toHaveAccessibleName(/eight GPUs|open/i);
});

test('what is saved of charts and flows holds the figures that are seen', async ({ page }) => {
  const flows = new FlowsPanel(page);
  await flows.open();
  await flows.look('What if');
  await flows.control('Efficiency η').focus();
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('ArrowRight');
  await flows.expectRates('28.2', '14.1', '14.1');
  const button = (name: string) => flows.side.getByRole('button', { name, exact: true });

  // Before and after.
  const turned = await flows.saved(button('Save CSV'));
  expect(turned.name).toMatch(/^eight[ -]GPUs[ -]what[ -]if\.csv$/);
  const [, local] = cells(turned.text);
  expect(local?.slice(0, 3)).toEqual(['flow', 'local', 'bytes_per_second']);
  expect(gigabytes(local?.[3])).toBe('27.3');
  expect(gigabytes(local?.[4])).toBe('28.2');
  const picture = await flows.saved(button('Save SVG'));
  expect(picture.name).toMatch(/what[ -]if\.svg$/);
  await expectPicture(page, picture.text, ['What if', 'local', '28.2', '14.1', 'η 0.98']);

  // What links carry: the one into the GPU is full, and the far ones’ uplink half.
  await flows.look('Links');
  const links = cells((await flows.saved(button('Save CSV'))).text);
  const full = links.find(([link, , , , , way]) => link === 'sw0 – gpu0' && way === 'down');
  const [header = []] = links;
  const of = (row: readonly string[] | undefined, column: string) => row?.[header.indexOf(column)];
  expect(gigabytes(of(full, 'payload_bytes_per_second'))).toBe('56.3');
  expect(Number(of(full, 'utilisation'))).toBeCloseTo(1, 3);
  expect(of(full, 'flows')?.split(' ')).toHaveLength(3);
  const uplink = links.find(([link, , , , , way]) => link === 'rp1 – sw1' && way === 'up');
  expect(gigabytes(of(uplink, 'payload_bytes_per_second'))).toBe('28.2');
  await expectPicture(page, (await flows.saved(button('Save SVG'))).text, [
    'What links carry',
    'sw0 – gpu0',
    '56.3',
  ]);

  // One flow over sizes, by keys.
  await flows.look('Roofline');
  await flows.visitor.tabTo(button('Save CSV'));
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await saving).suggestedFilename()).toMatch(/^eight[ -]GPUs[ -]roofline.*\.csv$/);
  await expectPicture(page, (await flows.saved(button('Save SVG'))).text, [
    'Gen5 x16 above gpu1, upwards',
    'GB/s',
  ]);

  // Flows, links and limits as one table.
  const all = await flows.savedBy(() => flows.visitor.command('save flows, links and limits'));
  expect(all.name).toBe('eight GPUs flows.csv');
  const rows = cells(all.text);
  const named = (record: string, name: string) =>
    rows.find((row) => row[0] === record && row[1] === name);
  expect(Number(named('flow', 'local')?.[4]).toFixed(1)).toBe('28.2');
  expect(Number(named('flow', 'far0')?.[4]).toFixed(1)).toBe('14.1');
  expect(named('flow', 'far1')).toContain('Gen5 x16 above gpu0, downwards');
  expect(rows.filter(([record]) => record === 'link')).toHaveLength(20);
  expect(named('limit', 'Gen5 x16 above gpu0, downwards')).toBeDefined();
});

/** Rows of a table in which no cell has a line break. */
function cells(csv: string): readonly (readonly string[])[] {
  return csv
    .trimEnd()
    .split('\r\n')
    .map((row) => [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)])
    .map((found) => found.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
}

const gigabytes = (bytesPerSecond: string | undefined) =>
  (Number(bytesPerSecond) / 1e9).toPrecision(3);

async function expectPicture(page: Page, svg: string, words: readonly string[]): Promise<void> {
  const found = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      isSound: read.querySelector('parsererror') === null,
      texts: [...read.querySelectorAll('text, title, desc')]
        .map((each) => each.textContent ?? '')
        .join('\n'),
    };
  }, svg);
  expect(found.isSound).toBe(true);
  for (const each of words) expect(found.texts).toContain(each);
  // It stands alone: nothing of the page's own look is asked for.
  expect(svg).not.toMatch(/var\(|url\(|<script/);
}
