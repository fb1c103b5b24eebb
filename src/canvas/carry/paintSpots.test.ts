import { expect, test } from 'vitest';
import type { DropPlace } from '../../build/carried.ts';
import type { Palette } from '../overview/palette.ts';
import type { DropSpot } from './dropSpots.ts';
import { paintSpots } from './paintSpots.ts';

const palette = {
  strong: { accent: 'accent', paper: 'paper' },
  verdicts: { NOT_SUPPORTED: 'never' },
} as unknown as Palette;

/** A brush that writes down what it is told. */
function painted(spots: readonly DropSpot[], isLegal: boolean, hasAim = true) {
  const said: string[] = [];
  const inks: Record<string, unknown> = {};
  const brush = new Proxy(inks, {
    get:
      (_, name) =>
      (...args: readonly unknown[]) => {
        said.push(`${String(name)} ${args.join(' ')}`.trim());
      },
    set: (_, name, value) => {
      said.push(`${String(name)}=${String(value)}`);
      return true;
    },
  });
  paintSpots(brush as never, {
    spots,
    aimed: hasAim ? [{ x: 0, y: 0, width: 200, height: 80 }] : [],
    isLegal,
    sources: [],
    camera: { x: 0, y: 0, k: 1 },
    size: { width: 800, height: 600 },
    palette,
  });
  return said;
}

const spot = (x: number): DropSpot => ({
  place: `p${x}` as DropPlace,
  rect: { x, y: 10, width: 34, height: 20 },
  kind: 'port',
});
const count = (said: readonly string[], what: string) =>
  said.filter((each) => each.startsWith(what)).length;

test('however many places there are, they are lit in one go', () => {
  const few = painted([spot(0)], true, false);
  const many = painted(
    Array.from({ length: 300 }, (_, index) => spot(index * 2)),
    true,
    false,
  );
  expect(count(many, 'stroke')).toBeGreaterThan(0);
  expect(count(many, 'stroke')).toBe(count(few, 'stroke'));
});

test('places out of view are not painted', () => {
  expect(count(painted([spot(5000)], true, false), 'rect')).toBe(0);
});

test('a place that refuses is dotted, and has another sign than one that takes it', () => {
  const [legal, refused] = [painted([], true), painted([], false)];
  expect(legal).toContain('strokeStyle=accent');
  expect(refused).toContain('strokeStyle=never');
  expect(refused).toContain('setLineDash 0.1,6');
  // A plus is drawn of lines only; the barred circle has a ring.
  expect(count(refused, 'arc')).toBe(count(legal, 'arc') + 1);
});
