import { expect, test } from 'vitest';
import { addressMap } from '../../build/addressMap.ts';
import { placeAddresses } from '../../build/placeAddresses.ts';
import { bar, below, drawn, hostBridge, onBus, partAt } from '../../build/placeMachine.testkit.ts';
import { layOutStrip } from './strip.ts';

function regionsOf(cards: number) {
  const functions = Array.from({ length: cards }, (_, at) => [
    partAt(`rp${at}`, onBus('h0'), 'root-port'),
    partAt(`card${at}`, below(`rp${at}`), 'endpoint', { bars: [bar(0, 2 ** 30), bar(2, 2 ** 20)] }),
  ]).flat();
  const { machine } = placeAddresses(drawn([hostBridge('h0')], functions));
  return addressMap(machine).regions.filter(({ kind }) => kind === 'prefetchable');
}

test('boxes fill the width, lie within what holds them, and do not overlap', () => {
  const { boxes, gaps, width, levels } = layOutStrip(regionsOf(3), 600);
  expect(width).toBeCloseTo(600);
  expect(levels).toBe(3);
  for (let level = 0; level < levels; level++) {
    const pieces = [...boxes, ...gaps].filter((each) => each.level === level);
    const sorted = pieces.sort((a, b) => a.left - b.left);
    sorted.forEach((piece, at) => {
      const next = sorted[at + 1];
      if (next) expect(piece.left + piece.width).toBeLessThanOrEqual(next.left + 0.001);
      expect(piece.left + piece.width).toBeLessThanOrEqual(width + 0.001);
    });
  }
});

test('free space is drawn, and the larger the wider', () => {
  const { gaps } = layOutStrip(regionsOf(2), 600);
  const free = gaps.filter(({ level }) => level === 1);
  expect(free).toHaveLength(2);
  const [between, after] = free;
  expect(between?.width).toBeLessThan(after?.width ?? 0);
});

test('thousands are folded into the windows that hold them', () => {
  const { boxes, levels } = layOutStrip(regionsOf(250), 600);
  expect(levels).toBe(2);
  expect(boxes.length).toBe(251);
  expect(boxes[1]?.hidden).toBe(2);
});
