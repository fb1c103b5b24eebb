import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { FunctionId, HostBridgeId, SlotId, SocketId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent } from '../model/pciFunction.ts';
import { validate } from '../model/validate.ts';
import { machines } from '../store/randomMachine.testkit.ts';
import { applyChanges } from './applyChanges.ts';
import { canApply } from './canApply.ts';
import type { Change } from './change.ts';
import { cutOut } from './cutOut.ts';
import { Drawing } from './drawing.testkit.ts';
import type { Fragment } from './fragment.ts';
import { settle } from './settle.ts';

const PARTS = CATALOGUE.filter(({ kind }) => kind !== 'host').map(({ id }) => id);
const partsOf = (...kinds: readonly string[]) =>
  CATALOGUE.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
const PLATFORMS = partsOf('host');
const SLOTS = partsOf('slot');
const BETWEEN = partsOf('switch', 'bridge');
const KINDS: readonly Change['kind'][] = [
  'move',
  'move',
  'move',
  'add',
  'add',
  'remove',
  'link',
  'bifurcate',
  'fix-address',
  'slot-of',
  'resize-bar',
  'cpu',
  'host-window',
  'add-host',
  'add-slot',
  'slot',
  'remove-whole',
  'splice-in',
  'splice-in',
  'splice-out',
  'splice-out',
  'replace',
  'replace',
  'insert',
  'driver',
];

const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  device: fc.nat(200),
  to: fc.nat(200),
  part: fc.constantFrom(...PARTS),
  width: fc.constantFrom(0, 1, 4, 8, 16),
  number: fc.nat(40),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A change of parts that the machine has, legal or not. */
function changeOf(
  machine: Machine,
  { kind, device, to, part, width, number }: Step,
): Change | null {
  const pick = <Thing>(things: readonly Thing[], at: number) => things[at % things.length];
  const fn = pick(machine.functions, device);
  const places: readonly Parent[] = [
    ...machine.functions.map(({ id }): Parent => ({ kind: 'function', id })),
    ...machine.hostBridges.map(({ id }): Parent => ({ kind: 'host', id })),
  ];
  const place = pick(places, to);
  const host = pick(machine.hostBridges, to);
  const slot = pick(machine.slots, to);
  const socket = pick(machine.sockets, to)?.id ?? null;
  if (!fn || !place || !host) return null;
  const { id } = fn;
  const ofKind = (ids: readonly string[]) => pick(ids, device) ?? part;
  const label = number % 2 ? null : `part${number}`;
  switch (kind) {
    case 'move':
      return { kind, device: id, to: place };
    case 'add':
      return { kind, part, to: place, label };
    case 'remove':
      // One in four: otherwise little is left to change.
      return number % 4 === 0 ? { kind, device: id } : null;
    case 'link':
      return { kind, port: id, capable: { gts: 16, width }, current: null };
    case 'bifurcate':
      return slot ? { kind, slot: slot.id, lanes: Array(1 + (number % 4)).fill(width) } : null;
    case 'fix-address':
      return { kind, function: id, fixed: { bus: null, device: number, function: number % 9 } };
    case 'slot-of':
      return { kind, function: id, slot: number % 2 ? null : (slot?.id ?? ('none' as SlotId)) };
    case 'resize-bar':
      return { kind, function: id, bar: number % 6, size: 2 ** number };
    case 'cpu':
      return { kind, cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: number } };
    case 'host-window':
      return {
        kind,
        host: host.id,
        window: number % 2 ? 'memory' : 'prefetchable',
        size: 2 ** number,
      };
    case 'add-host':
      return { kind, part: ofKind(PLATFORMS), socket: number % 3 ? null : socket, label };
    case 'add-slot':
      return { kind, part: ofKind(SLOTS), to: place, label };
    case 'slot':
      return slot ? { kind, slot: slot.id, lanes: width || null, riser: null } : null;
    case 'remove-whole':
      // Seldom, likewise.
      if (number % 8 !== 0) return slot ? { kind, whole: slot.id } : null;
      return { kind, whole: number % 16 ? host.id : (socket ?? host.id) };
    case 'splice-in':
      return { kind, part: ofKind(BETWEEN), above: id };
    case 'splice-out':
      return { kind, bridge: id };
    case 'replace':
      return { kind, device: id, part };
    case 'insert': {
      const wanted = [
        id,
        ...(number % 5 === 0 ? [host.id] : []),
        ...(socket && number % 7 === 0 ? [socket] : []),
      ];
      const fragment = cutOut(machine, wanted);
      if (!fragment) return null;
      expect(errors(fragment.machine)).toEqual([]);
      return { kind, fragment, to: number % 4 ? place : number % 8 ? null : socket };
    }
    case 'driver':
      return { kind, functions: [id], driver: number % 2 ? null : 'vfio-pci' };
  }
}

const errors = (machine: Machine) =>
  validate(machine).filter(({ severity }) => severity === 'error');

/** Names that two parts have. */
function sameNames({ functions, hostBridges, sockets, slots }: Machine): readonly string[] {
  const seen = new Set<string>();
  return [functions, hostBridges, sockets, slots].flatMap((things) =>
    things.flatMap(({ label }) => {
      if (label === null) return [];
      if (seen.has(label)) return [label];
      seen.add(label);
      return [];
    }),
  );
}

/** Functions that stand before what is above them. */
function early(machine: Machine): readonly string[] {
  const at = new Map<string, number>(machine.functions.map(({ id }, index) => [id, index]));
  return machine.functions.flatMap(({ id, parent }, index) => {
    const above = parent !== 'unknown' && parent.kind === 'function' ? at.get(parent.id) : -1;
    return (above ?? -1) < index ? [] : [id];
  });
}

const drawn = fc.constant(
  new Drawing()
    .host('h0')
    .host('h1')
    .put('rp0 rp1 rp2', 'port', 'h0')
    .put('rp3', 'port', 'h1')
    .put('sw0', 'switch', 'rp0')
    .put('gpu0 gpu1', 'gpu', 'sw0')
    .put('nvme0', 'nvme', 'rp1')
    .put('vmd0', 'vmd', 'h1')
    .slot('s0', 'rp1', { lanes: 16 })
    .slot('s1', 'rp2 rp3', { lanes: 8 }).raw,
);

describe('any sequence of legal changes leaves a document that holds together', () => {
  test.each([
    ['drawn', drawn, 60],
    ['captured', machines, 60],
  ])('%s', (_, start, numRuns) => {
    fc.assert(
      fc.property(
        start,
        fc.array(step, { maxLength: 24 }),
        fc.boolean(),
        (first, steps, settles) => {
          let machine = first;
          for (const each of steps) {
            const change = changeOf(machine, each);
            if (!change || canApply(machine, change) !== null) continue;
            machine = applyChanges(machine, [change]);
            if (settles) {
              machine = settle(machine).machine;
              expect(settle(machine).machine, JSON.stringify(change)).toEqual(machine);
            }
            expect(errors(machine), JSON.stringify(change)).toEqual([]);
            expect(early(machine), JSON.stringify(change)).toEqual([]);
            expect(sameNames(machine), JSON.stringify(change)).toEqual([]);
          }
        },
      ),
      { numRuns },
    );
  });
});

test('what is not there is refused, not thrown', () => {
  const machine = new Drawing().host('h0').put('rp0', 'port', 'h0').raw;
  const fn = 'gone' as FunctionId;
  const slot = 'gone' as SlotId;
  const host = 'gone' as HostBridgeId;
  const to = { kind: 'host', id: host } as const;
  const fragment = cutOut(machine, ['h0' as HostBridgeId]) as Fragment;
  const changes: readonly Change[] = [
    { kind: 'move', device: fn, to },
    { kind: 'add', part: 'gpu', to, label: null },
    { kind: 'remove', device: fn },
    { kind: 'link', port: fn, capable: null, current: null },
    { kind: 'bifurcate', slot, lanes: [8, 8] },
    { kind: 'fix-address', function: fn, fixed: null },
    { kind: 'slot-of', function: fn, slot: null },
    { kind: 'resize-bar', function: fn, bar: 0, size: 1 },
    { kind: 'host-window', host, window: 'memory', size: 2 ** 24 },
    { kind: 'add-host', part: 'host', socket: 'gone' as SocketId, label: null },
    { kind: 'add-slot', part: 'slot', to, label: null },
    { kind: 'slot', slot, lanes: 8, riser: null },
    { kind: 'remove-whole', whole: host },
    { kind: 'splice-in', part: 'switch', above: fn },
    { kind: 'splice-out', bridge: fn },
    { kind: 'replace', device: fn, part: 'gpu' },
    { kind: 'insert', fragment, to },
    { kind: 'driver', functions: [fn], driver: null },
  ];
  for (const change of changes) expect(canApply(machine, change)?.severity).toBe('error');
});
