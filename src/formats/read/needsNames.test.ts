import { expect, test } from 'vitest';
import { blankMachine, unknownFunction } from '../../model/blank.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { needsNames } from './needsNames.ts';

const bare = unknownFunction('0000:00:00.0' as FunctionId, {
  domain: 0,
  bus: 0,
  device: 0,
  function: 0,
});
const pciId = { vendor: 0x8086, device: 0x29c0 };
const printed = { vendor: 'Intel', device: 'Bridge', className: null, subsystem: null };
const asks = (fn: Partial<PciFunction>) =>
  needsNames({ ...blankMachine('captured', 'test'), functions: [{ ...bare, ...fn }] });

test('ids without names, or names without ids', () => {
  expect(asks({ pciId })).toBe(true);
  expect(asks({ names: printed })).toBe(true);
  expect(asks({ pciId, names: { ...printed, className: 'Host bridge' } })).toBe(true);
});

test('not when both are there, nor when neither is', () => {
  expect(asks({ pciId, names: printed })).toBe(false);
  expect(asks({ pciId, label: 'my card' })).toBe(false);
  expect(asks({})).toBe(false);
});
