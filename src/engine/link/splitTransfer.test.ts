import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitTransfer, type TransferSizes } from './splitTransfer.ts';

const USUAL: TransferSizes = {
  sizeBytes: 0,
  maxPayload: 256,
  maxReadRequest: 512,
  readCompletionBoundary: 64,
  completions: 'mps',
};

const split = (sizeBytes: number, change: Partial<TransferSizes> = {}) =>
  splitTransfer({ ...USUAL, sizeBytes, ...change });

describe('a transfer is cut', () => {
  test.each([
    // bytes, change; writes, requests, completions, bytes written, bytes completed
    [0, {}, 0, 0, 0, 0, 0],
    [1, {}, 1, 1, 1, 4, 4],
    [64, {}, 1, 1, 1, 64, 64],
    [256, {}, 1, 1, 1, 256, 256],
    [257, {}, 2, 1, 2, 260, 260],
    [512, {}, 2, 1, 2, 512, 512],
    [513, {}, 3, 2, 3, 516, 516],
    [4096, {}, 16, 8, 16, 4096, 4096],
    [4096, { completions: 'rcb' }, 16, 8, 64, 4096, 4096],
    [4096, { completions: 'rcb', readCompletionBoundary: 128 }, 16, 8, 32, 4096, 4096],
    [65_536, { maxPayload: 512, maxReadRequest: 4096 }, 128, 16, 128, 65_536, 65_536],
    // Nothing crosses 4 KiB.
    [256, { offset: 4000 }, 2, 2, 2, 256, 256],
    [8192, { offset: 4095 }, 33, 17, 33, 8196, 8196],
    // The first completion ends at a boundary, so that one more is needed.
    [512, { offset: 32 }, 2, 1, 3, 512, 512],
    [512, { offset: 32, completions: 'rcb' }, 2, 1, 9, 512, 512],
    // Words that two TLPs share are sent twice.
    [512, { offset: 2 }, 2, 1, 3, 520, 516],
  ] as const)('%i bytes, %o', (size, change, ...wanted) => {
    expect(Object.values(split(size, change))).toEqual(wanted);
  });

  test('however long it is', () => {
    const { writes, requests, writtenBytes } = split(2 ** 40);
    expect([writes, requests, writtenBytes]).toEqual([2 ** 32, 2 ** 31, 2 ** 40]);
  });

  test('sizes of nothing are a mistake', () => {
    expect(() => split(64, { maxPayload: 0 })).toThrow('0 bytes');
  });
});

const sizes = fc.record({
  sizeBytes: fc.integer({ min: 1, max: 40_000 }),
  maxPayload: fc.constantFrom(64, 128, 256, 512, 1024, 2048, 4096),
  maxReadRequest: fc.constantFrom(128, 256, 512, 1024, 2048, 4096),
  readCompletionBoundary: fc.constantFrom(64, 128),
  completions: fc.constantFrom('mps' as const, 'rcb' as const),
  offset: fc.integer({ min: 0, max: 4095 }),
});

describe('whatever the sizes', () => {
  test('every byte goes once, and no TLP is longer than it may be', () => {
    fc.assert(
      fc.property(sizes, (each) => {
        const { writes, requests, completions, writtenBytes, completedBytes } = splitTransfer(each);
        expect(writes * each.maxPayload).toBeGreaterThanOrEqual(each.sizeBytes);
        expect(requests * each.maxReadRequest).toBeGreaterThanOrEqual(each.sizeBytes);
        expect(completions * each.maxPayload).toBeGreaterThanOrEqual(each.sizeBytes);
        expect(completions).toBeGreaterThanOrEqual(requests);
        // Not more than a word at either end of each.
        for (const [bytes, count] of [
          [writtenBytes, writes],
          [completedBytes, completions],
        ] as const) {
          expect(bytes % 4).toBe(0);
          expect(bytes).toBeGreaterThanOrEqual(each.sizeBytes);
          expect(bytes).toBeLessThanOrEqual(each.sizeBytes + 6 * count);
        }
      }),
    );
  });

  test('whole pages in between count like transfers of their own', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 1000 }), (each, pages) => {
        const [short, page, long] = [
          splitTransfer({ ...each, sizeBytes: each.sizeBytes + 4096 }),
          splitTransfer({ ...each, sizeBytes: 4096, offset: 0 }),
          splitTransfer({ ...each, sizeBytes: each.sizeBytes + 4096 * (pages + 1) }),
        ];
        expect(long.writes).toBe(short.writes + pages * page.writes);
        expect(long.requests).toBe(short.requests + pages * page.requests);
        expect(long.completions).toBe(short.completions + pages * page.completions);
      }),
    );
  });

  test('a larger payload or request never needs more TLPs', () => {
    fc.assert(
      fc.property(sizes, (each) => {
        const small = splitTransfer(each);
        const payload = splitTransfer({ ...each, maxPayload: each.maxPayload * 2 });
        const request = splitTransfer({ ...each, maxReadRequest: each.maxReadRequest * 2 });
        expect(payload.writes).toBeLessThanOrEqual(small.writes);
        expect(request.requests).toBeLessThanOrEqual(small.requests);
      }),
    );
  });
});
