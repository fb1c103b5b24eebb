import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { findPart } from './catalogue.ts';
import { makeDevice } from './makeDevice.ts';
import type { At } from './makeFunction.ts';
import { makeVirtual, withVirtual } from './makeVirtual.ts';
import type { DevicePart, PartKind } from './part.ts';

const AT: At = {
  id: 'x' as FunctionId,
  parent: { kind: 'function', id: 'port' as FunctionId },
  label: 'x',
  numaNode: 1,
};

function device(kind: PartKind, name: string): readonly PciFunction[] {
  return makeDevice(findPart(kind, name) as DevicePart, AT);
}

/** `id < parent` for each function, in order. */
function tree(functions: readonly PciFunction[]): readonly string[] {
  return functions.map(({ id, parent }) => `${id} < ${parent === UNKNOWN ? '?' : parent.id}`);
}

describe('makeDevice', () => {
  it('names further functions after their numbers', () => {
    const functions = device('nic', 'I350');
    expect(tree(functions)).toEqual(['x < port', 'x/1 < port', 'x/2 < port', 'x/3 < port']);
    expect(functions.map((fn) => fn.multifunction)).toEqual([true, true, true, true]);
    expect(functions.map((fn) => fn.label)).toEqual(['x', null, null, null]);
    expect(functions.map((fn) => fn.numaNode)).toEqual([1, 1, 1, 1]);
  });

  it('repeats the device below each port of a switch on the card', () => {
    const functions = device('gpu', 'K80');
    expect(tree(functions)).toEqual([
      'x < port',
      'x/port0 < x',
      'x/dev0 < x/port0',
      'x/port1 < x',
      'x/dev1 < x/port1',
    ]);
    expect(functions.map((fn) => fn.type)).toEqual([
      'upstream',
      'downstream',
      'endpoint',
      'downstream',
      'endpoint',
    ]);
    expect(new Set(functions.map((fn) => fn.part?.model))).toEqual(new Set(['k80']));
  });

  it('gives each function a port of its own where the card does', () => {
    const functions = device('gpu', 'Arc Pro B70');
    expect(tree(functions)).toEqual([
      'x < port',
      'x/port0 < x',
      'x/dev0 < x/port0',
      'x/port1 < x',
      'x/dev1 < x/port1',
    ]);
    expect(functions.map((fn) => (fn.pciId === UNKNOWN ? null : fn.pciId.device))).toEqual([
      0xe2ff, 0xe2f0, 0xe223, 0xe2f1, 0xe2f7,
    ]);
    // Sound is the only function of its device there.
    expect(functions.map((fn) => fn.multifunction)).toEqual(Array(5).fill(false));
    // Nobody knows the inner links: the card's counts.
    for (const fn of functions) {
      const link = fn.pcie === UNKNOWN || fn.pcie === null ? null : fn.pcie.link;
      expect(link).toMatchObject({ capable: { gts: 32, width: 16 } });
    }
  });

  it('carries the memory of a drive as the driver publishes it', () => {
    const [drive] = device('nvme', 'qemu-nvme-cmb');
    expect(drive?.p2pMemory).toEqual([{ bar: 2, offset: 0, size: 4 * 2 ** 20, published: true }]);
    expect(drive?.part?.cmbBytes).toBe(4 * 2 ** 20);
    expect(device('nvme', 'nvme')[0]?.part?.cmbBytes).toBeNull();
  });
});

describe('makeVirtual', () => {
  const [physical] = device('nic', 'E810');
  if (!physical) throw new Error('the E810 has no function');

  it('makes functions beside the physical one', () => {
    const functions = makeVirtual(physical, 3);
    expect(tree(functions)).toEqual(['x/vf1 < port', 'x/vf2 < port', 'x/vf3 < port']);
    expect(functions.every((fn) => fn.physfn === 'x' && fn.address === null)).toBe(true);
    expect(functions[0]?.pciId).toEqual({ vendor: 0x8086, device: 0x1889 });
    expect(functions[0]?.sriov).toBeNull();
    expect(functions[0]?.acs).toBeNull();
    expect(makeVirtual(physical, 0)).toEqual([]);
  });

  it('tells the physical one how many are up', () => {
    expect(withVirtual(physical, 3).sriov).toMatchObject({ enabled: true, numVfs: 3 });
    expect(withVirtual(physical, 0).sriov).toMatchObject({ enabled: false, numVfs: 0 });
    const [without] = device('nvme', 'nvme');
    if (without) expect(withVirtual(without, 2)).toBe(without);
  });
});
