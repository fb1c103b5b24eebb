import { UNKNOWN } from '../../base/unknown.ts';
import type { At } from '../../catalogue/makeFunction.ts';
import { makeVmd } from '../../catalogue/makeHost.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { FunctionDraft } from '../attribute.ts';
import { HOST_ATTRIBUTES } from '../attributesHost.ts';
import { abovePart, belowPort, NOTHING_STATED } from '../linkDefaults.ts';
import { type Made, madeBy, type Surroundings } from '../made.ts';
import { genericNamed } from '../partNamed.ts';
import { withVfs } from '../virtual.ts';
import { type Above, NO_PARENT, type Place } from './above.ts';
import { applyAttributes, type SaidAttributes, saidAttributes } from './applyAttributes.ts';
import { type Draft, draftOf, MOST_FUNCTIONS } from './Draft.ts';
import { idOf, labelOf } from './idOf.ts';
import { readFurther } from './readFurther.ts';
import type { NodeLine } from './readLines.ts';
import { push, readOne } from './readOne.ts';
import { vfCount } from './readVirtual.ts';
import { withHostId } from './withHostId.ts';
import { modelOf } from './wordsOf.ts';

/** Reads the line of a function and everything below it. */
export function readFunction(draft: Draft, { node, above, place }: Place): void {
  if (draft.functions.length > MOST_FUNCTIONS) {
    draft.problems.error(node.line, node.kind, 'The machine has too many functions.', {
      hint: `More than ${MOST_FUNCTIONS} are not read.`,
    });
    return;
  }
  const { kind } = node.row;
  const { part, words } = modelOf(node, draft.problems);
  const said = saidAttributes(node.line, kind, words, draft.problems);
  const id = idOf(draft, { node, above, place }, said);
  const label = labelOf(draft, node, id);
  const hangsIn =
    above.around.switchPart !== null && kind !== 'port'
      ? impliedPort(draft, above, id, node)
      : above;
  const at: At = {
    id,
    parent: hangsIn.parent === UNKNOWN ? NO_PARENT : hangsIn.parent,
    label,
    numaNode: hangsIn.numaNode,
  };
  const made = madeBy(kind, part, at, hangsIn.around);
  const { main } = made;
  const mainAt = draft.functions.length;
  const device = readMain(draft, node, hangsIn, made, said);
  if (node.name && draft.names.isOwner(node.name.value, node)) {
    draft.names.lead(node.name.value, { kind: 'function', id: main.id });
  }
  readFurther(draft, node, hangsIn, made, device);
  for (const fn of made.rest) push(draft, draftOf(fn, device.isCaptured, device.domain), node.line);
  if (kind === 'switch') readPorts(draft, node, hangsIn, mainAt, part);
  else if (kind === 'vmd') readDomain(draft, node, hangsIn, mainAt, part, said);
  else if (kind === 'port' || kind === 'bridge') readBelow(draft, node, hangsIn, mainAt, said);
  if (hangsIn.port) settlePort(draft, hangsIn.port, mainAt);
}

/** The function that has the id of the line. */
function readMain(
  draft: Draft,
  node: NodeLine,
  above: Above,
  made: Made,
  said: SaidAttributes,
): FunctionDraft {
  const port = above.port ? draft.functions[above.port.at] : undefined;
  const stated = above.port?.stated ?? NOTHING_STATED;
  const placed = above.parent === UNKNOWN ? { ...made.main, parent: UNKNOWN } : made.main;
  const linked = port ? belowPort(placed, port.fn, stated) : placed;
  return readOne(draft, node, above, withVfs(linked, vfCount(node)), said, made.ports);
}

/** A device directly below a switch hangs from a downstream port of its own. */
function impliedPort(draft: Draft, above: Above, id: string, node: NodeLine): Above {
  const known = draft.base.portAbove(id);
  const wish = known !== null && !draft.ids.isTaken(known) ? known : `${id}/port`;
  const portId = draft.ids.derived(wish) as FunctionId;
  return pushPort(draft, above, portId, node.line);
}

function pushPort(draft: Draft, above: Above, id: FunctionId, line: number): Above {
  const parent = above.parent === UNKNOWN ? NO_PARENT : above.parent;
  const at = { id, parent, label: null, numaNode: above.numaNode };
  const { main } = madeBy('port', null, at, above.around);
  const start = draftOf(main, above.around.isCaptured, above.domain);
  push(draft, start, line);
  return {
    ...above,
    parent: { kind: 'function', id },
    around: { ...above.around, switchPart: null, ports: null },
    port: { at: draft.functions.length - 1, stated: NOTHING_STATED },
    slot: null,
    id,
  };
}

/** What hangs below a switch. */
function readPorts(
  draft: Draft,
  node: NodeLine,
  above: Above,
  mainAt: number,
  part: ReturnType<typeof modelOf>['part'],
): void {
  const main = draft.functions[mainAt];
  if (!main) return;
  const inside = belowOf(main, above, null);
  const switchPart = switchOf(part);
  const within: Above = {
    ...inside,
    around: { ...inside.around, switchPart, ports: main.ports },
  };
  let place = 0;
  for (const below of node.below) {
    if (below.row.kind === 'fn' || below.row.kind === 'mgmt') continue;
    place++;
    readFunction(draft, { node: below, above: within, place });
  }
  for (let free = 1; free <= main.freePorts; free++) {
    const id = draft.ids.derived(`${main.fn.id}/free${free}`) as FunctionId;
    pushPort(draft, within, id, node.line);
  }
}

/** What hangs below a port or bridge. */
function readBelow(
  draft: Draft,
  node: NodeLine,
  above: Above,
  mainAt: number,
  said: SaidAttributes,
): void {
  const main = draft.functions[mainAt];
  if (!main) return;
  const isOpen = !said.said.has('link') && !said.said.has('pcie') && !said.said.has('bare');
  const stated = isOpen
    ? { gts: said.said.has('gen'), width: said.said.has('x') }
    : { gts: true, width: true };
  const [slot = null, ...more] = main.feeds;
  const below = {
    ...belowOf(main, above, { at: mainAt, stated }),
    slot: more.length === 0 ? slot : null,
  };
  node.below.forEach((line, index) => {
    readFunction(draft, { node: line, above: below, place: index + 1 });
  });
}

function belowOf(main: FunctionDraft, above: Above, port: Above['port']): Above {
  return {
    parent: { kind: 'function', id: main.fn.id },
    numaNode: main.fn.numaNode,
    domain: main.fn.address?.domain ?? above.domain,
    around: { ...above.around, rootPort: null, switchPart: null, ports: null },
    port,
    slot: null,
    socket: above.socket,
    id: main.fn.id,
  };
}

/** Once the first device below a port is read, the port's end of the link is known. */
function settlePort(draft: Draft, port: NonNullable<Above['port']>, childAt: number): void {
  const above = draft.functions[port.at];
  const child = draft.functions[childAt];
  if (!above || !child || childAt !== port.at + 1) return;
  draft.functions[port.at] = { ...above, fn: abovePart(above.fn, child.fn, port.stated) };
}

/** The domain behind a VMD: a host bridge of its own. */
function readDomain(
  draft: Draft,
  node: NodeLine,
  above: Above,
  mainAt: number,
  part: ReturnType<typeof modelOf>['part'],
  said: SaidAttributes,
): void {
  const main = draft.functions[mainAt];
  const vmd = part ?? genericNamed('vmd');
  if (!main || vmd?.kind !== 'vmd') return;
  const { fn } = main;
  const at = {
    id: fn.id,
    parent: above.parent === UNKNOWN ? NO_PARENT : above.parent,
    label: null,
    numaNode: fn.numaNode,
  };
  const wish = `${fn.id}/domain` as HostBridgeId;
  const made = makeVmd(vmd, at, wish).host;
  const { isCaptured } = above.around;
  const start: HostBridge = {
    ...made,
    socket: above.socket,
    ...(isCaptured && { rootBus: null, model: part ? part.id : null }),
  };
  const read = applyAttributes(start, said, 'vmd', HOST_ATTRIBUTES, draft.problems);
  const host = withHostId(draft, read, draft.base.hostOfVmd(fn.id), wish);
  draft.hosts.push(host);
  draft.lineOf.set(host.id, node.line);
  const below: Above = {
    ...above,
    parent: { kind: 'host', id: host.id },
    numaNode: fn.numaNode,
    domain: host.domain,
    around: {
      isCaptured,
      rootPort: { plan: vmd.rootPort, model: vmd.id },
      switchPart: null,
      ports: null,
    },
    port: null,
    slot: null,
    id: fn.id,
  };
  node.below.forEach((line, index) => {
    readFunction(draft, { node: line, above: below, place: index + 1 });
  });
}

/** The switch that a line names, or the one that stands for any. */
function switchOf(part: ReturnType<typeof modelOf>['part']): Surroundings['switchPart'] {
  return part?.kind === 'switch' ? part : genericSwitch();
}

function genericSwitch(): Surroundings['switchPart'] {
  const generic = genericNamed('switch');
  return generic?.kind === 'switch' ? generic : null;
}
