import { type Problem, problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { makeBridge, makePort } from '../../catalogue/makeBridge.ts';
import { makeDevice } from '../../catalogue/makeDevice.ts';
import { makeVmd } from '../../catalogue/makeHost.ts';
import { makeSwitch } from '../../catalogue/makeSwitch.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { HostBridge, Machine } from '../../model/machine.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';
import type { ChangeKind, ChangeOf } from './changeKind.ts';
import { familyOf, functionOf, isPort } from './family.ts';
import { freeIds } from './freeIds.ts';
import { insertBelow } from './insertBelow.ts';
import { isProblem } from './isProblem.ts';
import { type Join, type Landing, landingOf } from './landing.ts';
import { idlePort, pluggedInto, portInUse } from './links.ts';
import { madePort } from './madePort.ts';
import { noPortLeft } from './portsLeft.ts';

/**
 * Puts a part of the catalogue in: below a free port, on a port that a switch or host bridge gets
 * for it, or on a root bus. Without a label it is called by its kind and the next free number.
 */
export const add: ChangeKind<'add'> = {
  refuse: (machine, change) => {
    const plan = planOf(machine, change);
    return isProblem(plan) ? plan : null;
  },
  apply: (machine, change) => {
    const plan = planOf(machine, change);
    if (isProblem(plan)) throw new RangeError(plan.text);
    return added(machine, plan, change.label);
  },
};

interface Plan {
  readonly part: Placeable;
  readonly landing: Landing;
}

type Placeable = Exclude<CataloguePart, { readonly kind: 'host' | 'slot' }>;

function planOf(machine: Machine, { part: id, to }: ChangeOf<'add'>): Plan | Problem {
  const part = CATALOGUE.find((each) => each.id === id);
  if (!part) return problemError(`The catalogue has no part ${id}.`, { where: to.id });
  if (part.kind === 'host' || part.kind === 'slot') {
    const what = part.kind === 'host' ? 'a host bridge' : 'a slot';
    return problemError(`${part.title} is ${what}; it cannot be plugged into anything.`, {
      where: to.id,
      hint: 'Write it in the text of the machine.',
    });
  }
  const family = familyOf(machine);
  if (part.kind === 'port') return portPlace(machine, part, to);
  const landing = landingOf(machine, family, joinOfPart(part), to, new Set());
  if (isProblem(landing)) return landing;
  const full = landing.kind === 'new-port' ? noPortLeft(family, landing.beside) : null;
  return full ?? { part, landing };
}

/** A root port goes on a root bus, a downstream port into a switch. */
function portPlace(machine: Machine, part: Placeable, to: Parent): Plan | Problem {
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

function joinOfPart(part: Placeable): Join {
  if (part.kind === 'vmd' || part.kind === 'rciep') return 'integrated';
  if (part.kind === 'switch') return 'link';
  if (part.kind === 'bridge') return part.type === 'pcie-to-pci' ? 'link' : 'conventional';
  if (part.kind === 'port' || part.onboardSwitch !== null) return 'link';
  const [first] = part.functions;
  if (first?.type === 'rciep') return 'integrated';
  return first?.type === 'conventional' ? 'conventional' : 'link';
}

function added(machine: Machine, { part, landing }: Plan, wish: string | null): Machine {
  const freeId = freeIds(machine);
  const label = freeLabel(machine, wish, part.kind);
  const made =
    landing.kind === 'new-port'
      ? idlePort(madePort(machine, landing.beside, landing.like, freeId))
      : null;
  const to: Parent =
    landing.kind === 'place' ? landing.to : { kind: 'function', id: (made as PciFunction).id };
  const port = made ?? (to.kind === 'function' ? functionOf(familyOf(machine), to.id) : null);
  const host = machine.hostBridges.find(({ id }) => id === to.id);
  const numaNode = port ? port.numaNode : (host?.numaNode ?? UNKNOWN);
  const at = { id: freeId(label) as FunctionId, parent: to, label, numaNode };
  const parts = partsOf(machine, part, at, freeId);
  const slot = port
    ? (machine.slots.find(({ ports }) => ports.includes(port.id))?.id ?? null)
    : null;
  const heads = parts.functions.map((fn) => {
    if (fn.parent === UNKNOWN || fn.parent.id !== to.id) return fn;
    const here = { ...fn, slot };
    return port && isPort(port) ? pluggedInto(machine, port, here) : here;
  });
  const withPort = made ? insertBelow(machine, parentOf(made, to), [made]) : machine;
  const arrived = insertBelow(withPort, to, heads);
  const [head] = heads;
  return {
    ...arrived,
    hostBridges: [...arrived.hostBridges, ...parts.hosts],
    functions: arrived.functions.map((fn) =>
      head && fn.id === port?.id ? portInUse(fn, head) : fn,
    ),
  };
}

const parentOf = (fn: PciFunction, otherwise: Parent): Parent =>
  fn.parent === UNKNOWN ? otherwise : fn.parent;

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
  if (at.parent.kind === 'host') return makePort(part, at);
  const ports = familyOf(machine).below(at.parent.id);
  const like = ports.findLast(({ type }) => type === 'downstream') ?? null;
  return { ...madePort(machine, at.parent, like, freeId), id: at.id, label: at.label };
}

/** Linux gives each VMD the next domain; two of a machine never share one. */
function freeDomain(machine: Machine, first: number): number {
  const taken = new Set(machine.hostBridges.map(({ domain }) => domain));
  let domain = first;
  while (taken.has(domain)) domain++;
  return domain;
}

/** Names are unique: the wish, else with a number; without a wish the kind and the next number. */
function freeLabel(machine: Machine, wish: string | null, kind: string): string {
  const taken = new Set<string | null>([
    ...machine.functions.flatMap(({ id, label }) => [id, label]),
    ...machine.hostBridges.flatMap(({ id, label }) => [id, label]),
  ]);
  if (wish !== null && !taken.has(wish)) return wish;
  const stem = wish === null ? (STEMS[kind] ?? kind) : `${wish}-`;
  let number = wish === null ? 0 : 2;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

/** Short names, as people write them: `sw0`, `rp1`. */
const STEMS: Readonly<Record<string, string>> = { switch: 'sw', port: 'rp' };
