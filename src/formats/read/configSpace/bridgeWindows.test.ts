import { describe, expect, it } from 'vitest';
import { decodeBridgeWindows } from './bridgeWindows.ts';
import { configSpace } from './configSpace.testkit.ts';

const CLOSED = { 28: 'f0 00', 32: 'f0 ff 00 00', 36: 'f0 ff 00 00' };

describe('decodeBridgeWindows', () => {
  it('finds none where limits are below bases', () => {
    expect(decodeBridgeWindows(configSpace(64, CLOSED))).toEqual([]);
  });

  it.each([
    ['16-bit I/O', { 28: '10 30' }, { kind: 'io', base: '0x1000', limit: '0x3fff' }],
    [
      '32-bit I/O',
      { 28: '11 31', 48: '02 00 02 00' },
      { kind: 'io', base: '0x21000', limit: '0x23fff' },
    ],
    ['memory', { 32: '40 f1 80 f1' }, { kind: 'memory', base: '0xf1400000', limit: '0xf18fffff' }],
    [
      '32-bit prefetchable memory',
      { 36: '00 d0 f0 df', 40: 'ff ff ff ff ff ff ff ff' },
      { kind: 'prefetchable', base: '0xd0000000', limit: '0xdfffffff' },
    ],
    [
      '64-bit prefetchable memory',
      { 36: '01 00 f1 ff', 40: '38 00 00 00 38 00 00 00' },
      { kind: 'prefetchable', base: '0x3800000000', limit: '0x38ffffffff' },
    ],
  ])('reads %s', (_, rows, window) => {
    expect(decodeBridgeWindows(configSpace(64, { ...CLOSED, ...rows }))).toEqual([window]);
  });

  it('knows nothing of registers that were not printed', () => {
    expect(decodeBridgeWindows(configSpace(0x20, {}))).toBeNull();
  });
});
