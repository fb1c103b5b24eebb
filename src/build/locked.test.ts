import { describe, expect, test } from 'vitest';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import { canApply } from './canApply.ts';
import type { Change } from './change.ts';
import { cutOut } from './cutOut.ts';
import { Drawing, parentNamed } from './drawing.testkit.ts';
import type { Fragment } from './fragment.ts';
import { lockedBy } from './locked.ts';

const base = new Drawing()
  .host('h0', 'host', 'socket0')
  .put('rp0 rp1 rp2', 'port', 'h0')
  .slot('s0', 'rp1', { lanes: 16 })
  .put('sw0', 'switch', 'rp0')
  .put('gpu0', 'gpu', 'sw0')
  .put('nic0', 'nic', 'rp1')
  .put('vmd0', 'vmd', 'h0')
  .put('nvme0', 'nvme', 'vmd0/domain').raw;

function locked(...parts: readonly string[]): Machine {
  return {
    ...base,
    placements: parts.map((about) => ({
      about: about as FunctionId,
      dx: 0,
      dy: 0,
      pinned: false,
      collapsed: false,
      locked: true,
    })),
  };
}

const fn = (name: string) => name as FunctionId;
const to = (name: string) => parentNamed(base, name);

describe('who holds a part', () => {
  test.each([
    [[], 'gpu0', null],
    [['gpu0'], 'gpu0', 'gpu0'],
    [['sw0'], 'gpu0', 'sw0'],
    [['h0', 'sw0'], 'gpu0', 'sw0'],
    [['socket0'], 'gpu0', 'socket0'],
    [['gpu0'], 'sw0', null],
    [['s0'], 'nic0', 's0'],
    [['s0'], 'rp1', 's0'],
    [['rp1'], 's0', 'rp1'],
    [['vmd0'], 'nvme0', 'vmd0'],
    [['vmd0'], 'vmd0/domain', 'vmd0'],
    [['rp2'], 'nic0', null],
  ])('with %j locked, %s: %s', (locks, part, holder) => {
    expect(lockedBy(locked(...locks))(fn(part))).toBe(holder);
  });

  test('is the same whatever was asked before', () => {
    const lockOf = lockedBy(locked('h0'));
    expect(base.functions.map(({ id }) => lockOf(id))).toEqual(base.functions.map(() => 'h0'));
    expect(lockOf('socket0' as SocketId)).toBe(null);
  });
});

const gpu = cutOut(base, [fn('gpu0')]) as Fragment;
const CHANGES: readonly (readonly [lock: string, change: Change])[] = [
  ['gpu0', { kind: 'move', device: fn('gpu0'), to: to('rp2') }],
  ['rp2', { kind: 'move', device: fn('gpu0'), to: to('rp2') }],
  ['gpu0', { kind: 'remove', device: fn('gpu0') }],
  ['gpu0', { kind: 'remove', device: fn('sw0') }],
  ['rp2', { kind: 'add', part: 'gpu', to: to('rp2'), label: null }],
  ['rp2', { kind: 'link', port: fn('rp2'), capable: { gts: 8, width: 8 }, current: null }],
  ['s0', { kind: 'bifurcate', slot: 's0' as SlotId, lanes: [8, 8] }],
  ['s0', { kind: 'slot', slot: 's0' as SlotId, lanes: 8, riser: null }],
  ['rp1', { kind: 'slot', slot: 's0' as SlotId, lanes: 8, riser: null }],
  ['gpu0', { kind: 'slot-of', function: fn('gpu0'), slot: 's0' as SlotId }],
  ['s0', { kind: 'slot-of', function: fn('gpu0'), slot: 's0' as SlotId }],
  ['gpu0', { kind: 'fix-address', function: fn('gpu0'), fixed: null }],
  ['gpu0', { kind: 'resize-bar', function: fn('gpu0'), bar: 1, size: 2 ** 30 }],
  ['h0', { kind: 'host-window', host: 'h0' as HostBridgeId, window: 'memory', size: 2 ** 24 }],
  ['socket0', { kind: 'add-host', part: 'host', socket: 'socket0' as SocketId, label: null }],
  ['h0', { kind: 'add-slot', part: 'slot', to: to('h0'), label: null }],
  ['gpu0', { kind: 'remove-whole', whole: 'h0' as HostBridgeId }],
  ['s0', { kind: 'remove-whole', whole: 's0' as SlotId }],
  ['nic0', { kind: 'splice-in', part: 'switch', above: fn('nic0') }],
  ['gpu0', { kind: 'splice-out', bridge: fn('sw0') }],
  ['sw0', { kind: 'splice-out', bridge: fn('sw0') }],
  ['gpu0', { kind: 'replace', device: fn('gpu0'), part: 'nic' }],
  ['sw0', { kind: 'insert', fragment: gpu, to: to('sw0') }],
];

test.each(CHANGES)('%s locked refuses %j', (lock, change) => {
  expect(canApply(locked(lock), change)).toMatchObject({
    text: `${lock} is locked.`,
    hint: 'Unlock it first.',
  });
});

test('what has nothing to do with it goes on', () => {
  const machine = locked('sw0');
  expect(canApply(machine, { kind: 'remove', device: fn('nic0') })).toBe(null);
  const functions = [fn('gpu0')];
  expect(canApply(machine, { kind: 'driver', functions, driver: null })).toBe(null);
});
