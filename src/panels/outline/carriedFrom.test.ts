import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { carriedFrom } from './carriedFrom.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:2f00')
  .rootPort('00:01.0', '01-01')
  .rootPort('00:02.0', '02-02')
  .endpoint('01:00.0')
  .endpoint('02:00.0')
  .build();
const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
const [port, one, other] = [id('00:01.0'), id('01:00.0'), id('02:00.0')];
const taken = (part: typeof port, ...selected: (typeof port)[]) =>
  carriedFrom({ byId }, new Set(selected), part);

test('a line takes its device, and the other devices that are selected with it', () => {
  expect(taken(one, other)).toEqual({ kind: 'devices', devices: [one] });
  expect(taken(one, port, one, other)).toEqual({ kind: 'devices', devices: [one, other] });
});

test('a port stays where it is', () => {
  expect(taken(port, port, one)).toBeNull();
});
