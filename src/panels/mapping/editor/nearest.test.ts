import { expect, test } from 'vitest';
import { MachineBuilder } from '../../../model/machine.testkit.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { nearestFirst, usualClient } from './nearest.ts';

const CMB: Partial<PciFunction> = {
  p2pMemory: [{ bar: 4, offset: 0, size: 65536, published: true }],
};
const NIC: Partial<PciFunction> = { classCode: 0x020000 };

/** A network card and a drive without memory at root ports of their own; below a switch a lender, and a card. */
const machine = new MachineBuilder()
  .rootPort('00:01.0', '01')
  .endpoint('01:00.0', { change: NIC })
  .rootPort('00:02.0', '02-05')
  .upstream('02:00.0', '03-05')
  .downstream('03:00.0', '04')
  .endpoint('04:00.0', { change: CMB })
  .downstream('03:01.0', '05')
  .endpoint('05:00.0', { change: NIC })
  .rootPort('00:03.0', '06')
  .endpoint('06:00.0')
  .build();
const at = (address: string) => {
  const fn = machine.functions.find(({ id }) => id === `0000:${address}`);
  if (!fn) throw new Error(address);
  return fn;
};

test('a list is for the card that shares a switch with memory for peers', () => {
  expect(usualClient(machine)).toBe('0000:05:00.0');
});

test('without memory for peers it is for the first card, without cards for whoever is there', () => {
  const without = (ids: readonly string[]) => ({
    ...machine,
    functions: machine.functions.filter(({ id }) => !ids.includes(id)),
  });
  expect(usualClient(without(['0000:04:00.0']))).toBe('0000:01:00.0');
  expect(usualClient(without(['0000:01:00.0', '0000:05:00.0']))).toBe('0000:04:00.0');
});

test('the nearest come first, those as far as each other in order', () => {
  const all = [at('06:00.0'), at('01:00.0'), at('04:00.0')];
  expect(nearestFirst(machine, at('05:00.0').id, all)).toEqual([all[2], all[0], all[1]]);
  expect(nearestFirst(machine, null, all)).toEqual(all);
});
