import { UNKNOWN } from '../../base/unknown.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { makeHost } from '../../catalogue/makeHost.ts';
import type { PlatformPart } from '../../catalogue/part.ts';
import type { FunctionId, HostBridgeId, SocketId } from '../../model/ids.ts';
import type { HostBridge, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { HOST_ATTRIBUTES } from '../attributesHost.ts';
import { SOCKET_ATTRIBUTES } from '../attributesOther.ts';
import { genericNamed, partNamed } from '../partNamed.ts';
import { underHost } from '../underHost.ts';
import type { Above } from './above.ts';
import { applyAttributes, flagOf, saidAttributes } from './applyAttributes.ts';
import { type Draft, draftOf } from './Draft.ts';
import { type HostWords, hostWords } from './hostName.ts';
import { readFunction } from './readFunctions.ts';
import { type NodeLine, show } from './readLines.ts';
import { withHostId } from './withHostId.ts';

/** Reads everything that stands at the left of the tree. */
export function readTop(draft: Draft, nodes: readonly NodeLine[]): void {
  nodes.forEach((node) => {
    if (node.row.kind === 'socket') readSocket(draft, node);
    else if (node.row.kind === 'host') readHost(draft, node, null);
    else if (node.row.kind === 'orphans') readOrphans(draft, node);
  });
}

function readSocket(draft: Draft, node: NodeLine): void {
  const { problems } = draft;
  const [first, ...rest] = node.words;
  const isNumber = first !== undefined && /^(?:-|\d{1,5})$/.test(first.text);
  if (!isNumber) {
    problems.error(node.line, first ?? node.kind, 'A socket expects its number, or - for none.', {
      instead: `socket ${draft.sockets.length}`,
    });
  }
  const after = isNumber ? rest : node.words;
  const text = after[0]?.isQuoted && after[0].equals === null ? after[0] : null;
  const said = saidAttributes(node.line, 'socket', text ? after.slice(1) : after, problems);
  const numaNode = isNumber && first.text !== '-' ? Number(first.text) : null;
  const { model } = applyAttributes({ model: null }, said, 'socket', SOCKET_ATTRIBUTES, problems);
  const name = node.name && draft.names.isOwner(node.name.value, node) ? node.name.value : null;
  const known = name === null ? null : draft.base.sockets.named(name);
  const id = (
    known && !draft.ids.isTaken(known.id)
      ? draft.ids.forName(known.id)
      : name === null
        ? draft.ids.derived(`socket${numaNode ?? draft.sockets.length}`)
        : draft.ids.forName(name)
  ) as SocketId;
  const label = text?.value ?? (name !== null && id !== name ? name : null);
  const socket: Socket = { id, label, numaNode, model };
  draft.sockets.push(socket);
  draft.lineOf.set(id, node.line);
  if (name !== null) draft.names.lead(name, { kind: 'socket', id });
  for (const below of node.below) readHost(draft, below, socket);
}

function platformOf(draft: Draft, node: NodeLine, words: HostWords): PlatformPart | null {
  const { platform } = words;
  if (!platform) return null;
  const part = partNamed('host', platform.value);
  if (part?.kind === 'host') return part;
  draft.problems.notOneOf(
    node.line,
    platform,
    `The catalogue has no platform called ${show(platform.text)}.`,
    platform.value,
    CATALOGUE.filter(({ kind }) => kind === 'host').flatMap(({ id, aliases }) => [id, ...aliases]),
  );
  return null;
}

function readHost(draft: Draft, node: NodeLine, socket: Socket | null): void {
  const { problems } = draft;
  const isCaptured = draft.origin === 'captured';
  const words = hostWords(node);
  const said = saidAttributes(node.line, 'host', words.attributes, problems);
  const named = platformOf(draft, node, words);
  const generic = genericNamed('host');
  const platform = named ?? (generic?.kind === 'host' ? generic : null);
  if (!platform) return;
  const name = words.name && draft.names.isOwner(words.name.value, node) ? words.name.value : null;
  const before = name === null ? null : draft.base.hosts.named(name);
  const made = makeHost(platform, {
    id: '' as HostBridgeId,
    label: null,
    numaNode: socket ? (socket.numaNode ?? UNKNOWN) : isCaptured ? UNKNOWN : null,
    socket: socket ? socket.id : isCaptured ? UNKNOWN : null,
  });
  const isVmd = flagOf(said, 'vmd', problems) === 'yes';
  const none = flagOf(said, 'nosocket', problems);
  const start: HostBridge = {
    ...made.host,
    ...(isCaptured && named === null && { model: null, forwarding: null }),
    ...(isVmd && { kind: 'vmd', vmdFunction: UNKNOWN }),
    ...(none === 'yes' && { socket: null }),
    ...(none === '?' && { socket: UNKNOWN }),
  };
  const read = applyAttributes(start, said, 'host', HOST_ATTRIBUTES, problems);
  const host = hostNamed(draft, read, name, before);
  draft.hosts.push(host);
  draft.lineOf.set(host.id, node.line);
  if (name !== null) draft.names.lead(name, { kind: 'host', id: host.id });
  const isEmpty =
    flagOf(said, 'empty', problems) === 'yes' ||
    (isCaptured && named === null && !words.firstDevice);
  if (!isEmpty) {
    const again = makeHost(platform, { ...host, id: host.id });
    again.functions.forEach((fn, index) => {
      const first = index === 0 && words.firstDevice ? { ...fn, pciId: words.firstDevice.id } : fn;
      readImplied(draft, first, node.line, host);
    });
  }
  const above: Above = underHost(host, platform, isCaptured);
  node.below.forEach((line, index) => {
    readFunction(draft, { node: line, above, place: index + 1 });
  });
}

/** A function that sits on the root bus by itself. */
function readImplied(draft: Draft, fn: PciFunction, line: number, host: HostBridge): void {
  const id = draft.ids.derived(fn.id) as FunctionId;
  const isCaptured = draft.origin === 'captured';
  const said = fn.fixedAddress;
  const address =
    isCaptured && said && said.device !== null && said.function !== null && host.rootBus !== null
      ? { domain: host.domain, bus: host.rootBus, device: said.device, function: said.function }
      : null;
  const placed = isCaptured ? { ...fn, address, fixedAddress: null } : fn;
  draft.functions.push(draftOf({ ...placed, id }, isCaptured, host.domain));
  draft.lineOf.set(id, line);
}

function hostNamed(
  draft: Draft,
  host: HostBridge,
  name: string | null,
  before: HostBridge | null,
): HostBridge {
  const { ids, hosts, origin } = draft;
  if (name === null) return withHostId(draft, host, null, `host${hosts.length}`);
  if (before && !ids.isTaken(before.id)) {
    const label = before.id === name && before.label === null ? null : name;
    return { ...host, id: ids.forName(before.id) as HostBridgeId, label };
  }
  if (origin === 'captured' && host.rootBus !== null)
    return { ...withHostId(draft, host, null, name), label: name };
  return { ...host, id: ids.forName(name) as HostBridgeId, label: name };
}

/** Reads functions of which nobody knows what is above them. */
function readOrphans(draft: Draft, node: NodeLine): void {
  const above: Above = {
    parent: UNKNOWN,
    numaNode: UNKNOWN,
    domain: 0,
    around: {
      isCaptured: draft.origin === 'captured',
      rootPort: null,
      switchPart: null,
      ports: null,
    },
    port: null,
    slot: null,
    socket: UNKNOWN,
    id: 'orphan',
  };
  for (const word of node.words) {
    draft.problems.error(node.line, word, 'Nothing follows the word orphans.', {
      hint: 'Take it away.',
    });
  }
  node.below.forEach((line, index) => {
    readFunction(draft, { node: line, above, place: index + 1 });
  });
}
