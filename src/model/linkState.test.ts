import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { UNKNOWN_PCIE } from './blank.ts';
import { generationName, linkRate, readLink } from './linkState.ts';
import { MachineBuilder } from './machine.testkit.ts';
import type { PciFunction } from './pciFunction.ts';

function end(can: readonly [number, number], has: readonly [number, number]): PciFunction {
  const link = {
    capable: { gts: can[0], width: can[1] },
    current: { gts: has[0], width: has[1] },
    targetGts: null,
    portNumber: UNKNOWN,
  };
  const change = { pcie: { ...UNKNOWN_PCIE, link } };
  const [fn] = new MachineBuilder().endpoint('01:00.0', { change }).build().functions;
  if (!fn) throw new Error('no function');
  return fn;
}

test.each([
  ['full', end([16, 16], [16, 16]), end([16, 16], [16, 16])],
  ['narrow', end([16, 16], [16, 8]), end([16, 16], [16, 8])],
  ['slow', end([16, 16], [2.5, 16]), end([32, 16], [2.5, 16])],
  // Width before speed: a riser is worth a look, an idle card is not.
  ['narrow', end([16, 16], [2.5, 8]), undefined],
  ['held-by-port', end([16, 16], [8, 8]), end([8, 8], [8, 8])],
  ['down', end([16, 16], [2.5, 0]), undefined],
])('%s', (fitness, fn, port) => {
  expect(readLink(fn, port)?.fitness).toBe(fitness);
});

test('an end that shows nothing has no rate', () => {
  const [fn] = new MachineBuilder().endpoint('01:00.0').build().functions;
  expect(fn && linkRate(fn, 'current')).toBeNull();
  expect(fn && readLink(fn, end([16, 16], [16, 16]))).toBeNull();
});

test('generations have names, other rates their figure', () => {
  expect([2.5, 5, 8, 16, 32, 64, 128].map(generationName)).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((gen) => `Gen${gen}`),
  );
  expect(generationName(20)).toBe('20 GT/s');
});
