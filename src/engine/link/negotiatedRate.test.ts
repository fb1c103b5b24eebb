import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { UNKNOWN_PCIE, unknownFunction } from '../../model/blank.ts';
import { id } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { LinkState } from '../../model/registers.ts';
import { negotiatedRate } from './negotiatedRate.ts';

const ADDRESS = { domain: 0, bus: 1, device: 0, function: 0 };

const state = (text: string): LinkState | typeof UNKNOWN => {
  if (text === '?') return UNKNOWN;
  const [gts = '?', width = '?'] = text.split('x');
  return {
    gts: gts === '?' ? UNKNOWN : Number(gts),
    width: width === '?' ? UNKNOWN : Number(width),
  };
};

/** An end of a link by what it shows of it now, and of what it can do. */
function end(current: string, capable: string): PciFunction {
  const link = {
    capable: state(capable),
    current: state(current),
    targetGts: UNKNOWN,
    portNumber: UNKNOWN,
  };
  return { ...unknownFunction(id('01:00.0'), ADDRESS), pcie: { ...UNKNOWN_PCIE, link } };
}

test.each([
  // port: now, can; device: now, can; runs at
  ['16x8', '32x16', '16x8', '16x16', '16x8'],
  ['?', '32x16', '8x4', '16x8', '8x4'],
  ['8x4', '32x16', '?', '16x8', '8x4'],
  // Should both say something else, the lower end is asked first.
  ['32x16', '32x16', '8x4', '16x8', '8x4'],
  ['?', '32x16', '?', '16x8', '16x8'],
  ['?', '8x16', '?', '16x4', '8x4'],
  ['?', '32x16', '8x?', '16x8', '8x8'],
  ['?x2', '32x16', '8x?', '16x8', '8x2'],
  ['?', '32x16', '2.5x0', '16x8', '2.5x0'],
  ['?', '32x16', '?', '?', null],
  ['?', '?', '?', '16x8', null],
  ['?', '?', '8x?', '?', null],
])('port %s of %s, device %s of %s: %s', (portHas, portCan, has, can, wanted) => {
  const rate = negotiatedRate(end(portHas, portCan), end(has, can));
  expect(rate && `${rate.gts}x${rate.width}`).toBe(wanted);
});

test('an end without the capability shows nothing', () => {
  const bare = { ...unknownFunction(id('01:00.0'), ADDRESS), pcie: null };
  expect(negotiatedRate(end('8x4', '8x4'), bare)).toEqual({ gts: 8, width: 4 });
  expect(negotiatedRate(bare, bare)).toBeNull();
});
