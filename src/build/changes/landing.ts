import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import { hasLinkBelow } from '../../model/linkAbove.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import { partName } from '../partName.ts';
import { devicesBelow, type Family, isPort } from './family.ts';

/** How a device is joined to what is above it. */
export type Join =
  /** By a PCI Express link: it needs a port of its own. */
  | 'link'
  /** By a conventional bus. */
  | 'conventional'
  /** Part of the root complex: on a root bus, without a link. */
  | 'integrated'
  /** The input does not show it. */
  | 'unknown';

const JOINS: Readonly<Record<string, Join>> = {
  endpoint: 'link',
  'legacy-endpoint': 'link',
  upstream: 'link',
  'pcie-to-pci': 'link',
  rciep: 'integrated',
  rcec: 'integrated',
  conventional: 'conventional',
  'conventional-bridge': 'conventional',
  'pci-to-pcie': 'conventional',
};

/** How that function is joined to what is above it; `null` for ports, which belong where they are. */
export function joinOf(fn: PciFunction): Join | null {
  if (fn.type === UNKNOWN) return 'unknown';
  return JOINS[fn.type] ?? null;
}

/** Where a device ends up. */
export type Landing =
  /** Directly below a bridge or on a root bus. */
  | { readonly kind: 'place'; readonly to: Parent }
  /** Below a further port that is like this one, beside it; `like` is `null` when there is none yet. */
  | {
      readonly kind: 'new-port';
      readonly beside: Parent;
      readonly like: PciFunction | null;
    };

/**
 * Where a device lands that is put there: itself, or a free port of the switch or host bridge, or a
 * new port of it. A problem says why nothing can be there.
 *
 * @param moving what is on its way, and so does not take up a port
 */
export function landingOf(
  machine: Machine,
  family: Family,
  join: Join,
  to: Parent,
  moving: ReadonlySet<FunctionId>,
): Landing | Problem {
  if (to.kind === 'host') {
    const host = machine.hostBridges.find(({ id }) => id === to.id);
    if (!host) return problemError(`There is no host bridge ${to.id}.`, { where: to.id });
    return onHost(family, host, join, to, moving);
  }
  const target = family.byId.get(to.id);
  if (!target) return problemError(`There is no part ${to.id}.`, { where: to.id });
  return belowFunction(family, target, join, moving);
}

function onHost(
  family: Family,
  host: HostBridge,
  join: Join,
  to: Parent,
  moving: ReadonlySet<FunctionId>,
): Landing {
  if (join !== 'link') return { kind: 'place', to };
  return freeOrNewPort(family, host.id, to, 'root-port', moving);
}

function belowFunction(
  family: Family,
  target: PciFunction,
  join: Join,
  moving: ReadonlySet<FunctionId>,
): Landing | Problem {
  const name = partName(target);
  const to: Parent = { kind: 'function', id: target.id };
  const refuse = (text: string, hint: string) => problemError(text, { where: target.id, hint });
  if (target.bridge === null) {
    return refuse(`${name} is no bridge: nothing can be below it.`, 'Choose a port or a switch.');
  }
  if (join === 'integrated') {
    return refuse(
      `An integrated device is part of a root complex; it cannot be below ${name}.`,
      'Put it on a host bridge.',
    );
  }
  if (target.type === 'upstream') {
    if (join === 'conventional') {
      return refuse(
        `A conventional device has no link; it cannot be below the switch ${name}.`,
        'Put a bridge between them.',
      );
    }
    return freeOrNewPort(family, target.id, to, 'downstream', moving);
  }
  if (hasLinkBelow(target)) {
    if (join === 'conventional') {
      return refuse(
        `A conventional device has no link; it cannot be below the port ${name}.`,
        'Put a bridge between them.',
      );
    }
    const [resident] = residents(family, target.id, moving);
    if (resident) {
      return refuse(
        `${name} leads to ${partName(resident)} already; a link has one device at its end.`,
        'Choose a free port, or put a switch between them.',
      );
    }
  } else if (join === 'link' && target.type !== UNKNOWN) {
    return refuse(
      `The bus below ${name} is conventional PCI; a PCI Express device needs a link.`,
      'Choose a port or a switch.',
    );
  }
  return { kind: 'place', to };
}

function freeOrNewPort(
  family: Family,
  above: FunctionId | HostBridgeId,
  beside: Parent,
  type: 'root-port' | 'downstream',
  moving: ReadonlySet<FunctionId>,
): Landing {
  const ports = family.below(above).filter((fn) => fn.type === type);
  const free = ports.find((port) => residents(family, port.id, moving).length === 0);
  if (free) return { kind: 'place', to: { kind: 'function', id: free.id } };
  return { kind: 'new-port', beside, like: ports.at(-1) ?? null };
}

/** First functions of the devices below a port, without those on their way. */
function residents(
  family: Family,
  port: FunctionId,
  moving: ReadonlySet<FunctionId>,
): readonly PciFunction[] {
  return devicesBelow(family, port)
    .flatMap(([first]) => first ?? [])
    .filter((fn) => !moving.has(fn.id));
}

/** Is it a port that only stands for the device below it, and goes with it? */
export function isImpliedPort(machine: Machine, port: PciFunction): boolean {
  return (
    machine.origin === 'drawn' &&
    isPort(port) &&
    port.type === 'downstream' &&
    port.label === null &&
    port.fixedAddress === null &&
    port.hotplugReserve === null &&
    port.slot === null &&
    !machine.slots.some(({ ports }) => ports.includes(port.id))
  );
}
