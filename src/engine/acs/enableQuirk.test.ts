import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { enableQuirkOf } from './enableQuirk.ts';

function quirk(pciId: string, change: Partial<PciFunction> = {}) {
  const machine = new MachineBuilder().rootPort('00:1c.0', '01', { id: pciId, change }).build();
  const [fn] = machine.functions;
  return fn && enableQuirkOf(fn);
}

test.each([
  ['8086:3b42', 'intel-pch'],
  ['8086:1d12', 'intel-pch'],
  ['8086:1d11', null],
  ['8086:8c92', 'intel-pch'],
  ['8086:a110', 'intel-spt'],
  ['8086:9d1b', 'intel-spt'],
  ['8086:a120', null],
  ['1022:3b42', null],
] as const)('%s: %s', (pciId, found) => {
  expect(quirk(pciId)).toBe(found);
});

test('root ports only; what is hidden stays open', () => {
  expect(quirk('8086:a110', { type: 'downstream' })).toBeNull();
  expect(quirk('8086:a110', { type: UNKNOWN })).toBe(UNKNOWN);
  expect(quirk('8086:0000', { pciId: { vendor: 0x8086, device: UNKNOWN } })).toBe(UNKNOWN);
  expect(quirk('8086:0000', { pciId: UNKNOWN })).toBe(UNKNOWN);
});
