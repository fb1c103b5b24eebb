import { describe, expect, test } from 'vitest';
import {
  FLUSH_QUEUE,
  GIB,
  type IovaSetup,
  KIB,
  USUAL_IOVA_SETUP,
  X86_MSI_WINDOW,
} from './iovaSetup.ts';
import { type IovaOperation, type SimulatedIova, simulateIova } from './simulateIova.ts';

const MIB = 2 ** 20;
const SETUP: IovaSetup = {
  ...USUAL_IOVA_SETUP,
  reserved: [{ base: 0xe0000000, last: 0xfebfffff, what: 'host-bridge' }, X86_MSI_WINDOW],
};
const LAZY: IovaSetup = { ...SETUP, flush: FLUSH_QUEUE };

const map = (bytes: number): IovaOperation => ({ kind: 'map', bytes });
const unmap = (which: number): IovaOperation => ({ kind: 'unmap', which });
const wait = (ms: number): IovaOperation => ({ kind: 'wait', ms });
const shown = ({ events }: SimulatedIova) =>
  events.map(({ outcome, given, from }) =>
    [outcome, given?.base.toString(16), from].filter((word) => word != null).join(' '),
  );

describe('where did my IOVA go?', () => {
  test('1. seven mappings', () => {
    const sizes = [4 * KIB, 64 * KIB, 4 * KIB, 12 * KIB, 2 * MIB, 4 * KIB, 132 * KIB];
    expect(shown(simulateIova(sizes.map(map), SETUP))).toEqual([
      'mapped fffff000 space',
      'mapped fffe0000 space',
      'mapped fffdf000 space',
      'mapped fffd8000 space',
      'mapped ffc00000 space',
      'mapped ffbff000 space',
      'mapped ffbc0000 space',
    ]);
  });

  test('2. map, unmap, map: the same address when strict', () => {
    expect(shown(simulateIova([map(64 * KIB), unmap(0), map(64 * KIB)], SETUP))).toEqual([
      'mapped ffff0000 space',
      'unmapped ffff0000',
      'mapped ffff0000 cache',
    ]);
  });

  test('2. another one when lazy, until the flush', () => {
    const steps = [map(64 * KIB), unmap(0), map(64 * KIB), wait(10), map(64 * KIB)];
    expect(shown(simulateIova(steps, LAZY))).toEqual([
      'mapped ffff0000 space',
      'waits ffff0000',
      'mapped fffe0000 space',
      'waited',
      'mapped ffff0000 cache',
    ]);
  });

  test('3. no room below 4 GiB: once in the log from 6.4 on, and low no more', () => {
    const steps = [...Array.from({ length: 7 }, () => map(GIB / 2)), map(4 * KIB), map(4 * KIB)];
    const { events } = simulateIova(steps, { ...SETUP, apertureEnd: 2 ** 64 });
    expect(events.flatMap(({ log }) => log ?? [])).toEqual(['Using 64-bit DMA addresses']);
    expect(events.map(({ isLow }) => isLow).slice(-3)).toEqual([false, false, false]);
  });

  test('3. up to 6.3 small ones are still found there, and nothing is logged', () => {
    const steps = [...Array.from({ length: 7 }, () => map(GIB / 2)), map(4 * KIB)];
    const { events } = simulateIova(steps, { ...SETUP, lowFirst: 'each-time' });
    expect(events.flatMap(({ log }) => log ?? [])).toEqual([]);
    expect(events.map(({ isLow }) => isLow).slice(-2)).toEqual([false, true]);
  });

  test('4. iommu.forcedac=1: from the top of 48 bits', () => {
    const { events } = simulateIova([map(4 * KIB)], { ...SETUP, lowFirst: 'never' });
    expect(events[0]?.given?.base.toString(16)).toBe('fffffffff000');
  });

  test('5. no IOVA is ever an address of the host bridge’s windows', () => {
    const steps = Array.from({ length: 600 }, () => map(MIB));
    const { events } = simulateIova(steps, SETUP);
    for (const { given } of events) {
      const base = given?.base ?? 0;
      expect(base >= 0xe0000000 && base <= 0xfebfffff).toBe(false);
    }
    expect(events.some(({ given }) => (given?.base ?? 0) < 0xe0000000)).toBe(true);
  });
});

test('a device of 32 bits finds no room', () => {
  const one = { kind: 'map', bytes: GIB, limit: 0xffffffff } as const;
  expect(shown(simulateIova([one, one, one, one], SETUP)).at(-1)).toBe('full');
});

test('what is unmapped twice, or never was mapped, is nothing', () => {
  expect(shown(simulateIova([map(4 * KIB), unmap(0), unmap(0), unmap(7)], SETUP))).toEqual([
    'mapped fffff000 space',
    'unmapped fffff000',
    'nothing',
    'nothing',
  ]);
});

test('the space after it, by what it is', () => {
  const { events, places } = simulateIova([map(4 * KIB), map(64 * KIB), unmap(0)], LAZY);
  expect(events.at(-1)?.bytes).toEqual({ taken: 64 * KIB, cached: 0, waiting: 4 * KIB });
  expect(places.map(({ base, size, state }) => [base.toString(16), size, state])).toEqual([
    ['e0000000', 0x1ec00000, 'host-bridge'],
    ['fee00000', MIB, 'msi'],
    ['fffe0000', 64 * KIB, 'taken'],
    ['fffff000', 4 * KIB, 'waiting'],
  ]);
});
