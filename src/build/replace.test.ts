import { describe, expect, test } from 'vitest';
import { makeVirtual, withVirtual } from '../catalogue/makeVirtual.ts';
import type { FunctionId } from '../model/ids.ts';
import { linkRate } from '../model/linkState.ts';
import type { Machine } from '../model/machine.ts';
import { validate } from '../model/validate.ts';
import { applyChanges } from './applyChanges.ts';
import { canApply } from './canApply.ts';
import type { Change } from './change.ts';
import { Drawing } from './drawing.testkit.ts';
import { settle } from './settle.ts';

function server(): Drawing {
  return new Drawing()
    .host('h0')
    .put('rp0 rp1 rp2', 'port', 'h0')
    .put('sw0', 'switch', 'rp0')
    .put('gpu0 gpu1', 'gpu', 'sw0')
    .put('nic0', 'nic', 'rp1')
    .put('br0', 'bridge', 'rp2')
    .edit((machine) => ({
      ...machine,
      sideLinks: [
        { kind: 'nvlink', from: 'gpu0' as FunctionId, to: 'gpu1' as FunctionId, label: null },
      ],
    }));
}

function changed(machine: Machine, ...changes: readonly Change[]): Machine {
  const after = applyChanges(machine, changes);
  expect(validate(after).filter(({ severity }) => severity === 'error')).toEqual([]);
  return after;
}

const by = (device: string, part: string): Change => ({
  kind: 'replace',
  device: device as FunctionId,
  part,
});
const find = (machine: Machine, id: string) => machine.functions.find((fn) => fn.id === id);

describe('another part in its place', () => {
  test('has the registers of the part, and the id, name and place of the old one', () => {
    const { raw } = server();
    const machine = changed(raw, by('gpu0', 'a100'));
    const gpu = find(machine, 'gpu0');
    expect(gpu).toMatchObject({ label: 'gpu0', part: { model: 'a100' } });
    expect(gpu?.parent).toEqual(find(raw, 'gpu0')?.parent);
    expect(gpu?.pciId).not.toEqual(find(raw, 'gpu0')?.pciId);
    expect(machine.sideLinks).toEqual(raw.sideLinks);
    expect(machine.functions.length).toBe(raw.functions.length);
  });

  test('trains the link above it', () => {
    const machine = changed(server().raw, by('nic0', 'nvme'));
    const nvme = find(machine, 'nic0');
    const can = nvme && linkRate(nvme, 'capable');
    expect(nvme && linkRate(nvme, 'current')?.width).toBe(can?.width);
  });

  test('of a switch keeps what is below it', () => {
    const machine = changed(server().raw, by('sw0', 'pex88096'));
    expect(find(machine, 'sw0')?.part?.model).toBe('pex88096');
    const ports = machine.functions.filter(({ type }) => type === 'downstream');
    expect(ports.map(({ part }) => part?.model)).toEqual(['pex88096', 'pex88096']);
    expect(find(machine, 'gpu0')?.parent).toEqual(find(server().raw, 'gpu0')?.parent);
    expect(settle(machine).machine.functions.filter(({ address }) => address === null)).toEqual([]);
  });

  test('keeps a driver that a hand bound, not the one that came with the part', () => {
    const functions = ['gpu0' as FunctionId];
    const bound = changed(server().raw, { kind: 'driver', functions, driver: 'vfio-pci' });
    expect(find(changed(bound, by('gpu0', 'a100')), 'gpu0')?.driver).toBe('vfio-pci');
    const plain = changed(server().raw, by('nic0', 'nvme'));
    expect(find(plain, 'nic0')?.driver).toBe('nvme');
  });

  test('keeps virtual functions as far as it can have them', () => {
    const drawing = server().edit((machine) => {
      const nic = find(machine, 'nic0');
      if (!nic) throw new Error('no nic0');
      const capable = {
        ...nic,
        sriov: {
          enabled: false,
          totalVfs: 8,
          numVfs: 0,
          firstVfOffset: 1,
          vfStride: 1,
          vfDeviceId: 1,
          bars: [],
        },
      };
      const at = machine.functions.indexOf(nic);
      const physical = withVirtual(capable, 2);
      return {
        ...machine,
        functions: machine.functions.toSpliced(at, 1, physical, ...makeVirtual(physical, 2)),
      };
    });
    const virtual = (machine: Machine) =>
      machine.functions.filter(({ physfn }) => physfn === 'nic0').length;
    expect(virtual(drawing.raw)).toBe(2);
    expect(virtual(changed(drawing.raw, by('nic0', 'nvme')))).toBe(0);
  });

  test.each([
    ['nic0', 'switch', 'nic0 is a device; Generic switch is a switch.'],
    ['sw0', 'gpu', 'sw0 is a switch; Generic GPU is a device.'],
    ['nic0', 'host', 'Generic x86 host cannot stand in the place of nic0.'],
    ['nic0', 'rciep', 'An integrated device is part of a root complex; it cannot be below rp1.'],
    ['nic0', 'toaster', 'The catalogue has no part toaster.'],
    ['gone', 'gpu', 'There is no part gone.'],
  ])('%s by %s is refused', (device, part, text) => {
    expect(canApply(server().raw, by(device, part))?.text).toBe(text);
  });

  test('of a port of a switch is refused', () => {
    const { raw } = server();
    const port = raw.functions.find(({ type }) => type === 'downstream')?.id ?? '';
    expect(canApply(raw, by(port, 'port'))?.hint).toBe('Replace the switch.');
  });
});
