import { describe, expect, test } from 'vitest';
import type { FunctionId } from '../../model/ids.ts';
import { id } from '../../model/machine.testkit.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import { fitCamera } from '../camera/limits.ts';
import { drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import type { Brush, Overview, Signs } from './overview.ts';
import { paintOverview } from './paintOverview.ts';
import { INKS, type Inks, type Palette } from './palette.ts';

/** Writes down what is painted, and in which colours. */
function recorder() {
  const calls: string[] = [];
  const target: Record<string, unknown> = {};
  const brush = new Proxy(target, {
    get: (_, name: string) =>
      name in target
        ? target[name]
        : (...args: readonly unknown[]) => {
            const colour = name === 'stroke' ? target.strokeStyle : target.fillStyle;
            calls.push(`${name}(${args.map((arg) => JSON.stringify(arg)).join()}) ${colour}`);
          },
    set: (_, name: string, value) => {
      target[name] = value;
      return true;
    },
  });
  return { brush: brush as unknown as Brush, calls };
}

const inks = (strength: string) =>
  Object.fromEntries(INKS.map((ink) => [ink, `${strength} ${ink}`])) as unknown as Inks;
const palette: Palette = {
  strong: inks('strong'),
  weak: inks('weak'),
  verdicts: { BUS_ADDR: 'bus', THRU_HOST_BRIDGE: 'thru', NOT_SUPPORTED: 'never', unknown: 'open' },
  fonts: { words: 'words', figures: 'figures' },
};
const named = new Proxy({}, { get: (_, name) => `sign of ${String(name)}` });
const signs = { devices: named, verdicts: named } as unknown as Signs;
const { scene, index } = drawnOf(twoHosts());
const size = { width: 700, height: 400 };

function paint(change: Partial<Overview> = {}): readonly string[] {
  const { brush, calls } = recorder();
  paintOverview(brush, {
    scene,
    index,
    camera: fitCamera(scene.bounds, size, 0.5),
    size,
    part: { x: 0, y: 0, ...size },
    ratio: 2,
    palette,
    signs,
    selected: new Set<string>(),
    lit: null,
    verdicts: new Map<string, readonly VerdictKind[]>(),
    isStale: false,
    hulls: [],
    areHullsStale: false,
    ...change,
  });
  return calls;
}
const count = (calls: readonly string[], start: string) =>
  calls.filter((call) => call.startsWith(start)).length;

describe('from afar', () => {
  test('every box, frame and port is there, in batches', () => {
    const calls = paint();
    const ports = scene.boxes.reduce((total, box) => total + box.ports.length, 0);
    expect(count(calls, 'rect(')).toBe(scene.boxes.length + scene.frames.length + ports);
    expect(count(calls, 'stroke()')).toBeLessThan(12);
  });

  test('cards say their name, and how many functions they are', () => {
    const texts = paint().join('\n');
    expect(texts).toContain('"Device 03:00.0"');
    expect(texts).toContain('×2"');
    expect(texts).toContain('"sign of gpu"');
  });

  test('or their kind, where a name has no room', () => {
    const texts = paint({ camera: fitCamera(scene.bounds, size, 0.32) }).join('\n');
    expect(texts).toContain('"GPU"');
    expect(texts).toContain('"NIC ×2"');
  });

  test('still further away nothing is written', () => {
    const calls = paint({ camera: fitCamera(scene.bounds, { width: 60, height: 40 }) });
    expect(count(calls, 'fillText')).toBe(0);
  });

  test('what is not in view is not painted', () => {
    expect(count(paint({ camera: { x: -9000, y: -9000, k: 0.5 } }), 'rect(')).toBe(0);
  });

  test('the canvas has as many pixels as the screen', () => {
    expect(paint()[0]).toMatch(/^setTransform\(2,0,0,2,0,0\)/);
  });

  test('what is not on the way steps back', () => {
    const lit = {
      boxes: new Set<string>([id('03:00.0')]),
      links: new Set<string>(),
      frames: new Set<string>(),
    };
    const calls = paint({ lit });
    const filled = (text: string) => calls.find((call) => call.startsWith(`fillText("${text}`));
    expect(filled('Device 03')).toMatch(/strong ink$/);
    expect(filled('NIC ×2')).toMatch(/weak ink$/);
  });

  test('what is selected is outlined, a port with its box', () => {
    const select = (fn: FunctionId) => paint({ selected: new Set<string>([fn]) }).join('\n');
    expect(select(id('03:00.0'))).toContain('strong accent');
    expect(select(id('02:00.0'))).toContain('strong accent');
    expect(select(id('7f:00.0'))).not.toContain('strong accent');
  });

  test('verdicts have sign and colour, stale ones only the sign', () => {
    const verdicts = new Map<string, readonly VerdictKind[]>([[id('03:00.0'), ['BUS_ADDR']]]);
    expect(paint({ verdicts }).join('\n')).toContain('stroke("sign of BUS_ADDR") bus');
    expect(paint({ verdicts, isStale: true }).join('\n')).toContain(
      'stroke("sign of BUS_ADDR") open',
    );
  });
});
