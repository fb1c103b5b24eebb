import { describe, expect, it } from 'vitest';
import { pcieBenchRate } from './pcieBench.testkit.ts';

const COMMON = {
  maxPayload: 256,
  maxReadRequest: 512,
  windowBytes: 8192,
  ioPageBytes: null,
} as const;
const gbps = (bytesPerSecond: number) => (bytesPerSecond * 8) / 1e9;

/** Xeon E5-2630 v4 and E5-2620 v2 of pcie-bench, cache warmed by the host. */
describe('the card of pcie-bench', () => {
  it.each([
    ['RD', 64, 31.9],
    ['RD', 128, 43.8],
    ['RD', 256, 47.7],
    ['RD', 512, 55],
    ['RD', 2048, 55.6],
    ['WR', 64, 24.3],
    ['WR', 256, 50.5],
    ['WR', 512, 54.4],
    ['WR', 2048, 54.4],
    ['RW', 64, 22.9],
    ['RW', 256, 42.1],
  ] as const)('%s of %i bytes: %d Gb/s', (operation, sizeBytes, measured) => {
    const computed = gbps(pcieBenchRate({ ...COMMON, operation, sizeBytes }));
    expect(Math.abs(computed / measured - 1)).toBeLessThan(0.1);
  });

  it.each([
    [256, 32.4, 31.8],
    [512, 22.3, 30.5],
    [1024, 15.2, 15.2],
    [2048, 12.1, 11.5],
    [16384, 10.1, 9.1],
    [65536, 9.8, 9.1],
  ])('reads of 64 bytes over %i KB, translated: %d and %d Gb/s', (window, ...measured) => {
    const computed = gbps(
      pcieBenchRate({
        ...COMMON,
        operation: 'RD',
        sizeBytes: 64,
        windowBytes: window * 1024,
        ioPageBytes: 4096,
      }),
    );
    for (const each of measured) expect(Math.abs(computed / each - 1)).toBeLessThan(0.25);
  });

  it('loses nothing with pages of 2 MiB', () => {
    const of = (windowBytes: number) =>
      pcieBenchRate({
        ...COMMON,
        operation: 'RD',
        sizeBytes: 64,
        windowBytes,
        ioPageBytes: 2 ** 21,
      });
    expect(of(2 ** 26)).toBe(of(8192));
  });
});
