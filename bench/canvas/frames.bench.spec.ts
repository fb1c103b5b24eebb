import { expect, type Page, test } from '@playwright/test';
import { type Run, table } from './framesTable.ts';
import type { Bench } from './main.tsx';

declare global {
  interface Window {
    readonly bench: Bench;
  }
}

/** `BENCH_FUNCTIONS=5000` for one size only. */
const SIZES = (process.env.BENCH_FUNCTIONS ?? '500,2000,5000').split(',').map(Number);
const FRAMES = 120;
/** Others use the machine, too: of several rounds the quietest counts, figure by figure. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? '3');

/** What is measured, in the order of the table's columns. */
const TECHNIQUES = ['sheet', 'sheet, functions', 'flow', 'flow-visible'] as const;
type Technique = (typeof TECHNIQUES)[number];

for (const size of SIZES) {
  test(`${size} functions`, async ({ browser }, { project }) => {
    const isCapped = project.name === '60 Hz';
    const runs = new Map<Technique, Run>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const technique of TECHNIQUES) {
        const page = await browser.newPage();
        const run = await measure(page, technique, size, isCapped);
        const before = runs.get(technique);
        runs.set(technique, before ? quieter(before, run) : run);
        await page.close();
      }
    }
    process.stdout.write(`\n${table(size, isCapped, runs)}\n`);
  });
}

async function measure(page: Page, technique: Technique, size: number, isCapped: boolean) {
  const [name, drawing = 'blocks'] = technique.split(', ');
  await page.goto(`?technique=${name}&functions=${size}&drawing=${drawing}`);
  // Not waitForFunction, nor any locator: they put touch listeners on the window, and the browser
  // then reckons with those for every painted thing, in every frame.
  await expect.poll(() => page.evaluate(() => 'bench' in window)).toBe(true);
  const layoutMs = await page.evaluate(() => window.bench.layoutMs());
  const mountMs = await page.evaluate(() => window.bench.mount());
  await page.waitForTimeout(1000);
  const elements = await page.evaluate(() => window.bench.elements());
  const fit = await page.evaluate(() => window.bench.zoom());
  const panAtFit = await page.evaluate((frames) => window.bench.pan(frames, 6), FRAMES);
  const dragAtFit = await drag(page, isCapped);
  const zoom = await page.evaluate(([frames, from]) => window.bench.zoomSweep(frames, from), [
    FRAMES,
    fit,
  ] as const);
  await page.evaluate((from) => window.bench.zoomIn(from), fit);
  const panNear = await page.evaluate((frames) => window.bench.pan(frames, 20), FRAMES);
  const dragNear = await drag(page, isCapped);
  const run: Run = {
    mountMs,
    elements,
    layoutMs,
    frames: {
      'pan at fit': panAtFit,
      'pan at 100 %': panNear,
      'zoom fit-100 %-fit': zoom,
      'drag one at fit': dragAtFit,
      'drag one at 100 %': dragNear,
    },
  };
  return run;
}

/**
 * Takes the card in the middle with the browser's mouse, carries it about in a circle and puts it
 * back. Without a screen's clock the browser makes frames only when something has changed: there the
 * time from a move of the hand to the frame that shows it is taken, with one, that between frames.
 */
async function drag(page: Page, isCapped: boolean): Promise<readonly number[]> {
  const { x, y } = await page.evaluate(() => window.bench.card());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 6, y + 6, { steps: 6 });
  for (let index = 0; index < 20; index++) await page.mouse.move(x + 6 + index, y + 6);
  expect(await page.evaluate(() => window.bench.isCarrying())).toBe(true);
  await page.evaluate(() => window.bench.listen());
  for (let index = 0; index < FRAMES; index++) {
    const angle = (2 * Math.PI * index) / FRAMES;
    await page.mouse.move(x + 26 + 200 * Math.sin(angle), y + 206 - 200 * Math.cos(angle));
  }
  const { hand, frames } = await page.evaluate(() => window.bench.listened());
  await page.keyboard.press('Escape');
  await page.mouse.move(x, y);
  await page.mouse.up();
  await page.waitForTimeout(300);
  return isCapped ? frames : hand;
}

function quieter(a: Run, b: Run): Run {
  const names = Object.keys(a.frames) as (keyof Run['frames'])[];
  const frames = names.map((name) => {
    // At a screen's clock medians are all alike.
    const isA = sum(a.frames[name]) <= sum(b.frames[name]);
    return [name, isA ? a.frames[name] : b.frames[name]] as const;
  });
  return {
    mountMs: Math.min(a.mountMs, b.mountMs),
    layoutMs: Math.min(a.layoutMs, b.layoutMs),
    elements: b.elements,
    frames: Object.fromEntries(frames) as unknown as Run['frames'],
  };
}

function sum(times: readonly number[]): number {
  return times.reduce((all, time) => all + time, 0);
}
