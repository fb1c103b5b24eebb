import { expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { providersOf } from './provider.ts';

const MIB = 1 << 20;
const memory = (published: boolean) => ({ bar: 0, offset: 0, size: 16 * MIB, published });
const cmb = { model: null, latencyNs: null, cmbBytes: 4 * MIB };

const one = (change: Partial<PciFunction>) =>
  providersOf(new MachineBuilder().endpoint('01:00.0', { change }).build());

test.each<[string, Partial<PciFunction>, readonly boolean[]]>([
  ['published memory', { p2pMemory: [memory(true)] }, [true]],
  ['memory of its driver alone', { p2pMemory: [memory(false)] }, [false]],
  ['two stretches, one published', { p2pMemory: [memory(false), memory(true)] }, [true]],
  ['an NVMe controller’s buffer, driver bound', { part: cmb, driver: 'nvme' }, [true]],
  ['the same, nothing known of drivers', { part: cmb, driver: 'unknown' }, [true]],
  ['the same, given to a virtual machine', { part: cmb, driver: 'vfio-pci' }, []],
  ['no memory', {}, []],
])('%s', (_, change, published) => {
  expect(one(change).map((provider) => provider.published)).toEqual(published);
});

test('in order of enumeration', () => {
  const change = { p2pMemory: [memory(true)] };
  const machine = new MachineBuilder()
    .endpoint('02:00.0', { change })
    .endpoint('01:00.0', { change })
    .build();
  expect(providersOf(machine).map((provider) => provider.id)).toEqual(
    ['01:00.0', '02:00.0'].map((each) => id(each)),
  );
});
