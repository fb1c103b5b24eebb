import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import { makeBridge, makePort, makeRootPort } from '../catalogue/makeBridge.ts';
import { makeDevice } from '../catalogue/makeDevice.ts';
import type { At } from '../catalogue/makeFunction.ts';
import { makeVmd } from '../catalogue/makeHost.ts';
import { makeDownstream, makeSwitch } from '../catalogue/makeSwitch.ts';
import type { CataloguePart, RootPortPlan, SwitchPart } from '../catalogue/part.ts';
import { unknownFunction } from '../model/blank.ts';
import type { HostBridgeId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { acsAsCaptured, asCaptured } from './captured.ts';
import type { NodeKind } from './kinds.ts';
import { knownLink, stateOf } from './linkDefaults.ts';
import { genericNamed, partNamed } from './partNamed.ts';

/*
 * What a line stands for before its attributes are applied. Reading starts from it, writing says what
 * differs from it: both must see the same.
 */

/** What the lines above say about what stands below them. */
export interface Surroundings {
  readonly isCaptured: boolean;
  /** Root ports that the host has, with the id of its part. */
  readonly rootPort: { readonly plan: RootPortPlan; readonly model: string } | null;
  /** The switch whose line is directly above, and ACS of its downstream ports. */
  readonly switchPart: SwitchPart | null;
  readonly ports: PciFunction['acs'];
  /** A conventional bus: no PCI Express part fits there. */
  readonly isConventional?: boolean;
  /** Rate of the downstream ports of a switch that stands for any: that of its uplink. */
  readonly portGts?: OrUnknown<number>;
}

export interface Made {
  readonly main: PciFunction;
  /** Functions beside the main one, by their number. */
  readonly further: ReadonlyMap<number, PciFunction>;
  /** Everything else that comes with the part: what hangs from a switch on the card. */
  readonly rest: readonly PciFunction[];
  /** ACS of the downstream ports of a switch. */
  readonly ports: PciFunction['acs'];
}

/** The functions that a line of that kind begins with. `part`: the model that it names, if it does. */
export function madeBy(
  kind: NodeKind,
  part: CataloguePart | null,
  at: At,
  around: Surroundings,
): Made {
  const made = functionsOf(kind, part, at, around);
  const isNameless = part === null && around.isCaptured;
  const finish = (fn: PciFunction) => (around.isCaptured ? asCaptured(fn, isNameless) : fn);
  const [main, ...others] = made.functions;
  const further = new Map<number, PciFunction>();
  const rest: PciFunction[] = [];
  for (const fn of others) {
    const number = numberOf(fn, at.id);
    if (number === null) rest.push(finish(fn));
    else further.set(number, withNumber(finish(fn), number));
  }
  return {
    main: finish(main ?? blank(at, kind)),
    further,
    rest,
    ports: around.isCaptured ? acsAsCaptured(made.ports) : made.ports,
  };
}

/** A function of which the line alone tells: `bare`. */
export function bareFunction(like: PciFunction): PciFunction {
  return {
    ...unknownFunction(like.id, { domain: 0, bus: 0, device: 0, function: 0 }),
    address: like.address,
    fixedAddress: like.fixedAddress,
    parent: like.parent,
    physfn: like.physfn,
    part: like.part,
    label: like.label,
    pcie: UNKNOWN,
  };
}

/** A further function that the model does not have. */
export function furtherFunction(
  kind: NodeKind,
  at: At,
  number: number,
  around: Surroundings,
): PciFunction {
  const like = kind === 'switch' ? 'mgmt' : 'card';
  return withNumber(madeBy(like, null, at, around).main, number);
}

/** It belongs to the device of the sibling before it. */
export function withNumber(fn: PciFunction, number: number): PciFunction {
  if (fn.fixedAddress !== null) return fn;
  return { ...fn, fixedAddress: { bus: null, device: null, function: number } };
}

function functionsOf(
  kind: NodeKind,
  part: CataloguePart | null,
  at: At,
  around: Surroundings,
): { readonly functions: readonly PciFunction[]; readonly ports: PciFunction['acs'] } {
  if (kind === 'port') return { functions: [portOf(part, at, around)], ports: null };
  const chosen = part ?? genericFor(kind, around);
  if (chosen === null) return { functions: [blank(at, kind)], ports: null };
  switch (chosen.kind) {
    case 'switch':
      return { functions: makeSwitch(chosen, at), ports: makeDownstream(chosen, at).acs };
    case 'bridge':
      return { functions: [makeBridge(chosen, at)], ports: null };
    case 'vmd':
      return {
        functions: makeVmd(chosen, at, at.id as string as HostBridgeId).functions,
        ports: null,
      };
    case 'host':
    case 'slot':
    case 'port':
      return { functions: [blank(at, kind)], ports: null };
    default:
      return { functions: makeDevice(chosen, at), ports: null };
  }
}

/** The part that stands for a kind where no model is named. */
export function genericFor(
  kind: NodeKind,
  { isConventional = false }: Pick<Surroundings, 'isConventional'>,
): CataloguePart | null {
  if (isConventional && kind === 'card') return partNamed('card', 'pci-card');
  if (isConventional && kind === 'bridge') return partNamed('bridge', 'conventional-bridge');
  return isPartKind(kind) ? genericNamed(kind) : null;
}

/** Is the bus behind it a conventional one? */
export function leadsToConventional({ type }: Pick<PciFunction, 'type'>): boolean {
  return type === 'pcie-to-pci' || type === 'conventional-bridge';
}

function isPartKind(kind: NodeKind): kind is Exclude<NodeKind, 'vf' | 'orphans'> {
  return kind !== 'vf' && kind !== 'orphans';
}

function portOf(part: CataloguePart | null, at: At, around: Surroundings): PciFunction {
  if (around.switchPart) {
    const port = makeDownstream(around.switchPart, at);
    return { ...withRate(port, around.portGts ?? UNKNOWN), acs: around.ports };
  }
  if (part?.kind === 'port') return makePort(part, at);
  if (around.rootPort) return makeRootPort(around.rootPort.plan, at, around.rootPort.model);
  const generic = genericNamed('port');
  return generic?.kind === 'port' ? makePort(generic, at) : blank(at, 'port');
}

/** What a switch's downstream ports can do at most, as far as its uplink tells. */
export function rateOfPorts(part: SwitchPart | null, uplink: PciFunction): OrUnknown<number> {
  if (part?.link.source?.quality !== 'convention') return UNKNOWN;
  const link = knownLink(uplink);
  return link ? stateOf(link.capable).gts : UNKNOWN;
}

function withRate(port: PciFunction, gts: OrUnknown<number>): PciFunction {
  const link = knownLink(port);
  const { pcie } = port;
  if (gts === UNKNOWN || !link || pcie === null || pcie === UNKNOWN) return port;
  const [capable, current] = [link.capable, link.current].map((each) =>
    each === UNKNOWN ? each : { ...each, gts },
  );
  if (capable === undefined || current === undefined) return port;
  return { ...port, pcie: { ...pcie, link: { ...link, capable, current, targetGts: gts } } };
}

/** Where the catalogue has nothing for a kind. */
function blank(at: At, kind: NodeKind): PciFunction {
  const isBridge = kind === 'port' || kind === 'bridge' || kind === 'switch';
  const { id, parent, label, numaNode } = at;
  return {
    ...unknownFunction(id, { domain: 0, bus: 0, device: 0, function: 0 }),
    address: null,
    parent,
    label,
    numaNode,
    bridge: isBridge ? UNNUMBERED : null,
  };
}

const UNNUMBERED = {
  primary: UNKNOWN,
  secondary: UNKNOWN,
  subordinate: UNKNOWN,
  windows: UNKNOWN,
} as const;

/** The number of a further function, as the catalogue writes it into the id; `null`: it is none. */
function numberOf(fn: PciFunction, mainId: string): number | null {
  const tail = fn.id.slice(mainId.length);
  const match = /^\/([0-7])$/.exec(tail);
  return match ? Number(match[1]) : null;
}
