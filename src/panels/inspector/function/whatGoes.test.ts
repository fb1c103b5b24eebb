import { expect, test } from 'vitest';
import { Drawing } from '../../../build/drawing.testkit.ts';
import { MachineBuilder } from '../../../model/machine.testkit.ts';
import { whatGoes } from './whatGoes.ts';

const machine = new Drawing()
  .host('h0')
  .put('rp0', 'port', 'h0')
  .put('sw0', 'switch', 'rp0')
  .put('gpu0 gpu1', 'gpu', 'sw0').settled;

function going(id: string) {
  const fn = machine.functions.find((each) => each.id === id);
  if (!fn) throw new Error(`no ${id}`);
  return whatGoes(machine, fn);
}

test('a device, a switch, a port, each with what is below', () => {
  expect(going('gpu0')).toEqual({ title: 'Remove this device', along: null });
  expect(going('sw0')).toEqual({ title: 'Remove this switch', along: 'with 4 functions below' });
  expect(going('rp0')).toEqual({ title: 'Remove this port', along: 'with 5 functions below' });
});

test('fellow functions go along', () => {
  const card = new MachineBuilder()
    .rootPort('00:01.0', '01')
    .endpoint('01:00.0')
    .endpoint('01:00.1')
    .build();
  const [, first] = card.functions;
  if (!first) throw new Error('no card');
  expect(whatGoes(card, first)?.along).toBe('with all 2 functions');
});

test('what stands for a host bridge, and virtual functions, are not removed by themselves', () => {
  const first = machine.functions.find(({ parent }) => parent !== 'unknown' && parent.id === 'h0');
  if (!first) throw new Error('nothing on the root bus');
  expect(whatGoes(machine, { ...first, classCode: 0x060000 })).toBeNull();
  expect(whatGoes(machine, { ...first, physfn: first.id })).toBeNull();
});
