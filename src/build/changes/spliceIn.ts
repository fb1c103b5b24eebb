import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { BridgePart, SwitchPart } from '../../catalogue/part.ts';
import type { Machine } from '../../model/machine.ts';
import { partById } from '../partById.ts';
import { partName } from '../partName.ts';
import { type Addition, added, additionOf } from './addition.ts';
import type { ChangeKind, ChangeOf } from './changeKind.ts';
import { sameParent } from './family.ts';
import { freedPort } from './freedPort.ts';
import { isProblem } from './isProblem.ts';
import type { Join } from './landing.ts';
import { type Mover, move, moverOf } from './move.ts';
import { takesBelow } from './takesBelow.ts';

/**
 * Puts a switch or bridge of the catalogue between a device and what is above it: it takes the
 * device's place there, and the device goes below it.
 */
export const spliceIn: ChangeKind<'splice-in'> = {
  refuse: (machine, change) => {
    const plan = planOf(machine, change);
    return isProblem(plan) ? plan : null;
  },
  apply: (machine, change) => {
    const plan = planOf(machine, change);
    if (isProblem(plan)) throw new RangeError(plan.text);
    const { machine: between, head } = added(
      freedPort(machine, plan.mover.fn),
      plan.addition,
      null,
    );
    const to = { kind: 'function', id: head } as const;
    return move.apply(between, { kind: 'move', device: plan.mover.fn.id, to });
  },
};

interface Plan {
  readonly addition: Addition;
  readonly mover: Mover;
}

function planOf(machine: Machine, { part: id, above }: ChangeOf<'splice-in'>): Plan | Problem {
  const part = partById(id);
  if (!part) return problemError(`The catalogue has no part ${id}.`, { where: above });
  if (part.kind !== 'switch' && part.kind !== 'bridge') {
    return problemError(`${part.title} has nothing below it; it cannot stand between two parts.`, {
      where: above,
      hint: 'Choose a switch or a bridge.',
    });
  }
  const mover = moverOf(machine, above);
  if (isProblem(mover)) return mover;
  const { fn, heads, join } = mover;
  if (fn.parent === UNKNOWN) {
    return problemError(`Nobody knows what is above ${partName(fn)}.`, {
      where: fn.id,
      hint: 'Move it to a port first.',
    });
  }
  const addition = additionOf(machine, part.id, fn.parent, heads);
  if (isProblem(addition)) return addition;
  const { landing } = addition;
  if (landing.kind !== 'place' || !sameParent(fn.parent, landing.to)) {
    return problemError(`${part.title} needs a port; ${partName(fn)} sits on a bus.`, {
      where: fn.id,
      hint: 'Choose another part.',
    });
  }
  return notBelow(part, join, mover) ?? { addition, mover };
}

/** Why a device cannot be below that part. */
function notBelow(part: SwitchPart | BridgePart, join: Join, { fn }: Mover): Problem | null {
  if (takesBelow(part, join)) return null;
  const name = partName(fn);
  const text =
    join === 'integrated'
      ? `${name} is part of a root complex; nothing can stand above it.`
      : join === 'link'
        ? `The bus below ${part.title} is conventional PCI; ${name} needs a link.`
        : `${name} is a conventional device: it has no link, as ${part.title} offers.`;
  const hint = join === 'integrated' ? 'Choose another device.' : 'Choose another part.';
  return problemError(text, { where: fn.id, hint });
}
