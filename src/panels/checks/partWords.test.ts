import { expect, test } from 'vitest';
import type { FunctionId, SlotId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { OpenDocument } from '../../store/state.ts';
import { addressWords, onTheSheet, partWords } from './partWords.ts';

const slot = 'slot:3' as SlotId;
const made = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01')
  .endpoint('01:00.0', { change: { label: 'gpu0', slot } })
  .build();
const machine = {
  ...made,
  slots: [
    { id: slot, label: '3', ports: [id('00:01.0')], lanes: 16, bifurcation: null, riser: null },
  ],
};
const document = {
  machine,
  byId: new Map(machine.functions.map((fn) => [fn.id, fn])),
} as unknown as OpenDocument;

test('parts are called as people call them', () => {
  const parts = [id('01:00.0'), id('00:01.0'), slot, 'gone' as FunctionId];
  expect(parts.map((part) => partWords(document, part))).toEqual([
    'gpu0',
    '0000:00:01.0',
    'slot 3',
    'gone',
  ]);
});

test('a port without a name is called after what it is a port of', () => {
  const hostBridges = machine.hostBridges.map((host) => ({ ...host, label: 'h0' }));
  const named = { ...document, machine: { ...machine, hostBridges } };
  expect(partWords(named, id('00:01.0'))).toBe('port of h0, device 1');
  expect(addressWords(named, id('00:01.0'))).toBe('0000:00:01.0');
  expect(addressWords(named, slot)).toBeNull();
});

test('a slot stands on the sheet as its ports and what is in it', () => {
  expect(onTheSheet(document, slot)).toEqual([id('00:01.0'), id('01:00.0')]);
  expect(onTheSheet(document, id('01:00.0'))).toEqual([id('01:00.0')]);
});
