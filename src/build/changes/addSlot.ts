import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { SlotPart } from '../../catalogue/part.ts';
import type { SlotId } from '../../model/ids.ts';
import { linkRate } from '../../model/linkState.ts';
import type { Machine, Slot } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { partById } from '../partById.ts';
import { partName } from '../partName.ts';
import { slotName } from '../wholeName.ts';
import { bifurcate } from './bifurcate.ts';
import type { ChangeKind, ChangeOf } from './changeKind.ts';
import { familyOf, functionOf, isPort } from './family.ts';
import { freeIds } from './freeIds.ts';
import { freeLabels } from './freeLabels.ts';
import { insertBelow } from './insertBelow.ts';
import { isProblem } from './isProblem.ts';
import { madePort } from './madePort.ts';
import { noPortLeft } from './portsLeft.ts';
import { withWidths } from './withWidths.ts';

/**
 * Puts a slot of the catalogue onto a port, or onto a new port of a host bridge or switch. The port
 * is wired with as many lanes as the slot has, as far as it can; what is plugged into it sits in the
 * slot. A slot that can only be divided in one way is.
 */
export const addSlot: ChangeKind<'add-slot'> = {
  refuse: (machine, change) => {
    const part = slotPartOf(machine, change);
    return isProblem(part) ? part : null;
  },
  apply: (machine, change) => {
    const part = slotPartOf(machine, change);
    if (isProblem(part)) throw new RangeError(part.text);
    const freeId = freeIds(machine);
    const label = freeLabels(machine).wished(change.label, 'slot');
    const { machine: withPort, port } = withPortFor(
      machine,
      change,
      part.lanes.value === UNKNOWN ? 0 : part.lanes.value,
      freeId,
    );
    const slot: Slot = {
      id: freeId(label) as SlotId,
      label,
      ports: [port.id],
      lanes: part.lanes.value === UNKNOWN ? null : part.lanes.value,
      bifurcation: null,
      riser: null,
    };
    const slotted = { ...withPort, slots: [...withPort.slots, slot] };
    const lanes = onlyDivision(part);
    if (lanes) return bifurcate.apply(slotted, { kind: 'bifurcate', slot: slot.id, lanes });
    const can = linkRate(port, 'capable')?.width ?? 0;
    return withWidths(slotted, [port.id], [Math.min(slot.lanes ?? can, can)], slot.id);
  },
};

function slotPartOf(machine: Machine, { part: id, to }: ChangeOf<'add-slot'>): SlotPart | Problem {
  const part = partById(id);
  if (!part) return problemError(`The catalogue has no part ${id}.`, { where: to.id });
  const refuse = (text: string, hint: string) => problemError(text, { where: to.id, hint });
  if (part.kind !== 'slot') {
    return refuse(`${part.title} is no slot.`, 'Put it below a port or on a host bridge.');
  }
  const family = familyOf(machine);
  if (to.kind === 'host') {
    if (machine.hostBridges.some((host) => host.id === to.id)) return part;
    return problemError(`There is no host bridge ${to.id}.`, { where: to.id });
  }
  const fn = family.byId.get(to.id);
  if (!fn) return problemError(`There is no part ${to.id}.`, { where: to.id });
  if (fn.type === 'upstream') return noPortLeft(family, to) ?? part;
  if (!isPort(fn)) {
    return refuse(
      `${partName(fn)} is no port: no slot can be there.`,
      'Choose a port, a switch or a host bridge.',
    );
  }
  const slot = machine.slots.find(({ ports }) => ports.includes(fn.id));
  if (!slot) return part;
  return refuse(
    `${partName(fn)} leads to a slot already: ${slotName(slot)}.`,
    'Choose another port.',
  );
}

function withPortFor(
  machine: Machine,
  { to }: ChangeOf<'add-slot'>,
  lanes: number,
  freeId: (wish: string) => string,
): { readonly machine: Machine; readonly port: PciFunction } {
  const family = familyOf(machine);
  const target = to.kind === 'function' ? functionOf(family, to.id) : null;
  if (target && isPort(target)) return { machine, port: target };
  const type = to.kind === 'host' ? 'root-port' : 'downstream';
  const like = family.below(to.id).findLast((fn) => fn.type === type) ?? null;
  const port: PciFunction = madePort(machine, to, like, freeId, { gts: 0, width: lanes });
  return { machine: insertBelow(machine, to, [port]), port };
}

/** The only way in which the lanes can be divided, where they must be. */
function onlyDivision({ bifurcations }: SlotPart): readonly number[] | null {
  if (bifurcations.value === UNKNOWN) return null;
  const [only, ...others] = bifurcations.value;
  return only && only.length > 1 && others.length === 0 ? only : null;
}
