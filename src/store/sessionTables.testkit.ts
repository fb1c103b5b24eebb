import { UNKNOWN } from '../base/unknown.ts';
import type { Change } from '../build/change.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { PartKind } from '../catalogue/part.ts';
import type { Machine } from '../model/machine.ts';
import type { Parent } from '../model/pciFunction.ts';
import type { Edit, PartId } from './edit.ts';
import { partsOf } from './focusAfter.ts';

/** What a command picks by. */
export interface Choice {
  readonly command: string;
  readonly at: readonly number[];
  readonly text: string;
  readonly isOn: boolean;
}

/** One of those by its number, counted round. */
export const pick = <T>(items: readonly T[], at = 0): T | undefined => items[at % items.length];

/** One of those, or nothing where there is none. */
export function some<T>(items: readonly T[], at: number | undefined): readonly T[] {
  const item = pick(items, at);
  return item === undefined ? [] : [item];
}

/** Ids of everything that can be selected. */
export const partIds = (machine: Machine): readonly PartId[] => [...partsOf(machine)];

function placesFor(machine: Machine): readonly Parent[] {
  return [
    ...machine.hostBridges.map(({ id }): Parent => ({ kind: 'host', id })),
    ...machine.functions
      .filter(({ bridge }) => bridge !== null)
      .map(({ id }): Parent => ({ kind: 'function', id })),
  ];
}

const ofKinds = (...kinds: readonly PartKind[]): readonly string[] =>
  CATALOGUE.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);

/** Parts that are put in. */
export const DEVICES = [
  'gpu',
  'nvme',
  'nic',
  'h100',
  'connectx7',
  'pex89104',
  ...ofKinds('bridge', 'vmd', 'switch'),
];
const HOSTS = ofKinds('host');
const SLOTS = ofKinds('slot');
const WIDTHS = [1, 4, 8, 16] as const;

type Tried = (machine: Machine, choice: Choice) => readonly (Edit | null)[];

/** Edits by what people would call them. */
export const EDITS: Readonly<Record<string, Tried>> = {
  'set ACS': ({ functions }, { at: [a, b, word = 0], isOn }) => {
    const able = functions.filter(({ acs }) => acs !== null).map(({ id }) => id);
    const bits = word % 0x80;
    return [
      {
        kind: 'acs-control',
        functions: [...new Set([...some(able, a), ...some(able, b)])],
        set: isOn ? bits : 0,
        clear: isOn ? 0 : bits,
      },
    ];
  },
  'set the kernel': (_, { at: [a] }) => [
    { kind: 'kernel', kernel: pick(['5.4', '6.12', '7.0', UNKNOWN], a) ?? UNKNOWN },
  ],
  'set the command line': (_, { text, isOn }) => [
    { kind: 'cmdline', cmdline: isOn ? `iommu=pt ${text}` : UNKNOWN },
  ],
  'take words as booted': (_, { isOn }) => [
    { kind: 'acs-words', acsWords: isOn ? 'boot' : 'as-is' },
  ],
  'set the CPU': (_, { isOn }) => [
    { kind: 'cpu', cpu: isOn ? { arch: 'x86', vendor: 'AuthenticAMD', family: 25 } : UNKNOWN },
  ],
  'set the IOMMU': (_, { isOn }) => [
    isOn
      ? { kind: 'iommu', iommu: 'amd', iommuMode: 'strict' }
      : { kind: 'iommu', iommu: 'none', iommuMode: null },
  ],
  'say what a host bridge is': ({ hostBridges }, { at: [a, b = 0] }) =>
    some(hostBridges, a).map(({ id }) => ({
      kind: 'host-identity',
      host: id,
      pciId: { vendor: 0x8086, device: b % 0x10000 },
    })),
  rename: (machine, { at: [a], text, isOn }) =>
    some(partIds(machine), a).map((about) => ({ kind: 'label', about, label: isOn ? text : null })),
  'write a note': (machine, { at: [a], text, isOn }) => [
    { kind: 'note', about: isOn ? (pick(partIds(machine), a) ?? null) : null, text },
  ],
  'write a note on a link': ({ functions }, { at: [a], text }) =>
    some(functions, a).map(({ id }) => ({ kind: 'note', about: id, on: 'link', text })),
  nudge: (machine, { at: [a, b, dx = 0, dy = 0] }) => [
    {
      kind: 'nudge',
      parts: [...some(partIds(machine), a), ...some(partIds(machine), b)],
      dx: (dx % 200) - 100,
      dy: (dy % 200) - 100,
    },
  ],
  'tidy up': (machine, { at: [a], isOn }) => [
    { kind: 'tidy', parts: isOn ? null : some(partIds(machine), a) },
  ],
  'pin, collapse or lock': (machine, { at: [a, b], isOn }) => [
    {
      kind: 'keep',
      parts: [...some(partIds(machine), a)],
      // Locks are rarer than the rest: they end what can be done.
      what: pick(['pinned', 'collapsed', 'pinned', 'collapsed', 'locked'] as const, b) ?? 'pinned',
      isOn,
    },
  ],
  'name the machine': (_, { text }) => [{ kind: 'name', name: text }],
};

type Structural = (machine: Machine, choice: Choice) => readonly Change[];

/** Changes of the structure by what people would call them. */
export const CHANGES: Readonly<Record<string, Structural>> = {
  move: (machine, { at: [a, b] }) =>
    some(machine.functions, a).flatMap(({ id: device }) =>
      some(placesFor(machine), b).map((to) => ({ kind: 'move', device, to })),
    ),
  remove: ({ functions }, { at: [a] }) =>
    some(functions, a).map(({ id: device }) => ({ kind: 'remove', device })),
  add: (machine, { at: [a, b], text, isOn }) =>
    some(placesFor(machine), a).flatMap((to) =>
      some(DEVICES, b).map((part) => ({ kind: 'add', part, to, label: isOn ? text : null })),
    ),
  'add twice': (machine, { at: [a, b] }) =>
    some(placesFor(machine), a).flatMap((to) =>
      some(DEVICES, b).flatMap((part) => {
        const change = { kind: 'add', part, to, label: null } as const;
        return [change, change];
      }),
    ),
  'train a link': ({ functions }, { at: [a, b], isOn }) =>
    some(
      functions.filter(({ pcie }) => pcie !== null),
      a,
    ).map(({ id: port }) => ({
      kind: 'link',
      port,
      capable: { gts: 16, width: pick(WIDTHS, b) ?? 1 },
      current: isOn ? { gts: 8, width: 1 } : null,
    })),
  bifurcate: ({ slots }, { at: [a, b] }) =>
    some(slots, a).map(({ id: slot }) => ({
      kind: 'bifurcate',
      slot,
      lanes: pick([[16], [8, 8], [8, 4, 4], [4, 4, 4, 4]], b) ?? [16],
    })),
  'fix a number': ({ functions }, { at: [a, b = 0], isOn }) =>
    some(functions, a).map(({ id }) => ({
      kind: 'fix-address',
      function: id,
      fixed: isOn ? { bus: null, device: b % 32, function: 0 } : null,
    })),
  'put into a slot': ({ functions, slots }, { at: [a, b], isOn }) =>
    some(functions, a).map(({ id }) => ({
      kind: 'slot-of',
      function: id,
      slot: isOn ? (pick(slots, b)?.id ?? null) : null,
    })),
  'resize a BAR': ({ functions }, { at: [a, b = 0] }) => {
    const bars = functions.flatMap(({ id, bars: its }) =>
      its === UNKNOWN ? [] : its.map(({ index, resizableTo }) => ({ id, index, resizableTo })),
    );
    const able = bars.filter(({ resizableTo }) => Array.isArray(resizableTo));
    return some(able.length > 0 ? able : bars, a).map(({ id, index }) => ({
      kind: 'resize-bar',
      function: id,
      bar: index,
      size: 2 ** (26 + (b % 12)),
    }));
  },
  'widen a window': ({ hostBridges }, { at: [a, b = 0], isOn }) =>
    some(hostBridges, a).map(({ id: host }) => ({
      kind: 'host-window',
      host,
      window: isOn ? 'memory' : 'prefetchable',
      size: 2 ** (24 + (b % 12)),
    })),
  'say the CPU': (_, { isOn }) => [
    {
      kind: 'cpu',
      cpu: { arch: 'x86', vendor: isOn ? 'GenuineIntel' : 'AuthenticAMD', family: 6 },
    },
  ],
  'add a host': ({ sockets }, { at: [a, b], isOn }) =>
    some(HOSTS, a).map((part) => ({
      kind: 'add-host',
      part,
      socket: isOn ? (pick(sockets, b)?.id ?? null) : null,
      label: null,
    })),
  'add a slot': (machine, { at: [a, b] }) =>
    some(placesFor(machine), a).flatMap((to) =>
      some(SLOTS, b).map((part) => ({ kind: 'add-slot', part, to, label: null })),
    ),
  'change a slot': ({ slots }, { at: [a, b], text, isOn }) =>
    some(slots, a).map(({ id: slot }) => ({
      kind: 'slot',
      slot,
      lanes: isOn ? (pick(WIDTHS, b) ?? null) : null,
      riser: isOn ? null : text,
    })),
  'remove a host, a socket or a slot': ({ hostBridges, sockets, slots }, { at: [a] }) =>
    some([...slots, ...hostBridges, ...sockets], a).map(({ id: whole }) => ({
      kind: 'remove-whole',
      whole,
    })),
  'splice in': ({ functions }, { at: [a, b] }) =>
    some(functions, a).flatMap(({ id: above }) =>
      some(ofKinds('switch', 'bridge'), b).map((part) => ({ kind: 'splice-in', part, above })),
    ),
  'splice out': ({ functions }, { at: [a] }) =>
    some(
      functions.filter(({ bridge }) => bridge !== null),
      a,
    ).map(({ id: bridge }) => ({ kind: 'splice-out', bridge })),
  replace: ({ functions }, { at: [a, b], isOn }) => {
    const ends = functions.filter(({ type }) => type === 'endpoint' || type === 'upstream');
    return some(isOn ? ends : functions, a).flatMap(({ id: device, type }) => {
      const alike = type === 'upstream' ? ofKinds('switch') : ofKinds('gpu', 'nvme', 'nic');
      return some(isOn ? alike : DEVICES, b).map((part) => ({ kind: 'replace', device, part }));
    });
  },
  'move a device': (machine, { at: [a, b] }) => {
    const ends = machine.functions.filter(({ type }) => type === 'endpoint' || type === 'upstream');
    const wide = machine.functions.filter(({ type }) => type === 'upstream');
    const places = placesFor(machine).filter(
      ({ id, kind }) => kind === 'host' || wide.some((each) => each.id === id),
    );
    return some(ends, a).flatMap(({ id: device }) =>
      some(places, b).map((to) => ({ kind: 'move', device, to })),
    );
  },
  'bind a driver': ({ functions }, { at: [a, b], text, isOn }) => [
    {
      kind: 'driver',
      functions: [...some(functions, a), ...some(functions, b)].map(({ id }) => id),
      driver: isOn ? text : null,
    },
  ],
};
