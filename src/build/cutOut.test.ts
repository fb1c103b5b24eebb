import { describe, expect, test } from 'vitest';
import { blankMachine } from '../model/blank.ts';
import type { FlowId, FunctionId, NoteId, SocketId } from '../model/ids.ts';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent } from '../model/pciFunction.ts';
import { validate } from '../model/validate.ts';
import type { FlowEnd } from '../model/workload.ts';
import { applyChanges } from './applyChanges.ts';
import { canApply } from './canApply.ts';
import { devicesBelow, familyOf } from './changes/family.ts';
import { cutOut } from './cutOut.ts';
import { Drawing, parentNamed } from './drawing.testkit.ts';
import type { Fragment } from './fragment.ts';
import { settle } from './settle.ts';

function server(): Drawing {
  return new Drawing()
    .host('h0', 'milan', 'socket0')
    .put('rp0 rp1', 'port', 'h0')
    .put('sw0', 'switch', 'rp0')
    .put('gpu0 gpu1', 'gpu', 'sw0')
    .slot('s0', 'rp1')
    .put('nic0', 'nic', 'rp1')
    .put('vmd0', 'vmd', 'h0')
    .put('nvme0', 'nvme', 'vmd0/domain')
    .edit((machine) => ({
      ...machine,
      settings: { ...machine.settings, cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: 25 } },
      notes: [
        { id: 'n0' as NoteId, about: 'gpu0' as FunctionId, text: 'warm' },
        { id: 'n1' as NoteId, about: 'nic0' as FunctionId, text: 'cold' },
        { id: 'n2' as NoteId, about: 'gpu1' as FunctionId, on: 'link', text: 'long cable' },
      ],
      sideLinks: [
        { kind: 'nvlink', from: 'gpu0' as FunctionId, to: 'gpu1' as FunctionId, label: null },
        { kind: 'other', from: 'gpu0' as FunctionId, to: 'nic0' as FunctionId, label: null },
      ],
      placements: [
        { about: 'gpu0' as FunctionId, dx: 5, dy: 0, pinned: true, collapsed: false, locked: true },
      ],
      workload: {
        groups: [],
        scatterlists: [],
        flows: [
          {
            id: 'f0' as never,
            label: null,
            from: { kind: 'function', id: 'gpu0' as FunctionId },
            to: { kind: 'function', id: 'gpu1' as FunctionId },
            operation: 'write',
            by: null,
            bothWays: false,
            sizeBytes: null,
            queueDepth: null,
            rateBytesPerSecond: null,
          },
        ],
      },
    }));
}

const cut = (machine: Machine, ...ids: readonly string[]) =>
  cutOut(machine, ids as readonly FunctionId[]);
const whole = (machine: Machine, ...ids: readonly string[]) => cut(machine, ...ids) as Fragment;
const isSound = (machine: Machine) =>
  expect(validate(machine).filter(({ severity }) => severity === 'error')).toEqual([]);

function put(machine: Machine, fragment: Fragment, to: Parent | SocketId | null): Machine {
  const change = { kind: 'insert', fragment, to } as const;
  expect(canApply(machine, change)).toBe(null);
  const after = applyChanges(machine, [change]);
  isSound(after);
  return after;
}

describe('cutting out', () => {
  test.each([
    [['gpu0'], ['gpu0'], []],
    [['gpu1', 'gpu0'], ['gpu0', 'gpu1'], []],
    [['sw0', 'gpu0'], ['sw0'], []],
    [['rp0'], ['sw0'], []],
    [['s0'], ['nic0'], []],
    [['vmd0/domain'], ['vmd0'], []],
    [['h0', 'gpu0'], [], ['h0']],
    [['socket0'], [], ['h0']],
  ])('%j takes %j and %j', (ids, devices, hosts) => {
    const fragment = whole(server().raw, ...ids);
    expect([fragment.devices, fragment.hosts]).toEqual([devices, hosts]);
    isSound(fragment.machine);
  });

  test('ports of a switch alone, free root ports and what is not there are nothing', () => {
    const { raw } = server();
    const port = raw.functions.find(({ type }) => type === 'downstream')?.id ?? '';
    expect(cut(raw, port)).toBe(null);
    expect(cut(new Drawing().host('h0').put('rp0', 'port', 'h0').raw, 'rp0')).toBe(null);
    expect(cut(raw, 'gone')).toBe(null);
    expect(cut(raw)).toBe(null);
  });

  test('takes along what is said among the parts, and no more', () => {
    const { machine } = whole(server().raw, 'sw0');
    expect(machine.notes.map(({ text }) => text)).toEqual(['warm', 'long cable']);
    expect(machine.sideLinks.map(({ kind }) => kind)).toEqual(['nvlink']);
    expect(machine.workload.flows).toHaveLength(1);
    expect(whole(server().raw, 'gpu0').machine.workload.flows).toEqual([]);
  });
});

describe("a target's pipeline", () => {
  const end = (id: string) => ({ kind: 'function', id: id as FunctionId }) as const;
  const target = (through: FlowEnd | null, ...more: readonly string[]) => {
    const { raw } = server().edit((machine) => ({
      ...machine,
      workload: {
        flows: [],
        scatterlists: [],
        groups: [
          {
            id: 't' as FlowId,
            label: null,
            pattern: 'nvme-of',
            members: ['gpu0', 'gpu1', ...more].map(end),
            ...(through ? { through } : {}),
            operation: 'write',
            sizeBytes: null,
          },
        ],
      },
    }));
    return raw;
  };

  test('comes along with the memory that it goes through, not without', () => {
    const groups = (through: FlowEnd | null) =>
      whole(target(through), 'sw0').machine.workload.groups;
    expect(groups(end('gpu1'))).toHaveLength(1);
    expect(groups(end('nic0'))).toEqual([]);
    const [memory] = groups({ kind: 'memory', socket: 'socket0' as SocketId });
    expect(memory?.through).toEqual({ kind: 'memory', socket: null });
  });

  test('a copy goes through the copy', () => {
    const machine = target(end('gpu1'));
    const copied = put(machine, whole(machine, 'sw0'), parentNamed(machine, 'h0'));
    const [, copy] = copied.workload.groups;
    expect(copy?.members).toHaveLength(2);
    expect(copy?.through).toEqual(copy?.members[1]);
    expect(copy?.through).not.toEqual(end('gpu1'));
  });

  test('loses removed memory, and goes with its NIC', () => {
    const left = (machine: Machine, device: string) =>
      applyChanges(machine, [{ kind: 'remove', device: device as FunctionId }]).workload.groups;
    const [without] = left(target(end('nic0')), 'nic0');
    expect(without?.members).toHaveLength(2);
    expect(without && 'through' in without).toBe(false);
    expect(left(target(end('gpu1'), 'nvme0'), 'gpu0')).toEqual([]);
  });
});

describe('putting in', () => {
  test('a subtree gets ids and names of its own, and what was said of it', () => {
    const { raw } = server();
    const after = put(raw, whole(raw, 'sw0'), parentNamed(raw, 'h0'));
    const fresh = after.functions.filter((fn) => !raw.functions.includes(fn));
    expect(fresh.map(({ label }) => label).filter(Boolean)).toEqual(['sw1', 'gpu2', 'gpu3']);
    expect(after.notes.map(({ about, on, text }) => [about, on, text]).slice(-2)).toEqual([
      ['gpu2', undefined, 'warm'],
      ['gpu3', 'link', 'long cable'],
    ]);
    expect(after.sideLinks.at(-1)).toMatchObject({ from: 'gpu2', to: 'gpu3' });
    expect(after.workload.flows.at(-1)).toMatchObject({ from: { id: 'gpu2' }, to: { id: 'gpu3' } });
    expect(after.placements.at(-1)).toMatchObject({
      about: 'gpu2',
      dx: 5,
      pinned: true,
      locked: false,
    });
  });

  test('into another document keeps names that are free there', () => {
    const other = new Drawing().host('h0').put('rp0', 'port', 'h0').put('gpu0', 'gpu', 'rp0').raw;
    const after = put(other, whole(server().raw, 'gpu0', 'nic0'), parentNamed(other, 'h0'));
    expect(after.functions.flatMap(({ label }) => label ?? [])).toEqual([
      'rp0',
      'gpu0',
      'gpu1',
      'nic0',
    ]);
  });

  test('a VMD comes with its domain and a number of its own', () => {
    const { raw } = server();
    const after = put(raw, whole(raw, 'vmd0'), parentNamed(raw, 'h0'));
    expect(after.hostBridges.map(({ domain, vmdFunction }) => [domain, vmdFunction])).toEqual([
      [0, null],
      [0x10000, 'vmd0'],
      [0x10001, 'vmd1'],
    ]);
    expect(after.functions.some(({ label }) => label === 'nvme1')).toBe(true);
  });

  test('a socket and a host bridge stand as sockets of their own, with their nodes', () => {
    const { raw } = server();
    const two = put(raw, whole(raw, 'socket0'), null);
    const three = put(two, whole(two, 'h0'), null);
    expect(three.sockets.length).toBe(3);
    expect(three.hostBridges.map(({ socket, label }) => [socket, label])).toEqual([
      ['socket0', 'h0'],
      ['socket0', null],
      [three.sockets[1]?.id, 'h1'],
      [three.sockets[1]?.id, null],
      [three.sockets[2]?.id, 'h2'],
      [three.sockets[2]?.id, null],
    ]);
    expect(settle(three).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the first host bridge of a document brings CPU and IOMMU', () => {
    const after = put(blankMachine('drawn', 'new'), whole(server().raw, 'h0'), null);
    expect(after.settings.cpu).toMatchObject({ vendor: 'AuthenticAMD' });
    const joined = put(after, whole(server().raw, 'h0'), after.sockets[0]?.id ?? null);
    expect(joined.sockets).toHaveLength(1);
  });

  test('functions of a captured card stay one device', () => {
    const captured = new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rootPort('00:01.0', '01')
      .rootPort('00:02.0', '02')
      .endpoint('01:00.0')
      .endpoint('01:00.1')
      .build();
    const to = { kind: 'function', id: id('00:02.0') } as const;
    const after = put(captured, whole(captured, id('01:00.0')), to);
    const [device, ...others] = devicesBelow(familyOf(after), to.id);
    expect([device?.length, others]).toEqual([2, []]);
    const numbers = settle(after).machine.functions.filter(
      ({ parent }) => parent !== 'unknown' && parent.id === to.id,
    );
    expect(
      numbers.map(({ address }) => [address?.bus, address?.device, address?.function]),
    ).toEqual([
      [2, 0, 0],
      [2, 0, 1],
    ]);
  });

  test.each([
    ['gpu0', null, 'A device needs a place in the tree.'],
    ['gpu0', 'socket0', 'Only host bridges are put into a socket.'],
    ['socket0', 'socket0', 'A socket cannot be inside a socket.'],
    ['h0', 'gone', 'There is no socket gone.'],
  ])('of %s into %s is refused', (part, to, text) => {
    const { raw } = server();
    const fragment = whole(raw, part);
    expect(canApply(raw, { kind: 'insert', fragment, to: to as SocketId | null })?.text).toBe(text);
  });
});
