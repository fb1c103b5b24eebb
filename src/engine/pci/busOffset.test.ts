import { describe, expect, test } from 'vitest';
import { hex64 } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { HostWindow } from '../../model/machine.ts';
import { busOffset } from './busOffset.ts';

const window = (
  cpuBase: bigint,
  busBase: bigint,
  size: bigint,
  kind: HostWindow['kind'] = 'memory',
): HostWindow => ({ kind, cpuBase: hex64(cpuBase), busBase: hex64(busBase), size: hex64(size) });

const range = (start: bigint, size: number | 'unknown' = 0x1000) => ({ start: hex64(start), size });

/** An ARM server's windows: 32-bit memory seen high up by the CPU, 64-bit memory as it is. */
const HIGH = window(0x40_0000_0000n, 0n, 0x1_0000_0000n);
const SAME = window(0x80_0000_0000n, 0x80_0000_0000n, 0x40_0000_0000n, 'prefetchable');

describe('the offset', () => {
  test.each([
    ['in a window with an offset', range(0x40_1000_0000n), [HIGH, SAME], -0x40_0000_0000n],
    ['in one without', range(0x81_0000_0000n), [HIGH, SAME], 0n],
    ['in none', range(0xfe00_0000n), [HIGH, SAME], 0n],
    ['beyond the end of one', range(0x40_ffff_f000n, 0x2000), [HIGH, SAME], 0n],
    ['up to its end', range(0x40_ffff_f000n, 0x1000), [HIGH, SAME], -0x40_0000_0000n],
    ['size not known: by its start', range(0x40_ffff_f000n, UNKNOWN), [HIGH], -0x40_0000_0000n],
    ['I/O windows are no memory', range(0x1000n), [window(0x1000n, 0n, 0x1000n, 'io')], 0n],
    [
      'the first that contains it counts',
      range(0x1000n),
      [window(0n, 0x10_0000n, 0x1_0000n), window(0n, 0x20_0000n, 0x1_0000n)],
      0x10_0000n,
    ],
  ] as const)('%s', (_, memory, windows, offset) => {
    expect(busOffset(memory, windows)).toMatchObject({ offset, isAssumed: false });
  });

  test('windows that the input does not show: taken as 0, and said so', () => {
    expect(busOffset(range(0x40_1000_0000n), UNKNOWN)).toEqual({
      offset: 0n,
      window: null,
      isAssumed: true,
    });
  });
});
