import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import { hasLinkBelow } from '../../model/linkAbove.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';

/** Who is whose on a machine: made once for a change, by id. */
export interface Family {
  readonly byId: ReadonlyMap<FunctionId, PciFunction>;
  /** Functions directly below a bridge or on a root bus, virtual ones too, in the machine's order. */
  readonly below: (parent: FunctionId | HostBridgeId) => readonly PciFunction[];
  /** Virtual functions of a physical one. */
  readonly virtualOf: (physical: FunctionId) => readonly PciFunction[];
}

/** Machines never change: whoever asks of one that was asked of before gets the same answer. */
const FAMILIES = new WeakMap<Machine, Family>();

export function familyOf(machine: Machine): Family {
  const known = FAMILIES.get(machine);
  if (known) return known;
  const family = madeFamily(machine);
  FAMILIES.set(machine, family);
  return family;
}

function madeFamily(machine: Machine): Family {
  const byId = new Map<FunctionId, PciFunction>();
  const below = new Map<string, PciFunction[]>();
  const virtual = new Map<string, PciFunction[]>();
  const add = (map: Map<string, PciFunction[]>, key: string, fn: PciFunction) => {
    const others = map.get(key);
    if (others) others.push(fn);
    else map.set(key, [fn]);
  };
  for (const fn of machine.functions) {
    byId.set(fn.id, fn);
    if (fn.parent !== UNKNOWN) add(below, fn.parent.id, fn);
    if (fn.physfn !== null) add(virtual, fn.physfn, fn);
  }
  return {
    byId,
    below: (parent) => below.get(parent) ?? [],
    virtualOf: (physical) => virtual.get(physical) ?? [],
  };
}

/** The function of that id; that there is none is the caller's mistake. */
export function functionOf(family: Family, id: FunctionId): PciFunction {
  const fn = family.byId.get(id);
  if (!fn) throw new RangeError(`no function ${id}`);
  return fn;
}

/**
 * The devices directly below a bridge or on a root bus, each as its physical functions. Functions
 * of one number of bus and device are one device, and so is a function above 0 that leaves its
 * device number to the sibling before it. Root ports and downstream ports stand alone, even where
 * their numbers make them functions of one device: each has a link and a life of its own.
 */
export function devicesBelow(
  family: Family,
  parent: FunctionId | HostBridgeId,
): readonly (readonly PciFunction[])[] {
  const devices: PciFunction[][] = [];
  const byNumber = new Map<string, PciFunction[]>();
  let before: PciFunction[] | null = null;
  const above = family.byId.get(parent as FunctionId);
  for (const fn of family.below(parent)) {
    if (fn.physfn !== null) continue;
    const joined: PciFunction[] | null =
      isPort(fn) || isOwn(fn, before)
        ? null
        : (joins(fn, before, above) ?? sameNumber(fn, byNumber, above));
    if (joined) joined.push(fn);
    else devices.push([fn]);
    const device: PciFunction[] = joined ?? devices.at(-1) ?? [];
    if (isPort(fn)) continue;
    before = device;
    const number = deviceNumber(fn, above);
    if (number !== null) byNumber.set(number, device);
  }
  return devices;
}

/**
 * A card that was drawn by name is a device of its own, even below a port that has one already, where
 * numbering can only make it a further function of that.
 */
function isOwn(fn: PciFunction, before: readonly PciFunction[] | null): boolean {
  const model = fn.part?.model ?? null;
  if (model === null || model === 'fn' || fn.label === null) return false;
  return (fn.fixedAddress?.function ?? 0) === 0 && before?.[0]?.bridge === null;
}

/** A further function of the device before: it says so, or a part brought both along. */
function joins(
  fn: PciFunction,
  before: PciFunction[] | null,
  above: PciFunction | undefined,
): PciFunction[] | null {
  const { fixedAddress, label } = fn;
  if ((fixedAddress?.function ?? 0) > 0 && fixedAddress?.device === null) return before;
  const model = fn.part?.model ?? null;
  const isOfPart = model !== null && model === before?.[0]?.part?.model;
  const isAtLink = above !== undefined && hasLinkBelow(above);
  return isAtLink && isOfPart && label === null && fixedAddress === null ? before : null;
}

function sameNumber(
  fn: PciFunction,
  byNumber: ReadonlyMap<string, PciFunction[]>,
  above: PciFunction | undefined,
): PciFunction[] | null {
  const number = deviceNumber(fn, above);
  return number === null ? null : (byNumber.get(number) ?? null);
}

/** With alternative routing ids, device numbers at the end of a link are part of the function's. */
function deviceNumber(fn: PciFunction, above: PciFunction | undefined): string | null {
  if (fn.address === null) return null;
  const isAri = above !== undefined && hasLinkBelow(above) && fn.ari !== null && fn.ari !== UNKNOWN;
  return isAri ? 'ari' : `${fn.address.bus}:${fn.address.device}`;
}

/** The physical functions of the device that the function belongs to. */
export function deviceOf(family: Family, fn: PciFunction): readonly PciFunction[] {
  const physical = fn.physfn === null ? fn : (family.byId.get(fn.physfn) ?? fn);
  if (physical.parent === UNKNOWN) return [physical];
  const devices = devicesBelow(family, physical.parent.id);
  return devices.find((device) => device.includes(physical)) ?? [physical];
}

export interface Household {
  readonly functions: ReadonlySet<FunctionId>;
  /** Domains that a function among them holds (VMD). */
  readonly hosts: ReadonlySet<HostBridgeId>;
}

/** A device with its virtual functions and everything below it, VMD domains with what is in them. */
export function householdOf(
  machine: Machine,
  family: Family,
  device: readonly PciFunction[],
): Household {
  const functions = new Set<FunctionId>();
  const hosts = new Set<HostBridgeId>();
  const domains = machine.hostBridges.filter((host) => host.vmdFunction !== null);
  const open = [...device];
  for (let fn = open.pop(); fn; fn = open.pop()) {
    if (functions.has(fn.id)) continue;
    functions.add(fn.id);
    open.push(...family.below(fn.id), ...family.virtualOf(fn.id));
    for (const host of domains) {
      if (host.vmdFunction !== fn.id) continue;
      hosts.add(host.id);
      open.push(...family.below(host.id));
    }
  }
  return { functions, hosts };
}

/** A port that a link leads down from. */
export function isPort({ type }: PciFunction): boolean {
  return type === 'root-port' || type === 'downstream';
}

export function sameParent(a: PciFunction['parent'], b: Parent): boolean {
  return a !== UNKNOWN && a.kind === b.kind && a.id === b.id;
}
