import { describe, expect, test } from 'vitest';
import { blankMachine } from '../model/blank.ts';
import type { FunctionId, HostBridgeId, SocketId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Carried, DropPlace, DropTarget } from './carried.ts';
import { cutOut } from './cutOut.ts';
import { Drawing } from './drawing.testkit.ts';
import { dropTargets } from './dropTargets.ts';
import type { Fragment } from './fragment.ts';

const place = (name: string) => name as DropPlace;

/** A socket with two switches and a card on a port of its own; a root port in a slot is free. */
function server(): Drawing {
  return new Drawing()
    .host('h0', 'host', 'socket0')
    .put('rp0 rp1 rp2 rp3', 'port', 'h0')
    .put('sw0', 'switch', 'rp0')
    .put('sw1', 'switch', 'rp1')
    .put('gpu0 gpu1', 'gpu', 'sw0')
    .put('nic0', 'nic', 'rp2')
    .slot('s0', 'rp3', { lanes: 16 });
}

const part = (id: string, count = 1): Carried => ({ kind: 'part', part: id, count });
const devices = (...ids: readonly string[]): Carried => ({
  kind: 'devices',
  devices: ids as readonly FunctionId[],
});
const copies = (machine: Machine, ...ids: readonly string[]): Carried => ({
  kind: 'copies',
  fragment: cutOut(machine, ids as readonly FunctionId[]) as Fragment,
});

/** What a place says in one line: `✓ title | words`, `✗ reason hint`, `home`. */
function said(target: DropTarget): string {
  switch (target.kind) {
    case 'home':
      return 'home';
    case 'legal':
      return `✓ ${target.drop.title} | ${target.drop.words}`;
    case 'refused':
      return `✗ ${[target.problem.text, target.problem.hint].filter(Boolean).join(' ')}`;
  }
}

const at = (carried: Carried, name: string, machine = server().raw) =>
  said(dropTargets(machine, carried).at(place(name)));

describe('a part of the catalogue', () => {
  test.each([
    ['gpu', 1, 'rp3', '✓ add Generic GPU below rp3 | on port rp3'],
    ['gpu', 1, 's0', '✓ add Generic GPU below s0 | in s0'],
    ['gpu', 1, 'sw1', '✓ add Generic GPU below sw1 | below sw1, on a new port'],
    ['gpu', 1, 'h0', '✓ add Generic GPU below h0 | on port rp3'],
    ['gpu', 1, 'socket0', '✓ add Generic GPU below h0 | on port rp3'],
    ['gpu', 8, 'sw0', '✓ add 8 Generic GPU below sw0 | below sw0'],
    [
      'gpu',
      3,
      'rp3',
      '✗ rp3 has room for 1 of them. Choose a free port, or put a switch between them.',
    ],
    [
      'gpu',
      1,
      'rp2',
      '✗ rp2 leads to nic0 already; a link has one device at its end. Choose a free port, or put a switch between them.',
    ],
    ['gpu', 1, 'nic0', '✗ nic0 is no bridge: nothing can be below it. Choose a port or a switch.'],
    [
      'gpu',
      1,
      'sheet',
      '✗ Nothing there leads to a bus. Drop it on a port, a switch or a host bridge.',
    ],
    [
      'switch',
      1,
      'rp2',
      '✓ put Generic switch between port rp2 and nic0 | between port rp2 and nic0',
    ],
    ['switch', 1, 'sw0', '✓ add Generic switch below sw0 | below sw0, on a new port'],
    ['slot', 1, 'rp0', '✓ add Generic slot to rp0 | on port rp0'],
    ['slot', 1, 'sw1', '✓ add Generic slot to sw1 | below sw1, on a new port'],
    ['slot', 1, 'rp3', '✗ rp3 leads to a slot already: s0. Choose another port.'],
    [
      'slot',
      1,
      'gpu0',
      '✗ gpu0 is no port: no slot can be there. Choose a port, a switch or a host bridge.',
    ],
    ['port', 2, 'h0', '✓ add 2 Generic root port below h0 | as 2 ports of h0'],
    ['port', 1, 'rp3', '✗ A port belongs on a host bridge or in a switch. Put it on one of those.'],
    ['host', 1, 'sheet', '✓ add Generic x86 host | as a new socket'],
    ['host', 1, 'socket0', '✓ add Generic x86 host to socket0 | in socket0'],
    [
      'host',
      1,
      'h0',
      '✗ Generic x86 host is a host bridge; nothing can be above it. Drop it on a socket, or beside all parts for a new one.',
    ],
    ['rciep', 1, 'h0', '✓ add Generic integrated endpoint below h0 | on the bus of h0'],
    ['toaster', 1, 'h0', '✗ The catalogue has no part toaster.'],
  ])('%s × %d on %s', (id, count, name, words) => {
    expect(at(part(id, count), name)).toBe(words);
  });

  test('on a VMD lands in its domain', () => {
    const drawing = server().put('vmd0', 'vmd', 'h0');
    expect(at(part('nvme'), 'vmd0', drawing.raw)).toBe(
      '✓ add Generic NVMe drive below vmd0 | below vmd0, on a new port',
    );
    const there = drawing.put('nvme0', 'nvme', 'vmd0/domain').raw;
    expect(at(devices('nvme0'), 'vmd0', there)).toBe('home');
    expect(at(devices('nvme0'), 'sw0', there)).toMatch('✓ move nvme0 to sw0');
  });

  test('on a socket of several host bridges has to be told which', () => {
    const two = server().host('h1', 'host', 'socket0').raw;
    expect(at(part('gpu'), 'socket0', two)).toBe(
      '✗ socket0 has 2 host bridges. Choose one of its host bridges.',
    );
  });

  test('lights what would take it, in order of the tree', () => {
    expect(dropTargets(server().raw, part('gpu')).legal).toEqual([
      'socket0',
      'h0',
      'sw0',
      'sw1',
      'rp3',
      's0',
    ]);
    expect(dropTargets(server().raw, part('host')).legal).toEqual(['socket0', 'sheet']);
  });

  test('a slot that is divided takes as many as it has ports', () => {
    const machine = server().change({
      kind: 'bifurcate',
      slot: 's0' as never,
      lanes: [4, 4, 4, 4],
    }).raw;
    expect(at(part('nvme', 4), 's0', machine)).toBe('✓ add 4 Generic NVMe drive below s0 | in s0');
    expect(at(part('nvme', 5), 's0', machine)).toMatch(/^✗ s0 has room for 4 of them\./);
  });
});

describe('devices', () => {
  test.each([
    [['gpu0'], 'sw1', '✓ move gpu0 to sw1 | below sw1, on a new port'],
    [['gpu0'], 'rp3', '✓ move gpu0 to rp3 | on port rp3'],
    [['gpu0'], 's0', '✓ move gpu0 to s0 | in s0'],
    [['gpu0'], 'sw0', 'home'],
    [['gpu0'], 'gpu0', 'home'],
    [['gpu0'], 'sheet', 'home'],
    [['nic0'], 'h0', 'home'],
    [['nic0'], 'socket0', 'home'],
    [['sw0'], 'gpu1', 'home'],
    [['gpu0', 'gpu1'], 'sw1', '✓ move 2 devices to sw1 | below sw1'],
    [['gpu0', 'sw0'], 'rp3', '✓ move sw0 to rp3 | on port rp3'],
    [['gpu0', 'nic0'], 'sw0', '✓ move nic0 to sw0 | below sw0, on a new port'],
    [
      ['gpu0', 'nic0'],
      'rp3',
      '✗ rp3 has room for 1 of them. Choose a free port, or put a switch between them.',
    ],
    [
      ['rp0'],
      'h0',
      '✗ rp0 is a port of a root complex; it cannot be moved alone. Move what is below it.',
    ],
    [['gpu9'], 'h0', '✗ There is no part gpu9.'],
  ])('%j on %s', (ids, name, words) => {
    expect(at(devices(...ids), name)).toBe(words);
  });
});

describe('copies', () => {
  test.each([
    [['gpu0'], 'sw1', '✓ copy gpu0 to sw1 | below sw1, on a new port'],
    [['gpu0'], 'sw0', '✓ copy gpu0 to sw0 | below sw0, on a new port'],
    [['sw0', 'nic0'], 'h0', '✓ copy 2 parts to h0 | below h0'],
    [['h0'], 'sheet', '✓ copy h0 | beside all parts'],
    [['h0'], 'socket0', '✓ copy h0 to socket0 | in socket0'],
    [
      ['h0'],
      'rp3',
      '✗ Nothing can be above a host bridge. Drop it on a socket, or beside all parts.',
    ],
    [['socket0'], 'socket0', '✗ A socket cannot be inside a socket. Drop it beside all parts.'],
    [
      ['gpu0', 'gpu1'],
      'rp3',
      '✗ rp3 has room for 1 of the 2. Choose a free port, or put a switch between them.',
    ],
  ])('of %j on %s', (ids, name, words) => {
    const { raw } = server();
    expect(at(copies(raw, ...ids), name, raw)).toBe(words);
  });
});

describe('locks', () => {
  const locked = (about: string) =>
    server().edit((machine) => ({
      ...machine,
      placements: [
        {
          about: about as FunctionId | HostBridgeId | SocketId,
          dx: 0,
          dy: 0,
          pinned: false,
          collapsed: false,
          locked: true,
        },
      ],
    })).raw;

  test.each([
    ['sw1', part('gpu'), 'sw1', '✗ sw1 is locked. Unlock it first.'],
    ['sw1', part('gpu'), 'sw0', '✓ add Generic GPU below sw0 | below sw0, on a new port'],
    ['h0', part('gpu'), 'sw0', '✗ h0 is locked. Unlock it first.'],
    ['socket0', part('host'), 'socket0', '✗ socket0 is locked. Unlock it first.'],
    ['socket0', part('host'), 'sheet', '✓ add Generic x86 host | as a new socket'],
    ['sw0', devices('gpu0'), 'sw1', '✗ sw0 is locked. Unlock it first.'],
    ['gpu0', devices('gpu0'), 'sw1', '✗ gpu0 is locked. Unlock it first.'],
    ['nic0', part('switch'), 'rp2', '✗ nic0 is locked. Unlock it first.'],
  ])('with %s locked', (about, carried, name, words) => {
    expect(at(carried, name, locked(about))).toBe(words);
  });
});

test('on an empty machine a card is told what comes first', () => {
  const empty = blankMachine('drawn', 'New machine');
  const target = dropTargets(empty, { kind: 'part', part: 'gpu', count: 1 }).at('sheet');
  expect(target.kind === 'refused' && target.problem.text).toBe(
    'Begin with a platform: drop one here.',
  );
});
