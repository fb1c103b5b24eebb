import { problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine, Slot } from '../../model/machine.ts';
import { partName } from '../partName.ts';
import type { ChangeKind } from './changeKind.ts';
import { devicesBelow, familyOf, functionOf } from './family.ts';
import { freeIds } from './freeIds.ts';
import { insertBelow } from './insertBelow.ts';
import { newPort } from './newPort.ts';
import { withoutParts } from './withoutParts.ts';
import { withWidths } from './withWidths.ts';

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
