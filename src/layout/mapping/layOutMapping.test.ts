import { describe, expect, test } from 'vitest';
import type { MappingReport } from '../../engine/mapping/mappingReport.ts';
import type { Rect } from '../scene.ts';
import { textWidth } from '../textWidth.ts';
import { layOutMapping } from './layOutMapping.ts';
import type { MappingScene, MappingText } from './mappingScene.ts';
import type { MappingShown } from './mappingShown.ts';
import { defectWords } from './mappingWords.ts';
import { SHOWN_LISTS, shownList } from './shownLists.testkit.ts';

const nameOf = () => 'NVMe-A';
const lay = (shown: MappingShown, step: number | null = null, width = 900) =>
  layOutMapping(shown, { width, step, nameOf });

const NAMES = Object.keys(SHOWN_LISTS) as readonly (keyof typeof SHOWN_LISTS)[];

function rectOf({ x, y, role, anchor, text }: MappingText): Rect {
  const width = textWidth(text, role);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - 11, width, height: 13 };
}

function overlap(a: Rect, b: Rect): boolean {
  return (
    a.x < b.x + b.width - 0.5 &&
    b.x < a.x + a.width - 0.5 &&
    a.y < b.y + b.height - 0.5 &&
    b.y < a.y + a.height - 0.5
  );
}

function faultsOf(scene: MappingScene): readonly string[] {
  const faults: string[] = [];
  const pieces = [...scene.boxes, ...scene.hatches];
  pieces.forEach((a, at) => {
    for (const b of pieces.slice(at + 1)) {
      if (overlap(a.rect, b.rect)) faults.push(`${a.key} lies on ${b.key}`);
    }
  });
  const isInside = ({ x, y, width, height }: Rect) =>
    x >= 0 && y >= 0 && x + width <= scene.width && y + height <= scene.height;
  for (const { key, rect } of pieces) if (!isInside(rect)) faults.push(`${key} lies outside`);
  const texts = scene.texts.map((text) => ({ text: text.text, rect: rectOf(text) }));
  texts.forEach((a, at) => {
    if (!isInside(a.rect)) faults.push(`"${a.text}" lies outside`);
    for (const b of texts.slice(at + 1)) {
      if (overlap(a.rect, b.rect)) faults.push(`"${a.text}" lies on "${b.text}"`);
    }
    const home = pieces.find(({ rect }) => overlap(rect, a.rect));
    if (
      home &&
      (a.rect.x < home.rect.x || a.rect.x + a.rect.width > home.rect.x + home.rect.width)
    ) {
      faults.push(`"${a.text}" leaves ${home.key}`);
    }
  });
  for (const { key, path } of scene.ribbons) {
    for (const [, x = '', y = ''] of path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)) {
      const point = { x: Number(x), y: Number(y), width: 0, height: 0 };
      if (!isInside(point)) faults.push(`${key} leaves the picture at ${x},${y}`);
    }
  }
  return faults;
}

/** Entries that some block of the first column stands for. */
function entriesIn(scene: MappingScene): number {
  return scene.boxes
    .filter(({ kind }) => kind === 'entry')
    .reduce((sum, { about }) => sum + about.count, 0);
}

function outputsIn(scene: MappingScene): number {
  return scene.boxes
    .filter(({ kind }) => kind === 'output')
    .reduce((sum, { about }) => sum + about.outputs, 0);
}

describe.each(NAMES)('%s', (name) => {
  const shown = SHOWN_LISTS[name]();

  test.each([600, 760, 1000, 1400])(
    'at %i px nothing lies on anything else, or outside',
    (width) => {
      const scene = lay(shown, null, width);
      expect(scene.width).toBeLessThanOrEqual(Math.max(600, width));
      expect(faultsOf(scene)).toEqual([]);
    },
  );

  test('every entry and every output has a place, in order', () => {
    const scene = lay(shown);
    expect(entriesIn(scene)).toBe(shown.entries.length);
    expect(outputsIn(scene)).toBe(shown.mapping.outputs.length);
    for (const kind of ['entry', 'output', 'span'] as const) {
      const tops = scene.boxes.filter((box) => box.kind === kind).map(({ rect }) => rect.y);
      expect(tops).toEqual([...tops].sort((a, b) => a - b));
    }
  });

  test('ribbons begin at a box and end at one', () => {
    const scene = lay(shown);
    const edges = scene.boxes.flatMap(({ rect }) => [
      rect.x,
      rect.x + rect.width,
      rect.x + rect.width + 3,
    ]);
    for (const { path, key } of scene.ribbons) {
      const points = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x]) => Number(x));
      expect(edges, key).toContain(Math.min(...points));
      expect(edges, key).toContain(Math.max(...points));
    }
  });

  test('stepping moves nothing, and what is there stays', () => {
    const whole = lay(shown);
    const places = new Map(whole.boxes.map(({ key, rect }) => [key, rect]));
    let before = 0;
    const steps = shown.steps.length > 60 ? [0, 30, shown.steps.length - 1] : shown.steps.keys();
    for (const step of steps) {
      const scene = lay(shown, step);
      expect(scene.height).toBe(whole.height);
      for (const { key, rect } of scene.boxes) expect(places.get(key), key).toEqual(rect);
      const there = outputsIn(scene);
      expect(there).toBeGreaterThanOrEqual(shown.mapping.errno === 0 ? before : 0);
      before = there;
      expect(faultsOf(scene)).toEqual([]);
    }
    const last = lay(shown, shown.steps.length - 1);
    expect(last.boxes.map(({ key }) => key)).toEqual(whole.boxes.map(({ key }) => key));
  });
});

function said(scene: MappingScene): readonly string[] {
  return scene.texts.map(({ text }) => text);
}

test.each<[keyof typeof SHOWN_LISTS, number, readonly string[]]>([
  ['S2 IOMMU off', 5, ['not translated, nothing joins', 'a bus address stands alone']],
  ['S2 translating', 3, ['a bus address stands alone', 'a bus address came between']],
  ['S2 redirected', 1, []],
  ['S6 E1 one range', 1, []],
  ['S6 E3 offset and tail', 2, ['the one before ended short']],
  ['S6 E4 short end', 2, ['the one before ended short']],
  ['S6 E5 offset start', 2, ['begins within a page']],
  ['S6 E2 64K maximum', 2, ['64 KiB maximum']],
  ['S6 E10 boundary padding', 3, ['padded up to 64 KiB boundary']],
  ['S6 E11 exact boundary', 2, ['on the 64 KiB boundary']],
  ['S6 E17 whole entries', 3, ['whole entry, 6 KiB maximum']],
  ['S6 E27 untrusted', 2, ['untrusted: one by one']],
  ['S6 E1 identity', 4, ['not translated, nothing joins']],
  ['S7 mlx5, IOMMU off', 2, ['not translated, nothing joins']],
  ['S7 mlx5, translating', 1, []],
  ['S7 rxe', 2, ['one pointer for each entry']],
  ['S7 CMB', 1, []],
])('%s: %i outputs, and why', (name, outputs, reasons) => {
  const scene = lay(SHOWN_LISTS[name]());
  expect(outputsIn(scene)).toBe(outputs);
  for (const reason of reasons) expect(said(scene)).toContain(reason);
});

test('what the IOMMU has no part in goes past its column', () => {
  const scene = lay(SHOWN_LISTS['S2 translating']());
  expect(scene.ribbons.filter(({ kind }) => kind === 'past')).toHaveLength(1);
  expect(said(scene)).toContain('past the IOMMU');
  const direct = lay(SHOWN_LISTS['S2 IOMMU off']());
  expect(direct.boxes.some(({ kind }) => kind === 'span')).toBe(false);
  expect(said(direct).join(' ')).toContain('Nothing translates');
});

test('no IOVA is taken, for three reasons that are told apart', () => {
  const untranslated = SHOWN_LISTS['S2 IOMMU off']();
  const translated = { ...untranslated, iommu: { runs: [] } };
  const head = (shown: MappingShown) => said(lay(shown)).join(' ');
  expect(head(untranslated)).toContain('Nothing translates: addresses go out as they are.');
  // Up to 5.19 a list went by bus addresses as its first entry did, on a translated device as well.
  expect(head(translated)).toContain('None is taken, though the IOMMU translates.');
  const empty = shownList([]);
  expect(head(empty)).toContain('Nothing is mapped.');
  expect(head(empty)).toContain('0 entries, 0');
  expect(head(empty)).not.toContain('0x0');
});

test("the allocator's rounding is drawn as spare room", () => {
  const scene = lay(SHOWN_LISTS['S2 redirected']());
  expect(scene.hatches.map(({ kind }) => kind)).toEqual(['spare']);
  expect(said(scene)).toContain('spare 8 KiB');
});

test('a refused list shows the entry that failed and the error, and all others as restored', () => {
  const scene = lay(SHOWN_LISTS['S2 refused']());
  const states = scene.boxes.filter(({ kind }) => kind === 'entry').map(({ state }) => state);
  expect(states).toEqual(['restored', 'restored', 'failed', 'restored', 'restored']);
  expect(said(scene)).toContain('-EREMOTEIO');
  expect(outputsIn(scene)).toBe(0);
});

test('an address that was not written is an empty output with a badge', () => {
  const scene = lay(SHOWN_LISTS['S2 unwritten']());
  const hatched = scene.boxes.filter(({ isHatched }) => isHatched);
  expect(hatched.map(({ key }) => key)).toEqual(['output-2']);
  expect(said(scene)).toContain('address not written');
});

test('pages that are no ordinary RAM say so, and high memory has no kernel address', () => {
  const shown = SHOWN_LISTS['S7 rxe']();
  const [entry] = shown.entries;
  const [output] = shown.mapping.outputs;
  if (!entry || !output) throw new Error('an empty list');
  const defects = ['no-kernel-address'] as const;
  const scene = lay({
    ...shown,
    entries: shown.entries.with(0, { ...entry, page: 'highmem' }),
    mapping: {
      ...shown.mapping,
      outputs: shown.mapping.outputs.with(0, { ...output, address: null, defects }),
    },
    addresses: shown.addresses.with(0, null),
  });
  expect(said(scene)).toContain('none: NULL');
  expect(said(scene).join('\n')).toMatch(/RAM: highmem/);
});

test('of a long list runs are one block; the first, the last and every break stay', () => {
  const shown = SHOWN_LISTS['a long list']();
  const scene = lay(shown);
  expect(scene.boxes.length).toBeLessThan(120);
  const entries = scene.boxes.filter(({ kind }) => kind === 'entry');
  expect(entries[0]?.about).toMatchObject({ first: 0, count: 1 });
  expect(entries.at(-1)?.about).toMatchObject({ first: 4095, count: 1 });
  const alone = new Set(
    entries.filter(({ about }) => about.count === 1).map(({ about }) => about.first),
  );
  for (const { first } of shown.mapping.outputs) expect(alone).toContain(first);
});

test("the engine's report is what the picture asks for", () => {
  const asked = (report: MappingReport): MappingShown => report;
  expect(asked).toBeTypeOf('function');
});

test.each([
  'unwritten',
  'first-entry-length',
  'length-unset',
  'wrapped-maximum',
  'over-maximum',
  'wrong-sign',
  'first-offset',
  'raw-physical',
  'as-ram',
  'copied-peer',
  'no-kernel-address',
])('the badge %s is not cut in the smallest picture of a row', (defect) => {
  const shown = SHOWN_LISTS['S7 rxe']();
  const outputs = shown.mapping.outputs.map((output) => ({ ...output, defects: [defect] }));
  const scene = layOutMapping(
    { ...shown, mapping: { ...shown.mapping, outputs } },
    { width: 440, least: 440, step: null, nameOf },
  );
  expect(defectWords(defect)).not.toBe(defect);
  expect(said(scene)).toContain(defectWords(defect));
});
