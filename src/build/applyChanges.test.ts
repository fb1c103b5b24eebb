import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId, HostBridgeId, NoteId, ScatterlistId, SlotId } from '../model/ids.ts';
import { linkRate } from '../model/linkState.ts';
import { id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import { validate } from '../model/validate.ts';
import { ableLink } from './ableLink.ts';
import { applyChanges } from './applyChanges.ts';
import { canApply } from './canApply.ts';
import type { Change } from './change.ts';
import { Drawing, parentNamed } from './drawing.testkit.ts';
import { treeOf } from './treeOf.testkit.ts';

const fn = (name: string) => name as FunctionId;

/** Two root ports, a switch with two GPUs below the first, a drive below the second. */
function server(): Drawing {
  return new Drawing()
    .host('h0')
    .put('rp0 rp1 rp2', 'port', 'h0')
    .put('sw0', 'switch', 'rp0')
    .put('gpu0 gpu1', 'gpu', 'sw0')
    .put('nvme0', 'nvme', 'rp1');
}

function changed(drawing: Drawing, ...changes: readonly Change[]): Machine {
  const machine = applyChanges(drawing.raw, changes);
  expect(validate(machine).filter(({ severity }) => severity === 'error')).toEqual([]);
  return machine;
}

const move = (device: string, to: string, machine: Machine): Change => ({
  kind: 'move',
  device: fn(device),
  to: parentNamed(machine, to),
});

const why = (drawing: Drawing, change: Change) => canApply(drawing.raw, change)?.text ?? null;

describe('adding', () => {
  test('below a switch makes a port for each device', () => {
    expect(treeOf(server().raw)).toEqual([
      'rp0',
      ' sw0',
      '  .',
      '   gpu0',
      '  .',
      '   gpu1',
      'rp1',
      ' nvme0',
      'rp2',
    ]);
  });

  test('on a host bridge takes a free port, then makes one', () => {
    const machine = server().put('nic0 nic1', 'nic', 'h0').raw;
    expect(treeOf(machine).slice(-4)).toEqual(['rp2', ' nic0', '.', ' nic1']);
  });

  test('without a label finds a name', () => {
    const add = {
      kind: 'add',
      part: 'gpu',
      to: parentNamed(server().raw, 'sw0'),
      label: null,
    } as const;
    expect(treeOf(changed(server(), add))).toContain('   gpu2');
  });

  test('trains the link to what both ends can do', () => {
    const machine = server().link('rp2', 8, 8).put('gpu2', 'gpu', 'rp2').raw;
    const gpu = machine.functions.find((each) => each.id === 'gpu2');
    expect(gpu && linkRate(gpu, 'current')).toEqual({ gts: 8, width: 8 });
  });

  test.each([
    ['below a device', 'gpu', 'gpu0', 'gpu0 is no bridge: nothing can be below it.'],
    [
      'below a port in use',
      'gpu',
      'rp1',
      'rp1 leads to nvme0 already; a link has one device at its end.',
    ],
    ['of a part that there is not', 'toaster', 'rp2', 'The catalogue has no part toaster.'],
    [
      'of a host bridge',
      'host',
      'rp2',
      'Generic x86 host is a host bridge; it cannot be plugged into anything.',
    ],
    [
      'of an integrated device below a port',
      'rciep',
      'rp2',
      'An integrated device is part of a root complex; it cannot be below rp2.',
    ],
  ])('%s is refused', (_, part, to, text) => {
    expect(
      why(server(), { kind: 'add', part, to: parentNamed(server().raw, to), label: null }),
    ).toBe(text);
  });
});

describe('moving', () => {
  test('takes a device along with what is below it, and leaves a root port behind', () => {
    const machine = changed(server(), move('sw0', 'rp2', server().raw));
    expect(treeOf(machine)).toEqual([
      'rp0',
      'rp1',
      ' nvme0',
      'rp2',
      ' sw0',
      '  .',
      '   gpu0',
      '  .',
      '   gpu1',
    ]);
  });

  test('to a switch makes a port there; the one it stood below goes with it', () => {
    const two = server().put('sw1', 'switch', 'rp2');
    const machine = changed(two, move('gpu1', 'sw1', two.raw));
    expect(treeOf(machine)).toEqual([
      'rp0',
      ' sw0',
      '  .',
      '   gpu0',
      'rp1',
      ' nvme0',
      'rp2',
      ' sw1',
      '  .',
      '   gpu1',
    ]);
  });

  test('gives up numbers and keeps ids, names and what was said', () => {
    const settled = server().settled;
    const machine = applyChanges(settled, [move('gpu1', 'rp2', settled)]);
    const moved = machine.functions.find((each) => each.id === 'gpu1');
    expect(moved).toMatchObject({ address: null, label: 'gpu1' });
    const others = machine.functions.filter((each) => each.address === null);
    expect(others.map((each) => each.id)).toEqual(['gpu1']);
  });

  test.each([
    ['below itself', 'sw0', 'gpu0', 'sw0 cannot be moved below itself.'],
    ['below a device', 'nvme0', 'gpu0', 'gpu0 is no bridge: nothing can be below it.'],
    [
      'below a port in use',
      'gpu0',
      'rp1',
      'rp1 leads to nvme0 already; a link has one device at its end.',
    ],
    ['to where it is', 'nvme0', 'rp1', 'nvme0 is there already.'],
    ['of a root port', 'rp1', 'h0', 'rp1 is a port of a root complex; it cannot be moved alone.'],
    ['of what there is not', 'gpu9', 'rp2', 'There is no part gpu9.'],
  ])('%s is refused', (_, device, to, text) => {
    expect(why(server(), move(device, to, server().raw))).toBe(text);
  });

  test('of a virtual function alone is refused', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rootPort('00:01.0', '01')
      .rootPort('00:02.0', '02')
      .endpoint('01:00.0')
      .endpoint('01:00.1', { physfn: '01:00.0' })
      .build();
    const to = { kind: 'function', id: id('00:02.0') } as const;
    const alone = canApply(machine, { kind: 'move', device: id('01:00.1'), to });
    expect(alone?.text).toBe('0000:01:00.1 is a virtual function; it cannot be moved alone.');
    const [, , , , ...rest] = applyChanges(machine, [
      { kind: 'move', device: id('01:00.0'), to },
    ]).functions.map(({ id: each, parent }) => [each, parent]);
    expect(rest).toEqual([[id('01:00.1'), to]]);
  });
});

describe('removing', () => {
  test('takes everything below along, and what was said of it', () => {
    const about = (part: string, at: string) => ({
      id: at as NoteId,
      about: fn(part),
      text: 'mind the gap',
    });
    const drawing = server()
      .slot('s0', 'rp0')
      .edit((machine) => ({
        ...machine,
        notes: [about('gpu0', 'n0'), about('nvme0', 'n1')],
        placements: [
          { about: fn('sw0'), dx: 1, dy: 1, pinned: true, collapsed: false, locked: false },
        ],
        sideLinks: [{ kind: 'nvlink', from: fn('gpu0'), to: fn('gpu1'), label: null }],
        workload: {
          flows: [],
          groups: [],
          scatterlists: [
            {
              id: 'l0' as ScatterlistId,
              label: null,
              client: fn('nvme0'),
              entries: [{ kind: 'peer', provider: fn('gpu0'), bar: 0, offset: 0, length: 4096 }],
            },
          ],
        },
      }));
    const machine = changed(drawing, { kind: 'remove', device: fn('sw0') });
    expect(treeOf(machine)).toEqual(['rp0', 'rp1', ' nvme0', 'rp2']);
    expect(machine.notes.map((note) => note.id)).toEqual(['n1']);
    expect([machine.placements, machine.sideLinks, machine.workload.scatterlists]).toEqual([
      [],
      [],
      [],
    ]);
    expect(machine.slots).toHaveLength(1);
    const without = changed(drawing, { kind: 'remove', device: fn('rp0') });
    expect(without.slots).toEqual([]);
  });

  test('a VMD takes its domain along', () => {
    const drawing = new Drawing().host('h0').put('vmd0', 'vmd', 'h0');
    const [, domain] = drawing.raw.hostBridges;
    const there = drawing.put('rp0', 'port', domain?.id ?? '').put('nvme0', 'nvme', 'rp0');
    const machine = changed(there, { kind: 'remove', device: fn('vmd0') });
    expect(machine.hostBridges.map((host) => host.id)).toEqual(['h0']);
    expect(treeOf(machine)).toEqual([]);
  });
});

describe('a link', () => {
  test('trains anew when an end can do something else', () => {
    const machine = changed(server(), {
      kind: 'link',
      port: fn('rp0'),
      capable: { gts: 8, width: UNKNOWN },
      current: null,
    });
    const sw = machine.functions.find((each) => each.id === 'sw0');
    expect(sw && [linkRate(sw, 'capable'), linkRate(sw, 'current')]).toEqual([
      { gts: 32, width: 16 },
      { gts: 8, width: 16 },
    ]);
  });

  test('of a width that there is not is refused', () => {
    const capable = { gts: 32, width: 3 };
    expect(why(server(), { kind: 'link', port: fn('rp0'), capable, current: null })).toBe(
      'No link runs at 32 GT/s x3.',
    );
  });
});

describe('a slot', () => {
  const slot = 's0' as SlotId;
  const slotted = () => server().slot('s0', 'rp2', { lanes: 16 });

  test('is divided: its ports get the widths, missing ones are made', () => {
    const machine = changed(slotted(), { kind: 'bifurcate', slot, lanes: [8, 4, 4] });
    const [found] = machine.slots;
    expect(found?.bifurcation).toEqual([8, 4, 4]);
    const widths = found?.ports.map((port) => {
      const of = machine.functions.find((each) => each.id === port);
      return of && ableLink(machine, of)?.width;
    });
    expect(widths).toEqual([8, 4, 4]);
    const whole = applyChanges(machine, [{ kind: 'bifurcate', slot, lanes: [16] }]);
    expect(whole.slots.map(({ ports, bifurcation }) => [ports, bifurcation])).toEqual([
      [['rp2'], null],
    ]);
  });

  test.each([
    [[16, 4], 's0 has 16 lanes; 16x4 takes 20.'],
    [[5, 5], 'Lanes are divided into links of 1, 2, 4, 8 or 16.'],
  ])('is not divided into %j', (lanes, text) => {
    expect(why(slotted(), { kind: 'bifurcate', slot, lanes })).toBe(text);
  });

  test('takes a device, and lets it go', () => {
    const inside = changed(slotted(), { kind: 'slot-of', function: fn('nvme0'), slot });
    const slotOf = (machine: Machine) =>
      machine.functions.find((each) => each.id === 'nvme0')?.slot;
    expect(slotOf(inside)).toBe('s0');
    expect(
      slotOf(applyChanges(inside, [{ kind: 'slot-of', function: fn('nvme0'), slot: null }])),
    ).toBe(null);
  });
});

test('numbers set by hand stay, and go when they are taken away', () => {
  const fixed = { bus: null, device: 4, function: null };
  const machine = changed(server(), { kind: 'fix-address', function: fn('rp0'), fixed });
  expect(machine.functions.find((each) => each.id === 'rp0')?.fixedAddress).toEqual(fixed);
  const empty = { bus: null, device: null, function: null };
  const free = applyChanges(machine, [{ kind: 'fix-address', function: fn('rp0'), fixed: empty }]);
  expect(free.functions.find((each) => each.id === 'rp0')?.fixedAddress).toBe(null);
  const beyond = { ...fixed, device: 32 };
  expect(why(server(), { kind: 'fix-address', function: fn('rp0'), fixed: beyond })).toBe(
    'Device numbers go from 00 to 1f.',
  );
});

test('a BAR is resized with the memory that it shows', () => {
  const drawing = server().set('gpu0', (each) => ({
    ...each,
    bars: [
      {
        index: 1,
        kind: 'memory',
        is64bit: true,
        prefetchable: true,
        address: null,
        size: 2 ** 28,
        resizableTo: [2 ** 28, 2 ** 35],
      },
    ],
    p2pMemory: [{ bar: 1, offset: 0, size: 2 ** 28, published: false }],
  }));
  const change = { kind: 'resize-bar', function: fn('gpu0'), bar: 1, size: 2 ** 35 } as const;
  const gpu = changed(drawing, change).functions.find((each) => each.id === 'gpu0');
  expect(gpu?.p2pMemory).toEqual([{ bar: 1, offset: 0, size: 2 ** 35, published: false }]);
  expect(why(drawing, { ...change, size: 2 ** 30 })).toBe(
    'BAR 1 of gpu0 does not offer that size.',
  );
});

test('a host bridge gets address space beside that of others', () => {
  const drawing = server().host('h1');
  const give = (host: string): Change => ({
    kind: 'host-window',
    host: host as HostBridgeId,
    window: 'prefetchable',
    size: 2 ** 40,
  });
  const machine = changed(drawing, give('h0'), give('h1'));
  expect(machine.hostBridges.map((host) => host.windows)).toEqual([
    [expect.objectContaining({ cpuBase: '0x10000000000', size: '0x10000000000' })],
    [expect.objectContaining({ cpuBase: '0x20000000000' })],
  ]);
});
