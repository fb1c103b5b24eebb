import { expect, type Page, test } from '@playwright/test';
import type { Bench } from './main.tsx';

declare global {
  interface Window {
    readonly bench: Bench;
  }
}

/** `BENCH_FUNCTIONS=5000` for another size. */
const SIZES = (process.env.BENCH_FUNCTIONS ?? '500,2000').split(',').map(Number);
const TECHNIQUES = ['sheet', 'flow', 'flow-visible'] as const;
type Technique = (typeof TECHNIQUES)[number];
const FRAMES = 120;
/** Others use the machine, too: of several rounds the quietest counts, figure by figure. */
const ROUNDS = 3;

const MEASURES = ['pan at fit', 'pan at 100 %', 'zoom fit-100 %-fit'] as const;
type Measure = (typeof MEASURES)[number];

interface Figures {
  readonly mountMs: number;
  readonly elements: number;
  readonly layoutMs: number;
  readonly frames: Readonly<Record<Measure, readonly number[]>>;
}

for (const size of SIZES) {
  test(`${size} functions`, async ({ browser }) => {
    const found = new Map<Technique, Figures>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const technique of TECHNIQUES) {
        const page = await browser.newPage();
        const figures = await measure(page, technique, size);
        const before = found.get(technique);
        found.set(technique, before ? quieter(before, figures) : figures);
        await page.close();
      }
    }
    process.stdout.write(`\n${table(size, found)}\n`);
  });
}

async function measure(page: Page, technique: Technique, size: number): Promise<Figures> {
  await page.goto(`?technique=${technique}&functions=${size}`);
  // Not waitForFunction, nor any locator: they put touch listeners on the window, and the browser
  // then reckons with those for every painted thing, in every frame.
  await expect.poll(() => page.evaluate(() => 'bench' in window)).toBe(true);
  const layoutMs = await page.evaluate(() => window.bench.layoutMs());
  const mountMs = await page.evaluate(() => window.bench.mount());
  await page.waitForTimeout(1000);
  const elements = await page.evaluate(() => window.bench.elements());
  const fit = await page.evaluate(() => window.bench.zoom());
  const panAtFit = await page.evaluate((frames) => window.bench.pan(frames, 6), FRAMES);
  const zoom = await page.evaluate(([frames, from]) => window.bench.zoomSweep(frames, from), [
    FRAMES,
    fit,
  ] as const);
  await page.evaluate((from) => window.bench.zoomIn(from), fit);
  const panNear = await page.evaluate((frames) => window.bench.pan(frames, 20), FRAMES);
  return {
    mountMs,
    elements,
    layoutMs,
    frames: { 'pan at fit': panAtFit, 'pan at 100 %': panNear, 'zoom fit-100 %-fit': zoom },
  };
}

function quieter(a: Figures, b: Figures): Figures {
  const frames = (name: Measure) =>
    quantile(a.frames[name], 0.5) <= quantile(b.frames[name], 0.5)
      ? a.frames[name]
      : b.frames[name];
  const [panAtFit, panNear, zoom] = MEASURES;
  return {
    mountMs: Math.min(a.mountMs, b.mountMs),
    layoutMs: Math.min(a.layoutMs, b.layoutMs),
    elements: b.elements,
    frames: { [panAtFit]: frames(panAtFit), [panNear]: frames(panNear), [zoom]: frames(zoom) },
  };
}

function table(size: number, found: ReadonlyMap<Technique, Figures>): string {
  const sheet = found.get('sheet');
  const lines = [
    `${size} functions; ms from frame to frame, median / 95th percentile, without a screen's clock`,
    row(['', 'sheet', 'React Flow', '  : sheet', 'RF onlyVisible', '  : sheet']),
  ];
  for (const name of MEASURES) {
    const cells: string[] = [name];
    for (const technique of TECHNIQUES) {
      const times = found.get(technique)?.frames[name] ?? [];
      cells.push(`${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)}`);
      if (technique !== 'sheet') cells.push(ratios(times, sheet?.frames[name] ?? []));
    }
    lines.push(row(cells));
  }
  const mount = ['mount, ms'];
  const counts = ['elements at fit'];
  for (const technique of TECHNIQUES) {
    const { mountMs = 0, elements = 0 } = found.get(technique) ?? {};
    mount.push(mountMs.toFixed(0));
    counts.push(String(elements));
    if (technique === 'sheet') continue;
    mount.push(`${(mountMs / (sheet?.mountMs ?? 1)).toFixed(1)} x`);
    counts.push(`${(elements / (sheet?.elements ?? 1)).toFixed(1)} x`);
  }
  lines.push(row(mount), row(counts));
  lines.push(
    `layout alone ${sheet?.layoutMs.toFixed(1)} ms (in the sheet's mount, not in React Flow's)`,
  );
  return lines.join('\n');
}

function ratios(times: readonly number[], ours: readonly number[]): string {
  const ratio = (q: number) => (quantile(times, q) / quantile(ours, q)).toFixed(1);
  return `${ratio(0.5)} / ${ratio(0.95)} x`;
}

function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

function row(cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padEnd(index === 0 ? 20 : 17)).join('');
}
