import { UNKNOWN } from '../../base/unknown.ts';
import { makeBridge, makePort } from '../../catalogue/makeBridge.ts';
import { makeDevice } from '../../catalogue/makeDevice.ts';
import type { At } from '../../catalogue/makeFunction.ts';
import { makeVmd } from '../../catalogue/makeHost.ts';
import { makeDownstream, makeSwitch } from '../../catalogue/makeSwitch.ts';
import { makeVirtual, withVirtual } from '../../catalogue/makeVirtual.ts';
import type { SwitchPart } from '../../catalogue/part.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import { linkRate } from '../../model/linkState.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import type { ChangeKind } from './changeKind.ts';
import { devicesBelow, type Family, familyOf, isPort } from './family.ts';
import { freeIds } from './freeIds.ts';
import { inPlaceOf } from './inPlaceOf.ts';
import { isProblem } from './isProblem.ts';
import type { Placeable } from './joinOfPart.ts';
import { pluggedInto, portInUse, portLeft, trained, withLink } from './links.ts';
import { type Replacement, replacementOf } from './replacement.ts';
import { withoutParts } from './withoutParts.ts';

/**
 * Another part of the catalogue in a device's place. Ids, name, place, slot and what was said of it
 * stay, and what is below a switch or bridge; registers come from the part. Virtual functions stay as
 * far as the part can have them, a driver where a hand bound it.
 */
export const replace: ChangeKind<'replace'> = {
  refuse: (machine, change) => {
    const plan = replacementOf(machine, change);
    return isProblem(plan) ? plan : null;
  },
  apply: (machine, change) => {
    const plan = replacementOf(machine, change);
    if (isProblem(plan)) throw new RangeError(plan.text);
    return replaced(machine, plan);
  },
};

function replaced(machine: Machine, { part, device, inside }: Replacement): Machine {
  const family = familyOf(machine);
  const [head] = device;
  if (!head) return machine;
  const { heads, further } = newFunctions(machine, part, device);
  const changed = new Map<FunctionId, PciFunction>();
  const gone = new Set<FunctionId>(inside);
  device.forEach((old, index) => {
    const made = heads[index];
    const virtual = family.virtualOf(old.id);
    if (!made) {
      gone.add(old.id);
      for (const fn of virtual) gone.add(fn.id);
      return;
    }
    const kept = keptVirtual(inPlaceOf(old, made), virtual);
    changed.set(old.id, kept.physical);
    for (const fn of kept.virtual) changed.set(fn.id, fn);
    for (const fn of virtual) if (!changed.has(fn.id)) gone.add(fn.id);
  });
  if (part.kind === 'switch') changePorts(machine, family, part, head, changed);
  const beyond = heads.slice(device.length).map((fn) => ({ ...fn, slot: head.slot }));
  const last = device[Math.min(device.length, heads.length) - 1] ?? head;
  const all = machine.functions.flatMap((fn) => {
    const now = changed.get(fn.id) ?? fn;
    return fn.id === last.id ? [now, ...beyond, ...further] : [now];
  });
  const plugged = withLinkAbove(machine, { ...machine, functions: all }, head, [
    ...changed.keys(),
    ...beyond.map(({ id }) => id),
  ]);
  const hostBridges = plugged.hostBridges.map((host) =>
    host.vmdFunction === head.id && part.kind === 'vmd' ? { ...host, model: part.id } : host,
  );
  return withoutParts({ ...plugged, hostBridges }, { functions: gone, hosts: new Set() });
}

/** The part's functions that stand in the device's place, and those behind a switch that it carries. */
function newFunctions(machine: Machine, part: Placeable, device: readonly PciFunction[]) {
  const [head] = device;
  if (!head) return { heads: [], further: [] };
  const nowhere: Parent = { kind: 'host', id: '' as HostBridgeId };
  const parent = head.parent === UNKNOWN ? nowhere : head.parent;
  const { id, label, numaNode } = head;
  const made = partsOf(part, { id, parent, label, numaNode });
  const freeId = freeIds(machine);
  const ids = new Map<FunctionId, FunctionId>();
  let place = 0;
  for (const fn of made) {
    const isHead = fn.parent !== UNKNOWN && fn.parent.id === parent.id;
    const old = isHead ? device[place++] : undefined;
    ids.set(fn.id, old ? old.id : (freeId(fn.id) as FunctionId));
  }
  const renamed = made.map((fn): PciFunction => {
    const above = fn.parent === UNKNOWN ? undefined : ids.get(fn.parent.id as FunctionId);
    return {
      ...fn,
      id: ids.get(fn.id) ?? fn.id,
      parent: above === undefined ? head.parent : { kind: 'function', id: above },
    };
  });
  const isInside = (fn: PciFunction) =>
    fn.parent !== UNKNOWN && fn.parent.kind === 'function' && fn.parent.id !== parent.id;
  return {
    heads: renamed.filter((fn) => !isInside(fn)),
    further: renamed.filter(isInside),
  };
}

function partsOf(part: Placeable, at: At): readonly PciFunction[] {
  switch (part.kind) {
    case 'switch':
      return makeSwitch(part, at);
    case 'bridge':
      return [makeBridge(part, at)];
    case 'port':
      return [makePort(part, at)];
    case 'vmd':
      return makeVmd(part, at, '' as HostBridgeId).functions;
    default:
      return makeDevice(part, at);
  }
}

/** Virtual functions as far as the part can have them, made of its figures. */
function keptVirtual(physical: PciFunction, virtual: readonly PciFunction[]) {
  const { sriov } = physical;
  if (virtual.length === 0 || sriov === null) return { physical, virtual: [] };
  const most = sriov === UNKNOWN || sriov.totalVfs === UNKNOWN ? virtual.length : sriov.totalVfs;
  const kept = virtual.slice(0, most);
  const made = makeVirtual(physical, kept.length);
  return {
    physical: withVirtual(physical, kept.length),
    virtual: kept.flatMap((old, index) => {
      const fn = made[index];
      return fn ? [{ ...inPlaceOf(old, fn), address: null }] : [];
    }),
  };
}

/** A switch's ports become those of the other part; what is below them trains anew. */
function changePorts(
  machine: Machine,
  family: Family,
  part: SwitchPart,
  head: PciFunction,
  changed: Map<FunctionId, PciFunction>,
): void {
  for (const old of family.below(head.id)) {
    if (old.type !== 'downstream') continue;
    const at = { id: old.id, parent: { kind: 'function', id: head.id }, label: null } as const;
    const made = makeDownstream(part, { ...at, numaNode: old.numaNode });
    const port = wiredAs(machine, old, inPlaceOf(old, made));
    changed.set(old.id, port);
    for (const fn of devicesBelow(family, old.id).flat()) {
      changed.set(fn.id, pluggedInto(machine, port, fn));
    }
  }
}

/** Behind a port that leads to a slot are as many lanes as the board has there. */
function wiredAs(machine: Machine, old: PciFunction, port: PciFunction): PciFunction {
  const [was, can] = [linkRate(old, 'current'), linkRate(port, 'capable')];
  if (!was || !can || was.width === 0) return port;
  if (!machine.slots.some(({ ports }) => ports.includes(old.id))) return port;
  return withLink(port, { current: { gts: can.gts, width: Math.min(can.width, was.width) } });
}

/** The link above the device trains with what it is now. */
function withLinkAbove(
  before: Machine,
  after: Machine,
  head: PciFunction,
  heads: readonly FunctionId[],
): Machine {
  const { parent } = head;
  const old =
    parent !== UNKNOWN && parent.kind === 'function'
      ? familyOf(before).byId.get(parent.id)
      : undefined;
  if (!old || !isPort(old)) return after;
  const now = after.functions.find(({ id }) => id === head.id);
  if (!now) return after;
  const isCaptured = after.origin === 'captured';
  const port = isCaptured
    ? withLink(old, { current: trained(old, now) })
    : portInUse(after, portLeft(after, old, head), now);
  const device = new Set(heads);
  return {
    ...after,
    functions: after.functions.map((fn) =>
      fn.id === old.id
        ? port
        : device.has(fn.id) && fn.type !== 'downstream'
          ? pluggedInto(after, port, fn)
          : fn,
    ),
  };
}
