import { type Problem, problemError, problemWarning } from '../base/problem.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { DeviceNumbers } from './DeviceNumbers.ts';
import type { NumberTree } from './numberTree.ts';

/**
 * What a bus lets its devices be: a root bus; a link, at whose end is one device, number 0; the bus
 * inside a switch, on which its ports sit; a conventional bus.
 */
export type BusKind = 'root' | 'link' | 'internal' | 'conventional';

/** The bus behind a bridge. */
export function busKindBehind({ type, pcie }: PciFunction): BusKind {
  switch (type) {
    case 'upstream':
      return 'internal';
    case 'pcie-to-pci':
    case 'conventional-bridge':
      return 'conventional';
    case 'unknown':
      return pcie === null ? 'conventional' : 'link';
    default:
      return 'link';
  }
}

const HOST_BRIDGE_CLASS = 0x0600;
const FUNCTIONS = 8;
/** With ARI the five bits of the device number belong to the function (PCIe base specification 6.13). */
const ARI_FUNCTIONS = 256;
const DEVICES = 32;

/** What a machine that runs already says of numbers: device × 8 + function, by place. */
export interface KeptNumbers {
  /** Functions that stay where they are. */
  readonly devfns: ReadonlyMap<number, number>;
  /** Functions that came from another bus: what they were there. */
  readonly before: ReadonlyMap<number, number>;
  /** How far behind their physical functions virtual ones are. */
  readonly virtualOffsets: ReadonlyMap<number, number>;
}

export const NOTHING_KEPT: KeptNumbers = {
  devfns: new Map(),
  before: new Map(),
  virtualOffsets: new Map(),
};

interface Wish {
  readonly device: number | null;
  readonly function: number | null;
}

/**
 * Device and function numbers of everything on one bus, as device × 8 + function; `null` where there
 * is none left. Hand-set numbers come first, in the order of the document; then the rest, in that
 * order, takes what is free:
 *
 * - on a root bus the function that stands for the host bridge is 00.0, all others are devices of
 *   their own from 1 up;
 * - at the end of a link there is one device, so all are functions of device 0: eight, or 256 where
 *   the first has ARI;
 * - inside a switch each port is a device from 0 up;
 * - on a conventional bus each is a device from 0 up;
 * - a function above 0 without a device belongs to the device of the sibling before it.
 *
 * What stays on the bus keeps its number before all that. What came from another bus keeps its device
 * number where no other has it, at the end of a link its function number.
 *
 * A number that cannot be had is told and set aside.
 */
export function numberDevices(
  kind: BusKind,
  members: readonly number[],
  { functions, virtual }: NumberTree,
  problems: Problem[],
  kept: KeptNumbers = NOTHING_KEPT,
): Map<number, number | null> {
  const numbers = new Map<number, number | null>();
  if (members.length === 0) return numbers;
  const bus = new DeviceNumbers();
  const wishes = new Map<number, Wish>();
  for (const index of members) {
    const stays = kept.devfns.get(index);
    if (stays !== undefined) numbers.set(index, bus.claim(stays));
  }
  for (const index of members) {
    const stays = kept.devfns.get(index);
    for (const each of stays === undefined ? [] : (virtual.get(index) ?? [])) {
      const number = (stays ?? 0) + (kept.virtualOffsets.get(each) ?? 0);
      if (number < ARI_FUNCTIONS) bus.claim(number);
    }
  }
  for (const index of members) {
    if (numbers.has(index)) continue;
    const fn = functions[index];
    const wish = fn ? wishOf(fn, problems) : null;
    if (wish) wishes.set(index, wish);
  }

  for (const index of members) {
    const wish = wishes.get(index);
    if (numbers.has(index) || !wish || wish.device === null) continue;
    const got =
      wish.function === null
        ? bus.freeIn(wish.device, FUNCTIONS)
        : bus.claim(wish.device * FUNCTIONS + wish.function);
    if (got === null) refuse(functions[index], wish, problems);
    else numbers.set(index, got);
  }

  const rest = members.filter((index) => !numbers.has(index));
  const first = kind === 'root' ? rest.find((index) => standsForHost(functions[index])) : undefined;
  if (first !== undefined && bus.isFree(0)) numbers.set(first, bus.claim(0));

  if (kept.before.size > 0) {
    for (const [index, got] of carriedOver(kind, rest, bus, wishes, kept)) numbers.set(index, got);
  }

  const limit = kind === 'link' && hasAri(members, functions) ? ARI_FUNCTIONS : FUNCTIONS;
  let before: number | null = null;
  for (const index of members) {
    const known = numbers.get(index);
    const fn = functions[index];
    if (known !== undefined || !fn) {
      before = known ?? before;
      continue;
    }
    const wish = wishes.get(index);
    let got: number | null = null;
    if (wish?.device === null && wish.function !== null) {
      got = asked(bus, kind, wish.function, before);
      if (got === null) refuse(fn, wish, problems);
    }
    got ??= chosen(bus, kind, limit);
    if (got === null) problems.push(full(fn, kind, limit));
    numbers.set(index, got);
    before = got ?? before;
  }
  return numbers;
}

/** Numbers of what came from another bus; functions of one device stay together. */
function carriedOver(
  kind: BusKind,
  members: readonly number[],
  bus: DeviceNumbers,
  wishes: ReadonlyMap<number, Wish>,
  { before }: KeptNumbers,
): ReadonlyMap<number, number> {
  const got = new Map<number, number>();
  const devices = new Map<number, number | null>();
  for (const index of members) {
    const old = before.get(index);
    if (old === undefined || wishes.has(index)) continue;
    const device = Math.floor(old / FUNCTIONS);
    if (!devices.has(device)) {
      const isFree = kind === 'link' || bus.isDeviceFree(device);
      const other = isFree ? device : bus.freeDevice(kind === 'root' ? 1 : 0);
      devices.set(device, kind === 'link' ? 0 : other);
    }
    const now = devices.get(device) ?? null;
    const number = now === null ? null : bus.claim(now * FUNCTIONS + (old % FUNCTIONS));
    if (number !== null) got.set(index, number);
  }
  return got;
}

/** A function number was set, the device was not. */
function asked(
  bus: DeviceNumbers,
  kind: BusKind,
  wanted: number,
  before: number | null,
): number | null {
  if (kind === 'link') return bus.claim(wanted);
  if (wanted > 0 && before !== null) return bus.claim(before - (before % FUNCTIONS) + wanted);
  const device = bus.freeDevice(kind === 'root' ? 1 : 0);
  return device === null ? null : bus.claim(device * FUNCTIONS + wanted);
}

/** Nothing was set. */
function chosen(bus: DeviceNumbers, kind: BusKind, limit: number): number | null {
  if (kind === 'link') return bus.freeIn(0, limit);
  const device = bus.freeDevice(kind === 'root' ? 1 : 0);
  return device === null ? null : bus.claim(device * FUNCTIONS);
}

function standsForHost(fn: PciFunction | undefined): boolean {
  return typeof fn?.classCode === 'number' && fn.classCode >> 8 === HOST_BRIDGE_CLASS;
}

/** ARI is the device's: its first function says so. */
function hasAri(members: readonly number[], functions: readonly PciFunction[]): boolean {
  const ari = functions[members[0] ?? -1]?.ari;
  return typeof ari === 'object' && ari !== null;
}

function wishOf({ id: where, fixedAddress }: PciFunction, problems: Problem[]): Wish | null {
  if (fixedAddress === null) return null;
  const { device, function: number } = fixedAddress;
  if (!within(device, DEVICES)) {
    problems.push(
      problemError(`${where} is to be device ${device}; a bus has devices 0 to 31.`, {
        where,
        hint: 'Give it a device number from 0 to 31.',
      }),
    );
    return null;
  }
  if (!within(number, FUNCTIONS)) {
    problems.push(
      problemError(`${where} is to be function ${number}; a device has functions 0 to 7.`, {
        where,
        hint: 'Give it a function number from 0 to 7; with ARI, later ones are written as 01.0 and up.',
      }),
    );
    return null;
  }
  return device === null && number === null ? null : { device, function: number };
}

const within = (number: number | null, count: number): boolean =>
  number === null || (Number.isInteger(number) && number >= 0 && number < count);

function refuse(fn: PciFunction | undefined, wish: Wish, problems: Problem[]): void {
  const where = fn?.id ?? '';
  const device = wish.device === null ? 'its device' : `device ${wish.device.toString(16)}`;
  const number = wish.function === null ? 'any function' : `function ${wish.function}`;
  problems.push(
    problemError(`${where} is to be ${number} of ${device}, which another part has.`, {
      where,
      hint: 'Give one of the two another number.',
    }),
  );
}

function full(fn: PciFunction, kind: BusKind, limit: number): Problem {
  const { id: where } = fn;
  if (kind !== 'link') {
    return problemError(`${where} has no number: a bus has room for 32 devices.`, {
      where,
      hint: 'Put it behind a bridge, or make it a further function of a device.',
    });
  }
  const text = `${where} has no number: a device has ${limit} functions`;
  return limit === ARI_FUNCTIONS
    ? problemError(`${text} with ARI.`, { where, hint: 'Take functions away.' })
    : problemError(`${text}, more with ARI only.`, {
        where,
        hint: 'Give its first function ARI, or plug it in elsewhere.',
      });
}

/** Devices at the far end of a link that nobody looks for: there is but device 0 without ARI. */
export function beyondLink(fn: PciFunction, devfn: number): Problem {
  return problemWarning(
    `${fn.id} is device ${Math.floor(devfn / FUNCTIONS)} at the end of a link, where only device 0 is looked for.`,
    { where: fn.id, hint: 'Give it device 0, or its first function ARI.' },
  );
}
