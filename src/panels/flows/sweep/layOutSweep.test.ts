import { expect, test } from 'vitest';
import { someCurves } from '../chart/reports.testkit.ts';
import { layOutSweep } from './layOutSweep.ts';
import { sizeMarks } from './sizeMarks.ts';

const curves = someCurves();
const marks = sizeMarks({ cuts: { maxPayload: 256, maxReadRequest: 512 } });
const room = { width: 700, height: 300 };

test('every size has its place, from edge to edge', () => {
  const { places, plot } = layOutSweep(curves, { ...room, marks, now: null });
  expect(places).toHaveLength(curves.sizes.length);
  expect(places[0]).toBeCloseTo(plot.x);
  expect(places.at(-1)).toBeCloseTo(plot.x + plot.width);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
});

test('teeth are drawn: a byte more than a full packet is less', () => {
  const { heightOf } = layOutSweep(curves, { ...room, marks, now: null });
  const at = curves.sizes.indexOf(4096);
  const [full, more] = [curves.alone[at] ?? 0, curves.alone[at + 1] ?? 0];
  expect(heightOf(more)).toBeGreaterThan(heightOf(full));
});

test('sizes of note are marked, their words apart', () => {
  const { scene } = layOutSweep(curves, { width: 240, height: 200, marks, now: null });
  const [payload, request] = ['MPS 256 B', 'MRRS 512 B'].map((words) =>
    scene.texts.find(({ text }) => text === words),
  );
  expect(payload && request && Math.abs(payload.y - request.y)).toBe(14);
});

test('what writes has no read requests; what is not told is no mark', () => {
  expect(sizeMarks({ cuts: { maxPayload: 256, maxReadRequest: null } })).toHaveLength(1);
  expect(sizeMarks({})).toEqual([]);
});

test('the present point lies on its rate', () => {
  const now = { bytes: 4096, bytesPerSecond: 20e9 };
  const { scene, heightOf } = layOutSweep(curves, { ...room, marks, now });
  expect(scene.points.find(({ key }) => key === 'now')?.y).toBeCloseTo(heightOf(20e9));
});
