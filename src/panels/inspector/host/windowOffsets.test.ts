import { expect, test } from 'vitest';
import { hex64 } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { HostWindow } from '../../../model/machine.ts';
import { offsetWords, windowOffsets } from './windowOffsets.ts';

const window = (cpu: bigint, bus: bigint, kind: HostWindow['kind'] = 'memory'): HostWindow => ({
  kind,
  cpuBase: hex64(cpu),
  busBase: hex64(bus),
  size: hex64(0x1000n),
});

test('bus minus CPU address, each once; ports of I/O do not count', () => {
  expect(windowOffsets(UNKNOWN)).toEqual([]);
  expect(windowOffsets([window(0x8000n, 0x8000n), window(0x9000n, 0x9000n)])).toEqual([0n]);
  const shifted = [window(0x9000n, 0x1000n), window(0x1000n, 0x1000n)];
  expect(windowOffsets([...shifted, window(0x4000n, 0n, 'io')])).toEqual([-0x8000n, 0n]);
});

test('in words', () => {
  expect([0n, -0x8000n, 0x40n].map(offsetWords)).toEqual(['0', '-0x8000', '0x40']);
});
