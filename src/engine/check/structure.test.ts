import { describe, expect, test } from 'vitest';
import { Drawing } from '../../build/drawing.testkit.ts';
import { settle } from '../../build/settle.ts';
import type { FunctionId } from '../../model/ids.ts';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Cpu } from '../../model/settings.ts';
import { cures, found, told } from './checks.testkit.ts';

const server = () =>
  new Drawing()
    .host('h0')
    .put('rp0 rp1', 'port', 'h0')
    .put('sw0', 'switch', 'rp0')
    .put('gpu0', 'gpu', 'sw0');

test('two devices at the end of one link are told, one is not', () => {
  const drawing = server().put('nvme0', 'nvme', 'rp1');
  expect(told(drawing.settled, 'two-devices')).toEqual([]);
  const nvme = drawing.raw.functions.find(({ id }) => id === 'nvme0');
  const crowded = drawing.edit((machine) => ({
    ...machine,
    functions: [
      ...machine.functions,
      ...(nvme ? [{ ...nvme, id: 'nvme1' as FunctionId, label: 'nvme1' }] : []),
    ],
  })).settled;
  expect(told(crowded, 'two-devices')).toEqual([
    "warning nvme0 and nvme1 are both at the end of rp1's link.",
  ]);
  expect(cures(crowded, 'two-devices')).toEqual(['Move nvme1 to a port of its own']);
});

test('three switches in a row are noted, two are not', () => {
  const two = server().put('sw1', 'switch', 'sw0').put('gpu1', 'gpu', 'sw1');
  expect(told(two.settled, 'deep-tree')).toEqual([]);
  expect(told(two.put('sw2', 'switch', 'sw1').settled, 'deep-tree')).toEqual([
    'note 3 switches stand in a row: sw0, sw1 and sw2.',
  ]);
});

describe('virtual functions', () => {
  const card = (count: number, total: number) => {
    const builder = new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rootPort('00:01.0', '01')
      .endpoint('01:00.0', { change: { sriov: sriov(total) } });
    for (let vf = 1; vf <= count; vf++) {
      builder.endpoint(`01:00.${vf}`, { physfn: '01:00.0' });
    }
    return builder.build();
  };
  const sriov = (totalVfs: number): PciFunction['sriov'] => ({
    enabled: true,
    totalVfs,
    numVfs: 1,
    firstVfOffset: 1,
    vfStride: 1,
    vfDeviceId: 1,
    bars: [],
  });

  test('as many as the card has say nothing, more are told', () => {
    expect(told(card(2, 2), 'virtual-functions')).toEqual([]);
    expect(told(card(3, 2), 'virtual-functions')).toEqual([
      'error 0000:01:00.0 has 3 virtual functions; it can bring up 2.',
    ]);
  });

  test('beyond a figure that only stands for many cards say nothing', () => {
    const drawn = (totalVfs: number | null) => {
      const drawing = new Drawing().host('h0').put('rp0', 'port', 'h0').put('nic0', 'nic', 'rp0');
      const nic = drawing.raw.functions.find(({ id }) => id === 'nic0');
      const virtual = Array.from({ length: 300 }, (_, at) => ({
        ...(nic as PciFunction),
        id: `vf${at}` as FunctionId,
        label: null,
        sriov: null,
        physfn: 'nic0' as FunctionId,
      }));
      return drawing
        .set('nic0', (fn) => (totalVfs === null ? fn : { ...fn, sriov: sriov(totalVfs) }))
        .edit((machine) => ({ ...machine, functions: [...machine.functions, ...virtual] })).raw;
    };
    expect(told(drawn(null), 'virtual-functions')).toEqual([]);
    expect(told(drawn(8), 'virtual-functions')).toHaveLength(1);
  });

  test('below another bridge than their card are told', () => {
    const machine = card(1, 1);
    expect(told(machine, 'virtual-apart')).toEqual([]);
    const [host] = machine.hostBridges;
    const functions = machine.functions.map((fn) =>
      fn.physfn !== null && host ? { ...fn, parent: { kind: 'host', id: host.id } as const } : fn,
    );
    expect(told({ ...machine, functions }, 'virtual-apart')).toHaveLength(1);
  });
});

test('a side link from a part to itself is told', () => {
  const machine = server().put('gpu1', 'gpu', 'sw0').settled;
  const [from, to] = ['gpu0', 'gpu1'].map((id) => id as FunctionId);
  const link = (a: FunctionId | undefined, b: FunctionId | undefined) => ({
    ...machine,
    sideLinks: a && b ? [{ kind: 'nvlink' as const, from: a, to: b, label: null }] : [],
  });
  expect(told(link(from, to), 'side-link')).toEqual([]);
  expect(told(link(from, from), 'side-link')).toEqual([
    'warning The nvlink link of gpu0 leads back to it.',
  ]);
});

test('a drawing with parts left in the air is told what to write', () => {
  const machine = server().edit((each) => ({
    ...each,
    functions: each.functions.map((fn) => (fn.id === 'gpu0' ? { ...fn, parent: 'unknown' } : fn)),
  }));
  const checks = found(machine.settled, 'hidden-parents');
  expect(checks.map(({ hint }) => hint)).toEqual([
    'Write them below a host or a port, and not below orphans.',
  ]);
});

describe('the CPU', () => {
  const cpu = (vendor: string, family: number): Cpu => ({ arch: 'x86', vendor, family });
  const of = (platform: string, has: Cpu) =>
    new Drawing()
      .host('h0', platform)
      .edit((machine) => ({ ...machine, settings: { ...machine.settings, cpu: has } }));

  test('of its platform says nothing, of another maker is told', () => {
    expect(told(of('milan', cpu('AuthenticAMD', 0x19)).settled, 'cpu-platform')).toEqual([]);
    const machine = of('milan', cpu('GenuineIntel', 6)).settled;
    expect(told(machine, 'cpu-platform')).toEqual([
      "warning The machine's CPU is GenuineIntel:6; h0 is of AMD EPYC Milan, which is AuthenticAMD:0x19.",
    ]);
    expect(cures(machine, 'cpu-platform')).toEqual(['Say that the CPU is AuthenticAMD:0x19']);
  });

  test('of another family is noted', () => {
    const machine = of('milan', cpu('AuthenticAMD', 0x17)).settled;
    expect(told(machine, 'cpu-platform')).toEqual([expect.stringMatching(/^note /)]);
    expect(cures(machine, 'cpu-platform')).toHaveLength(1);
  });

  test('cannot be of two makers', () => {
    const machine = of('rome', cpu('AuthenticAMD', 0x17)).host('h1', 'sapphire-rapids').settled;
    expect(told(machine, 'cpu-platform')).toEqual([
      'warning h0 is of AMD EPYC Rome (AuthenticAMD:0x17), h1 is of Intel Sapphire Rapids (GenuineIntel:6): no machine has both.',
    ]);
  });
});

test('a sound drawing has nothing to complain of', () => {
  const machine = settle(server().raw).machine;
  expect(told(machine, 'hidden-acs')).toEqual([]);
  expect(told(machine, 'hidden-parents')).toEqual([]);
});
