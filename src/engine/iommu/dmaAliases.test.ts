import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { dmaAliasesOf } from './dmaAliases.ts';

function aliasesOf(pciId: string, change: object = {}, address = '03:05.2') {
  const machine = new MachineBuilder().endpoint(address, { id: pciId, change }).build();
  const fn = machine.functions.find((each) => each.id === id(address));
  if (!fn) throw new Error('not built');
  return dmaAliasesOf(fn).map((devfn) => `${(devfn >> 3).toString(16)}.${devfn & 7}`);
}

test.each([
  ['an ordinary NVMe drive', '144d:a808', []],
  ['a Ricoh card reader sends as function 0 of its slot', '1180:e832', ['5.0']],
  ['a Marvell SATA controller sends as function 1 of its slot', '1b4b:9230', ['5.1']],
  ['Xeon Phi x200 sends as three fixed ids', '8086:2260', ['10.0', '11.0', '12.3']],
])('%s', (_, pciId, expected) => {
  expect(aliasesOf(pciId)).toEqual(expected);
});

test('its own id is no alias', () => {
  expect(aliasesOf('1b4b:9230', {}, '03:05.1')).toEqual([]);
});

test('a Visual Compute Accelerator sends as functions 0 to 4 of every slot', () => {
  const found = aliasesOf('8086:2954');
  expect(found).toHaveLength(32 * 5 - 1);
  expect(found).toContain('1f.4');
  expect(found).not.toContain('1f.5');
});

test('a PLX non-transparent bridge may send as any id of its bus', () => {
  expect(aliasesOf('10b5:87b0')).toHaveLength(255);
});

test.each([
  ['the boards that are meant', { vendor: 0x9005, device: 0x02bb }, ['1.0']],
  ['another board', { vendor: 0x9005, device: 0x02bd }, []],
  ['a board that the input does not show', 'unknown', []],
])('Adaptec RAID by its subsystem: %s', (_, subsystemId, expected) => {
  expect(aliasesOf('9005:0285', { subsystemId })).toEqual(expected);
});
