import { type Maybe, UNKNOWN } from '../../base/unknown.ts';
import type { SlotId } from '../../model/ids.ts';
import type { LinkRate } from '../../model/linkState.ts';
import type { Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import { familyOf, functionOf, isPort } from './family.ts';
import { insertBelow } from './insertBelow.ts';
import type { Landing } from './landing.ts';
import { idlePort, pluggedInto, portInUse } from './links.ts';
import { madePort } from './madePort.ts';

/** The place where something lands, made ready. */
export interface Spot {
  /** With the port that was made for it, if one was. */
  readonly machine: Machine;
  readonly to: Parent;
  /** The bridge above; `null` on a root bus. */
  readonly port: PciFunction | null;
  readonly slot: SlotId | null;
  readonly numaNode: Maybe<number>;
  /** Was the port made for it? Then nothing is below it. */
  readonly isNew: boolean;
}

/**
 * Makes the port that is missing, and says what the place brings.
 *
 * @param needs what is to be plugged in can do so much
 */
export function spotAt(
  machine: Machine,
  landing: Landing,
  freeId: (wish: string) => string,
  needs: LinkRate | null,
): Spot {
  if (landing.kind === 'place') return spot(machine, landing.to, portAt(machine, landing.to));
  const { beside, like } = landing;
  const port = idlePort(madePort(machine, beside, like, freeId, needs));
  const withPort = insertBelow(machine, beside, [port]);
  return { ...spot(withPort, { kind: 'function', id: port.id }, port), isNew: true };
}

function portAt(machine: Machine, to: Parent): PciFunction | null {
  return to.kind === 'function' ? functionOf(familyOf(machine), to.id) : null;
}

function spot(machine: Machine, to: Parent, port: PciFunction | null): Spot {
  const slot = port && machine.slots.find(({ ports }) => ports.includes(port.id));
  const above = port ?? machine.hostBridges.find(({ id }) => id === to.id);
  return {
    machine,
    to,
    port,
    slot: slot?.id ?? null,
    numaNode: above ? above.numaNode : UNKNOWN,
    isNew: false,
  };
}

/** A function of a device that is plugged in there. */
export function pluggedAt({ machine, to, port, slot }: Spot, fn: PciFunction): PciFunction {
  const here = { ...fn, parent: to, slot };
  return port && isPort(port) ? pluggedInto(machine, port, here) : here;
}

/** The machine with a device in that place, and all that comes along; parents first. */
export function arrived(
  { machine, to, port, isNew }: Spot,
  functions: readonly PciFunction[],
  head: PciFunction | undefined,
): Machine {
  // Who is below whom of a machine that lasts as long as this takes is not worth finding out.
  const after =
    isNew && port
      ? {
          ...machine,
          functions: machine.functions.toSpliced(
            machine.functions.indexOf(port) + 1,
            0,
            ...functions,
          ),
        }
      : insertBelow(machine, to, functions);
  if (!head || !port) return after;
  return {
    ...after,
    functions: after.functions.map((fn) => (fn.id === port.id ? portInUse(after, fn, head) : fn)),
  };
}
