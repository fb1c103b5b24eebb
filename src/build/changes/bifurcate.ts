import { problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId, SlotId } from '../../model/ids.ts';
import { linkRate } from '../../model/linkState.ts';
import type { Machine, Slot } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { isAsThePart } from '../ableLink.ts';
import { partName } from '../partName.ts';
import type { ChangeKind } from './changeKind.ts';
import { devicesBelow, familyOf, functionOf } from './family.ts';
import { freeIds } from './freeIds.ts';
import { insertBelow } from './insertBelow.ts';
import { linkOf, pluggedInto, withLink } from './links.ts';
import { newPort } from './newPort.ts';
import { withoutParts } from './withoutParts.ts';

const WIDTHS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16]);

/**
 * Divides a slot's lanes; its ports get the widths in order. Ports that are missing are made beside
 * the last one, like it; empty ones beyond the last group go.
 */
export const bifurcate: ChangeKind<'bifurcate'> = {
  refuse: (machine, { slot: id, lanes }) => {
    const slot = machine.slots.find((each) => each.id === id);
    if (!slot) return problemError(`There is no slot ${id}.`, { where: id });
    const name = slot.label ?? slot.id;
    const refuse = (text: string, hint: string | null = null) =>
      problemError(text, { where: slot.id, ...(hint !== null && { hint }) });
    if (lanes.length === 0 || !lanes.every((width) => WIDTHS.has(width))) {
      return refuse('Lanes are divided into links of 1, 2, 4, 8 or 16.');
    }
    const sum = lanes.reduce((total, width) => total + width, 0);
    if (slot.lanes !== null && sum > slot.lanes) {
      return refuse(`${name} has ${slot.lanes} lanes; ${lanes.join('x')} takes ${sum}.`);
    }
    if (slot.ports.length === 0) return refuse(`No port leads to ${name}.`);
    const family = familyOf(machine);
    const [resident] = slot.ports
      .slice(lanes.length)
      .flatMap((port) => devicesBelow(family, port).flat());
    if (resident) {
      return refuse(
        `${partName(resident)} would be left without lanes.`,
        'Move it elsewhere first.',
      );
    }
    return null;
  },
  apply: (machine, { slot: id, lanes }) => {
    const slot = machine.slots.find((each) => each.id === id);
    if (!slot) throw new RangeError(`no slot ${id}`);
    const beyond = new Set(slot.ports.slice(lanes.length));
    const without =
      beyond.size === 0 ? machine : withoutParts(machine, { functions: beyond, hosts: new Set() });
    const { machine: withPorts, ports } = withMissingPorts(without, slot, lanes.length);
    return withWidths(
      {
        ...withPorts,
        slots: withPorts.slots.map((each) =>
          each.id === id ? { ...each, ports, bifurcation: lanes.length > 1 ? lanes : null } : each,
        ),
      },
      ports,
      lanes,
      id,
    );
  },
};

function withMissingPorts(
  machine: Machine,
  slot: Slot,
  count: number,
): { readonly machine: Machine; readonly ports: readonly FunctionId[] } {
  const kept = slot.ports.slice(0, count);
  const like = functionOf(familyOf(machine), kept.at(-1) as FunctionId);
  if (kept.length === count || like.parent === UNKNOWN) return { machine, ports: kept };
  const freeId = freeIds(machine);
  const { parent } = like;
  const made = Array.from({ length: count - kept.length }, (_, index) =>
    newPort(like, freeId(`${like.id}-${index + 2}`) as FunctionId, parent),
  );
  return {
    machine: insertBelow(machine, parent, made),
    ports: [...kept, ...made.map((port) => port.id)],
  };
}

/** Ports with their widths; links below them train anew. */
function withWidths(
  machine: Machine,
  ports: readonly FunctionId[],
  lanes: readonly number[],
  slot: SlotId,
): Machine {
  const widths = new Map(ports.map((port, index) => [port, lanes[index]]));
  const byId = new Map<string, PciFunction>();
  const wide = machine.functions.map((fn) => {
    const width = widths.get(fn.id);
    const set = width === undefined ? fn : withWidth(machine, fn, width);
    byId.set(fn.id, set);
    return set;
  });
  return {
    ...machine,
    functions: wide.map((fn) => {
      if (fn.parent === UNKNOWN || !widths.has(fn.parent.id as FunctionId)) return fn;
      const port = byId.get(fn.parent.id);
      return port ? { ...pluggedInto(machine, port, fn), slot: fn.slot ?? slot } : fn;
    }),
  };
}

/** A drawn port is wired so; of a captured one it is also what it can do. */
function withWidth(machine: Machine, port: PciFunction, width: number): PciFunction {
  const link = linkOf(port);
  const can = linkRate(port, 'capable');
  if (!link || !can) return port;
  if (machine.origin === 'drawn') {
    const capable = isAsThePart(port) && can.width >= width ? can : { ...can, width };
    const gts = linkRate(port, 'current')?.gts ?? can.gts;
    return withLink(port, { capable, current: { gts, width } });
  }
  const { current } = link;
  const isWider = current !== UNKNOWN && current.width !== UNKNOWN && current.width > width;
  return withLink(port, {
    capable: { ...can, width },
    current: isWider ? { ...current, width } : current,
  });
}
