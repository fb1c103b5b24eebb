import { describe, expect, test } from 'vitest';
import { FLUSH_QUEUE, USUAL_IOVA_SETUP } from '../../../engine/dma/iova/iovaSetup.ts';
import type { IovaOperation } from '../../../engine/dma/iova/simulateIova.ts';
import { eventWords, operationWords, setupWords } from './iovaWords.ts';
import {
  FIRST_SIZES,
  MOST_OPERATIONS,
  playUpTo,
  readSizes,
  stillMapped,
  withMaps,
} from './iovaWork.ts';

const KIB = 1024;

describe('sizes', () => {
  test.each([
    ['4K, 64K, 2M', [4 * KIB, 64 * KIB, 2 * KIB ** 2]],
    ['4096 1g', [4096, KIB ** 3]],
    ['  8KiB;1MB ', [8 * KIB, KIB ** 2]],
  ])('%s', (text, sizes) => {
    expect(readSizes(text)).toEqual({ ok: true, sizes });
  });

  test.each(['', '4X', '-1', '0', '4K, huge', '1.5M'])('“%s” is refused with a reason', (text) => {
    const read = readSizes(text);
    expect(read.ok ? '' : read.why).toMatch(/[Tt]ype/);
  });
});

test('the first sequence is the one that shows rounding and holes', () => {
  const read = readSizes(FIRST_SIZES);
  const operations = (read.ok ? withMaps([], read.sizes, 2 ** 64) : null) ?? [];
  const { events } = playUpTo(operations, 99, USUAL_IOVA_SETUP);
  expect(events.map(({ given }) => given?.base.toString(16))).toEqual([
    'fffff000',
    'fffe0000',
    'fffdf000',
    'fffd8000',
    'ffc00000',
    'ffbff000',
    'ffbc0000',
  ]);
});

test('more than a workbench holds is refused', () => {
  expect(withMaps([], Array(MOST_OPERATIONS).fill(4096), 2 ** 64)).toHaveLength(MOST_OPERATIONS);
  expect(withMaps([], Array(MOST_OPERATIONS + 1).fill(4096), 2 ** 64)).toBeNull();
});

const STEPS: readonly IovaOperation[] = [
  { kind: 'map', bytes: 12 * KIB },
  { kind: 'unmap', which: 0 },
  { kind: 'map', bytes: 12 * KIB },
  { kind: 'wait', ms: 10 },
  { kind: 'map', bytes: 16 * KIB },
  { kind: 'unmap', which: 7 },
  { kind: 'map', bytes: 2 ** 41, limit: 0xffffffff },
];
const LAZY = { ...USUAL_IOVA_SETUP, flush: FLUSH_QUEUE };

test('what was done and what came of it, in words', () => {
  const { events } = playUpTo(STEPS, STEPS.length, LAZY);
  expect(events.map((event) => [operationWords(event.operation), eventWords(event, LAZY)])).toEqual(
    [
      ['map 12 KiB', 'below 4 GiB, from the top, rounded up to 16 KiB'],
      ['unmap 1', 'waits in the ring for the flush'],
      ['map 12 KiB', 'below 4 GiB, from the top, rounded up to 16 KiB'],
      ['wait 10 ms', ''],
      ['map 16 KiB', 'freed before, kept at hand'],
      ['unmap 8', 'nothing was mapped there'],
      ['map 2 TiB', 'no room: -ENOMEM'],
    ],
  );
});

test('what is mapped in the end', () => {
  expect(stillMapped(playUpTo(STEPS, STEPS.length, LAZY))).toEqual([1, 2]);
});

test('how an allocator goes about it', () => {
  expect(setupWords(LAZY)).toContain('10 ms, or a full ring of 256');
  expect(setupWords({ ...LAZY, lowFirst: 'never', apertureEnd: 2 ** 39 - 1 })).toContain('39 bits');
});
