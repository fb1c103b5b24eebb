import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { blankMachine } from '../model/blank.ts';
import type { FunctionId, HostBridgeId, NoteId, SlotId, SocketId } from '../model/ids.ts';
import { linkRate } from '../model/linkState.ts';
import type { Machine } from '../model/machine.ts';
import { validate } from '../model/validate.ts';
import { applyChanges } from './applyChanges.ts';
import { canApply } from './canApply.ts';
import type { Change } from './change.ts';
import { Drawing } from './drawing.testkit.ts';
import { settle } from './settle.ts';

const blank = () => blankMachine('drawn', 'new');

function changed(machine: Machine, ...changes: readonly Change[]): Machine {
  const after = applyChanges(machine, changes);
  expect(validate(after).filter(({ severity }) => severity === 'error')).toEqual([]);
  return after;
}

const platform = (part: string, socket: string | null = null): Change => ({
  kind: 'add-host',
  part,
  socket: socket as SocketId | null,
  label: null,
});

describe('a host bridge', () => {
  test('opens a new socket, and the first one says CPU and IOMMU', () => {
    const machine = changed(blank(), platform('milan'), platform('ice-lake-sp'));
    expect(machine.sockets).toEqual([
      { id: 'socket0', label: null, numaNode: 0, model: null },
      { id: 'socket1', label: null, numaNode: 1, model: null },
    ]);
    expect(
      machine.hostBridges.map(({ label, socket, numaNode }) => [label, socket, numaNode]),
    ).toEqual([
      ['h0', 'socket0', 0],
      ['h1', 'socket1', 1],
    ]);
    expect(machine.settings.cpu).toMatchObject({ vendor: 'AuthenticAMD' });
    expect(machine.settings.iommu).toBe('amd');
    expect(
      machine.functions.filter(({ parent }) => parent !== UNKNOWN && parent.id === 'h0'),
    ).not.toEqual([]);
  });

  test('in a new socket is linked to the last one, and the link goes with it', () => {
    const machine = changed(blank(), platform('milan'), platform('milan'), platform('milan'));
    const link = { bytesPerSecond: null, latencyNs: null };
    expect(machine.socketLinks).toEqual([
      { from: 'socket0', to: 'socket1', ...link },
      { from: 'socket1', to: 'socket2', ...link },
    ]);
    const whole = 'socket2' as SocketId;
    const less = changed(machine, { kind: 'remove-whole', whole });
    expect(less.socketLinks).toEqual([{ from: 'socket0', to: 'socket1', ...link }]);
    // Of a captured machine the input would say it.
    const captured = { ...machine, origin: 'captured' as const };
    expect(applyChanges(captured, [platform('milan')]).socketLinks).toHaveLength(2);
  });

  test('joins a socket, and leaves a CPU that is known alone', () => {
    const cpu = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;
    const start = { ...blank(), settings: { ...blank().settings, cpu } };
    const machine = changed(start, platform('milan'), platform('milan', 'socket0'));
    expect(machine.sockets).toHaveLength(1);
    expect(machine.hostBridges.map(({ socket }) => socket)).toEqual(['socket0', 'socket0']);
    expect(machine.settings.cpu).toBe(cpu);
  });

  test('gets numbers and takes parts like any other', () => {
    const to = { kind: 'host', id: 'h0' as HostBridgeId } as const;
    const machine = changed(blank(), platform('host'), {
      kind: 'add',
      part: 'gpu',
      to,
      label: null,
    });
    const settled = settle(machine);
    expect(settled.problems).toEqual([]);
    expect(settled.machine.functions.filter(({ address }) => address === null)).toEqual([]);
  });

  test.each([
    [platform('gpu'), 'Generic GPU is no platform.'],
    [platform('toaster'), 'The catalogue has no part toaster.'],
    [platform('host', 'socket7'), 'There is no socket socket7.'],
  ])('%j is refused', (change, text) => {
    expect(canApply(blank(), change)?.text).toBe(text);
  });
});

const slotted = () =>
  new Drawing()
    .host('h0', 'host', 'socket0')
    .put('rp0 rp1', 'port', 'h0')
    .put('sw0', 'switch', 'rp0')
    .put('gpu0', 'gpu', 'rp1');

const onto = (part: string, to: string): Change => ({
  kind: 'add-slot',
  part,
  to:
    to === 'h0'
      ? { kind: 'host', id: to as HostBridgeId }
      : { kind: 'function', id: to as FunctionId },
  label: null,
});

const widthOf = (machine: Machine, id: string) => {
  const fn = machine.functions.find((each) => each.id === id);
  return fn && linkRate(fn, 'current')?.width;
};

describe('a slot', () => {
  test('on a port takes what is plugged in there, over as many lanes as it has', () => {
    const machine = changed(slotted().raw, onto('x4', 'rp1'));
    expect(machine.slots).toEqual([
      { id: 'slot0', label: 'slot0', ports: ['rp1'], lanes: 4, bifurcation: null, riser: null },
    ]);
    expect(machine.functions.find(({ id }) => id === 'gpu0')?.slot).toBe('slot0');
    expect([widthOf(machine, 'rp1'), widthOf(machine, 'gpu0')]).toEqual([4, 4]);
  });

  test('on a host bridge or switch gets a port of its own', () => {
    const machine = changed(slotted().raw, onto('x8', 'h0'), onto('x16', 'sw0'));
    const ports = machine.slots.map(({ ports: [port] }) =>
      machine.functions.find(({ id }) => id === port),
    );
    expect(ports.map((port) => port?.type)).toEqual(['root-port', 'downstream']);
    expect(ports.map((port) => port && widthOf(machine, port.id))).toEqual([8, 16]);
    const to = { kind: 'host', id: 'h0' as HostBridgeId } as const;
    const filled = changed(machine, { kind: 'add', part: 'gpu', to, label: 'gpu1' });
    const gpu = filled.functions.find(({ label }) => label === 'gpu1');
    expect([gpu?.slot, gpu && widthOf(filled, gpu.id)]).toEqual(['slot0', 8]);
  });

  test('that can only be divided in one way is', () => {
    const machine = changed(slotted().raw, onto('carrier-4m2', 'h0'));
    expect(machine.slots[0]).toMatchObject({ bifurcation: [4, 4, 4, 4], lanes: 16 });
    expect(machine.slots[0]?.ports.map((port) => widthOf(machine, port))).toEqual([4, 4, 4, 4]);
  });

  test('has lanes and a riser that can be said', () => {
    const machine = changed(slotted().raw, onto('x16', 'rp1'));
    const slot = 'slot0' as SlotId;
    const said = changed(machine, { kind: 'slot', slot, lanes: 8, riser: 'long cable' });
    expect(said.slots[0]).toMatchObject({ lanes: 8, riser: 'long cable' });
    const divided = changed(machine, { kind: 'bifurcate', slot, lanes: [8, 8] });
    const fewer = { kind: 'slot', slot, lanes: 8, riser: null } as const;
    expect(canApply(divided, fewer)?.text).toBe('slot0 is divided into 8x8, which takes 16 lanes.');
    expect(canApply(machine, { ...fewer, lanes: 7 })?.text).toBe(
      'A slot has 1, 2, 4, 8, 12, 16 or 32 lanes.',
    );
  });

  test('is taken away alone', () => {
    const machine = changed(slotted().raw, onto('x16', 'rp1'));
    const without = changed(machine, { kind: 'remove-whole', whole: 'slot0' as SlotId });
    expect(without.slots).toEqual([]);
    expect(without.functions.find(({ id }) => id === 'gpu0')?.slot).toBe(null);
  });
});

describe('removing', () => {
  test('a host bridge takes everything on it, a socket its host bridges and links', () => {
    const drawing = slotted()
      .host('h1', 'host', 'socket1')
      .put('rp2', 'port', 'h1')
      .put('nic0', 'nic', 'rp2')
      .edit((machine) => ({
        ...machine,
        socketLinks: [
          {
            from: 'socket0' as SocketId,
            to: 'socket1' as SocketId,
            bytesPerSecond: null,
            latencyNs: null,
          },
        ],
        notes: [{ id: 'n0' as NoteId, about: 'socket1' as SocketId, text: 'the far one' }],
        workload: {
          groups: [],
          scatterlists: [],
          flows: [
            {
              id: 'f0' as never,
              label: null,
              from: { kind: 'function', id: 'gpu0' as FunctionId },
              to: { kind: 'memory', socket: 'socket1' as SocketId },
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
    const noHost = changed(drawing.raw, { kind: 'remove-whole', whole: 'h1' as HostBridgeId });
    expect(noHost.functions.some(({ label }) => label === 'nic0')).toBe(false);
    expect([noHost.sockets.length, noHost.notes.length]).toEqual([2, 1]);
    const noSocket = changed(drawing.raw, { kind: 'remove-whole', whole: 'socket1' as SocketId });
    expect(noSocket.hostBridges.map(({ id }) => id)).toEqual(['h0']);
    expect([noSocket.sockets.length, noSocket.socketLinks, noSocket.notes]).toEqual([1, [], []]);
    expect(noSocket.workload.flows).toEqual([]);
  });

  test('the domain of a VMD alone is refused', () => {
    const machine = new Drawing().host('h0').put('vmd0', 'vmd', 'h0').raw;
    const whole = machine.hostBridges[1]?.id as HostBridgeId;
    expect(canApply(machine, { kind: 'remove-whole', whole })).toMatchObject({
      text: 'vmd0 holds host bridge 10000:00, which goes with it.',
      hint: 'Remove vmd0.',
    });
  });
});

test('a driver is bound to several functions', () => {
  const machine = slotted().raw;
  const functions = ['gpu0' as FunctionId, 'sw0' as FunctionId];
  const bound = changed(machine, { kind: 'driver', functions, driver: 'vfio-pci' });
  expect(functions.map((id) => bound.functions.find((fn) => fn.id === id)?.driver)).toEqual([
    'vfio-pci',
    'vfio-pci',
  ]);
  expect(canApply(machine, { kind: 'driver', functions, driver: 'two words' })?.text).toBe(
    'The name of a driver is one word.',
  );
});
