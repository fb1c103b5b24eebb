import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { FunctionType } from '../../model/pciFunction.ts';
import { withPortNumber } from './egress.testkit.ts';
import { egressBit, egressPortNumber } from './egressControl.ts';

/** `capability` with the vector's size in bits 15:8. */
const withVector = (size: number, vector: readonly number[] | null | 'unknown') => ({
  ...acs(0x20, (size << 8) | 0x7f),
  egressVector: vector,
});

test.each([
  ['bit 3 of the first dword', withVector(8, [0b1000]), 3, 'blocks'],
  ['bit 2 beside it', withVector(8, [0b1000]), 2, 'lets'],
  ['port 33 is bit 1 of the second dword', withVector(64, [0, 0b10]), 33, 'blocks'],
  ['bit 31', withVector(32, [0x8000_0000]), 31, 'blocks'],
  ['beyond the vector', withVector(8, [0xff]), 8, 'unreadable'],
  ['size 0 means 256 ports', withVector(0, [0, 0, 0, 0, 0, 0, 0, 1 << 31]), 255, 'blocks'],
  ['no vector at all', withVector(8, null), 0, 'unreadable'],
  ['a vector that the input does not show', withVector(8, UNKNOWN), 0, 'unknown'],
  ['a capability that it does not show', { ...acs(0x20), capability: UNKNOWN }, 0, 'unknown'],
] as const)('%s', (_, registers, port, expected) => {
  expect(egressBit(registers, port)).toBe(expected);
});

test.each([
  ['root-port', 5, 5],
  ['downstream', 5, 5],
  ['upstream', 5, null],
  ['endpoint', 5, null],
  ['downstream', UNKNOWN, UNKNOWN],
] as const)('a %s with Port Number %s', (type: FunctionType, number, expected) => {
  const machine = new MachineBuilder().endpoint('00:01.0', { change: { type } }).build();
  const [fn] = machine.functions.map((each) => withPortNumber(each, number));
  expect(fn && egressPortNumber(fn)).toBe(expected);
});
