import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { makeBridge, makePort } from '../../catalogue/makeBridge.ts';
import { makeDevice } from '../../catalogue/makeDevice.ts';
import { makeVmd } from '../../catalogue/makeHost.ts';
import { makeSwitch } from '../../catalogue/makeSwitch.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { LinkRate } from '../../model/linkState.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import { partById } from '../partById.ts';
import { familyOf } from './family.ts';
import { freeIds } from './freeIds.ts';
import { freeLabels } from './freeLabels.ts';
import { isProblem } from './isProblem.ts';
import { joinOfPart, type Placeable } from './joinOfPart.ts';
import { type Landing, landingOf } from './landing.ts';
import { madePort } from './madePort.ts';
import { noPortLeft } from './portsLeft.ts';
import { arrived, pluggedAt, spotAt } from './spot.ts';

/** A part of the catalogue on its way into a machine. */
export interface Addition {
  readonly part: Placeable;
  readonly landing: Landing;
}

/**
 * Where a part would land, or why it cannot.
 *
 * @param moving what makes room for it, and so does not take up a port
 */
export function additionOf(
  machine: Machine,
  id: string,
  to: Parent,
  moving: ReadonlySet<FunctionId> = new Set(),
): Addition | Problem {
  const part = partById(id);
  if (!part) return problemError(`The catalogue has no part ${id}.`, { where: to.id });
  if (part.kind === 'host' || part.kind === 'slot') {
    const what = part.kind === 'host' ? 'a host bridge' : 'a slot';
    return problemError(`${part.title} is ${what}; it cannot be plugged into anything.`, {
      where: to.id,
      hint:
        part.kind === 'host' ? 'Put it into a socket.' : 'Put it on a port or into a host bridge.',
    });
  }
  const family = familyOf(machine);
  if (part.kind === 'port') return portPlace(machine, part, to);
  const landing = landingOf(machine, family, joinOfPart(part), to, moving);
  if (isProblem(landing)) return landing;
  const full = landing.kind === 'new-port' ? noPortLeft(family, landing.beside) : null;
  return full ?? { part, landing };
}

/** A root port goes on a root bus, a downstream port into a switch. */
function portPlace(machine: Machine, part: Placeable, to: Parent): Addition | Problem {
  const family = familyOf(machine);
  const above = to.kind === 'function' ? family.byId.get(to.id) : undefined;
  if (to.kind === 'host' || above?.type === 'upstream') {
    return noPortLeft(family, to) ?? { part, landing: { kind: 'place', to } };
  }
  return problemError('A port belongs on a host bridge or in a switch.', {
    where: to.id,
    hint: 'Put it on one of those.',
  });
}

/** The machine with that part in it, and the function that has its name. */
export function added(
  machine: Machine,
  { part, landing }: Addition,
  wish: string | null,
): { readonly machine: Machine; readonly head: FunctionId } {
  const freeId = freeIds(machine);
  const label = freeLabels(machine).wished(wish, STEMS[part.kind] ?? part.kind);
  const spot = spotAt(machine, landing, freeId, needsOf(part));
  const { to, numaNode } = spot;
  const at = { id: freeId(label) as FunctionId, parent: to, label, numaNode };
  const parts = partsOf(spot.machine, part, at, freeId);
  const functions = parts.functions.map((fn) =>
    fn.parent === UNKNOWN || fn.parent.id !== to.id ? fn : pluggedAt(spot, fn),
  );
  const after = arrived(spot, functions, functions[0]);
  return {
    machine: { ...after, hostBridges: [...after.hostBridges, ...parts.hosts] },
    head: at.id,
  };
}

/** What the part's link can do; `null` without one, and where nobody knows. */
function needsOf(part: Placeable): LinkRate | null {
  if (!('link' in part)) return null;
  const { value } = part.link;
  return value === null || value === UNKNOWN ? null : value;
}

interface Parts {
  readonly functions: readonly PciFunction[];
  readonly hosts: readonly HostBridge[];
}

function partsOf(
  machine: Machine,
  part: Placeable,
  at: Parameters<typeof makeSwitch>[1],
  freeId: (wish: string) => string,
): Parts {
  switch (part.kind) {
    case 'port':
      return { functions: [portFor(machine, part, at, freeId)], hosts: [] };
    case 'switch':
      return { functions: makeSwitch(part, at), hosts: [] };
    case 'bridge':
      return { functions: [makeBridge(part, at)], hosts: [] };
    case 'vmd': {
      const { functions, host } = makeVmd(part, at, freeId(`${at.id}/domain`) as HostBridgeId);
      const socket = machine.hostBridges.find(({ id }) => id === at.parent.id)?.socket ?? null;
      const domain = freeDomain(machine, host.domain);
      return { functions, hosts: [{ ...host, socket, domain }] };
    }
    default:
      return { functions: makeDevice(part, at), hosts: [] };
  }
}

function portFor(
  machine: Machine,
  part: Extract<Placeable, { readonly kind: 'port' }>,
  at: Parameters<typeof makeSwitch>[1],
  freeId: (wish: string) => string,
): PciFunction {
  const isOfPlatform = machine.hostBridges.some(
    ({ id, model }) => id === at.parent.id && model !== null,
  );
  if (at.parent.kind === 'host' && !(isOfPlatform && part.id === GENERIC_PORT)) {
    return makePort(part, at);
  }
  const ports = familyOf(machine).below(at.parent.id);
  const like = ports.findLast(({ type }) => type === 'downstream') ?? null;
  return { ...madePort(machine, at.parent, like, freeId), id: at.id, label: at.label };
}

/** Linux gives each VMD the next domain; two of a machine never share one. */
export function freeDomain(machine: Pick<Machine, 'hostBridges'>, first: number): number {
  const taken = new Set(machine.hostBridges.map(({ domain }) => domain));
  let domain = first;
  while (taken.has(domain)) domain++;
  return domain;
}

/** Stands for whatever ports a platform has. */
const GENERIC_PORT = 'port';

/** Short names, as people write them: `sw0`, `rp1`. */
const STEMS: Readonly<Record<string, string>> = { switch: 'sw', port: 'rp' };
