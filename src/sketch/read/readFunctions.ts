import { UNKNOWN } from '../../base/unknown.ts';
import type { At } from '../../catalogue/makeFunction.ts';
import { makeVmd } from '../../catalogue/makeHost.ts';
import type { FunctionId, HostBridgeId } from '../../model/ids.ts';
import type { HostBridge } from '../../model/machine.ts';
import type { FunctionDraft } from '../attribute.ts';
import { HOST_ATTRIBUTES } from '../attributesHost.ts';
import { kindWithArticle } from '../kinds.ts';
import { areJoined, joined } from '../linkDefaults.ts';
import { leadsToConventional, type Made, madeBy, rateOfPorts, type Surroundings } from '../made.ts';
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
  if (kind === 'switch') readPorts(draft, node, hangsIn, mainAt, part, said);
  else if (kind === 'vmd') readDomain(draft, node, hangsIn, mainAt, part, said);
  else if (kind === 'port' || kind === 'bridge') readBelow(draft, node, hangsIn, mainAt, said);
}

/** The function that has the id of the line. */
function readMain(
  draft: Draft,
  node: NodeLine,
  above: Above,
  made: Made,
  said: SaidAttributes,
): FunctionDraft {
  const placed = above.parent === UNKNOWN ? { ...made.main, parent: UNKNOWN } : made.main;
  const start = withVfs(placed, vfCount(node));
  const read = readOne(draft, node, above, start, said, made.ports);
  if (above.around.isConventional && !isCaptured(above)) checkFits(draft, node, read);
  return above.port ? settleLink(draft, above.port, read, isOpen(said)) : read;
}

const isCaptured = ({ around }: Above) => around.isCaptured;

/** A PCI Express part on a conventional bus: it is taken as it is drawn, and told. */
function checkFits({ problems }: Draft, node: NodeLine, { fn }: FunctionDraft): void {
  const { pcie, type } = fn;
  if (pcie === null || pcie === UNKNOWN || type === 'pci-to-pcie' || type === UNKNOWN) return;
  const { kind } = node.row;
  const what = kindWithArticle(kind);
  const text = `${what.charAt(0).toUpperCase()}${what.slice(1)} with PCI Express sits on a conventional bus.`;
  problems.warning(
    node.line,
    node.kind,
    text,
    'Put it below a port, or name a conventional part; `card` without a model is one there.',
  );
}

/** Does the line leave something of its link to the other end? */
function isOpen({ said }: SaidAttributes): boolean {
  return !said.has('link') && !said.has('pcie') && !said.has('bare');
}

/** Trains the link between a port and what was just read below it: the first device decides for the port. */
function settleLink(
  draft: Draft,
  port: NonNullable<Above['port']>,
  lower: FunctionDraft,
  isLowerOpen: boolean,
): FunctionDraft {
  const lowerAt = draft.functions.length - 1;
  const upper = draft.functions[port.at];
  if (!upper || !areJoined(upper.fn, lower.fn)) return lower;
  const settled = { ...lower, fn: joined({ ...lower, isOpen: isLowerOpen }, upper) };
  draft.functions[lowerAt] = settled;
  if (lowerAt === port.at + 1) {
    const fn = joined({ ...upper, isOpen: port.isOpen }, lower);
    draft.functions[port.at] = { ...upper, fn };
  }
  return settled;
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
    port: { at: draft.functions.length - 1, isOpen: true },
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
  said: SaidAttributes,
): void {
  const main = draft.functions[mainAt];
  if (!main) return;
  const inside = belowOf(main, above, null);
  const switchPart = switchOf(part);
  const within: Above = {
    ...inside,
    around: {
      ...inside.around,
      switchPart,
      ports: main.ports,
      portGts: rateOfPorts(switchPart, main.fn),
    },
  };
  if (main.freePorts === 0) tellLostAcs(draft, node, said);
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

/** ACS of downstream ports is kept by the ports: a switch without any has no place for it. */
function tellLostAcs({ problems }: Draft, node: NodeLine, { said }: SaidAttributes): void {
  if (node.below.some(({ row }) => row.kind !== 'fn' && row.kind !== 'mgmt')) return;
  const word = said.get('acscap') ?? said.get('acs');
  if (!word) return;
  const text = `This switch has no downstream port yet that could have ${word.name}.`;
  problems.note(node.line, word.word, text, 'Add ports=1, or a device below it.');
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
  const [slot = null, ...more] = main.feeds;
  const below = {
    ...belowOf(main, above, { at: mainAt, isOpen: isOpen(said) }),
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
    around: {
      ...above.around,
      rootPort: null,
      switchPart: null,
      ports: null,
      isConventional: leadsToConventional(main.fn),
    },
    port,
    slot: null,
    socket: above.socket,
    id: main.fn.id,
  };
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
