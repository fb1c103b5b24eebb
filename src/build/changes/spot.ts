import { type Maybe, UNKNOWN } from '../../base/unknown.ts';
import type { SlotId } from '../../model/ids.ts';
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
}

/** Makes the port that is missing, and says what the place brings. */
export function spotAt(machine: Machine, landing: Landing, freeId: (wish: string) => string): Spot {
  if (landing.kind === 'place') return spot(machine, landing.to);
  const { beside, like } = landing;
  const port = idlePort(madePort(machine, beside, like, freeId));
  const withPort = insertBelow(machine, beside, [port]);
  return spot(withPort, { kind: 'function', id: port.id });
}

function spot(machine: Machine, to: Parent): Spot {
  const port = to.kind === 'function' ? functionOf(familyOf(machine), to.id) : null;
  const slot = port && machine.slots.find(({ ports }) => ports.includes(port.id));
  const host = machine.hostBridges.find(({ id }) => id === to.id);
  return {
    machine,
    to,
    port,
    slot: slot?.id ?? null,
    numaNode: port ? port.numaNode : (host?.numaNode ?? UNKNOWN),
  };
}

/** A function of a device that is plugged in there. */
export function pluggedAt({ machine, to, port, slot }: Spot, fn: PciFunction): PciFunction {
  const here = { ...fn, parent: to, slot };
  return port && isPort(port) ? pluggedInto(machine, port, here) : here;
}

/** The machine with a device in that place, and all that comes along; parents first. */
export function arrived(
  { machine, to, port }: Spot,
  functions: readonly PciFunction[],
  head: PciFunction | undefined,
): Machine {
  const after = insertBelow(machine, to, functions);
  if (!head || !port) return after;
  return {
    ...after,
    functions: after.functions.map((fn) => (fn.id === port.id ? portInUse(fn, head) : fn)),
  };
}
