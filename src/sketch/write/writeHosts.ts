import { UNKNOWN } from '../../base/unknown.ts';
import { makeHost } from '../../catalogue/makeHost.ts';
import type { PlatformPart } from '../../catalogue/part.ts';
import type { HostBridge, Socket } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { formatPciId } from '../../model/pciId.ts';
import { attributesOf, FUNCTION_ATTRIBUTES } from '../attributes.ts';
import { HOST_ATTRIBUTES } from '../attributesHost.ts';
import { SOCKET_ATTRIBUTES } from '../attributesOther.ts';
import { nameWord, quoted } from '../lexLine.ts';
import { genericNamed, partNamed } from '../partNamed.ts';
import { numberedHostId } from '../read/withHostId.ts';
import { underHost } from '../underHost.ts';
import { partWithId } from './kindOf.ts';
import { spell } from './spell.ts';
import { targetOf, type Writer } from './Writer.ts';
import { writeBelow } from './writeFunctions.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Sockets with their host bridges, then host bridges without one, then what nothing leads to. */
export function writeTree(writer: Writer): void {
  const { machine, orphans } = writer.machinery;
  const top = machine.hostBridges.filter((host) => !writer.machinery.isNested(host));
  const socketIds = new Set<string>(machine.sockets.map(({ id }) => id));
  const inSocket = (socket: Socket) => top.filter((host) => host.socket === socket.id);
  const loose = top.filter(
    ({ socket }) => socket === null || socket === UNKNOWN || !socketIds.has(socket),
  );
  const order = [...machine.sockets.flatMap(inSocket), ...loose];
  const chosen = writer.isCaptured ? NOTHING : chosenBuses(order);
  let index = 0;
  machine.sockets.forEach((socket, at) => {
    writer.gap();
    writeSocket(writer, socket, at);
    for (const host of inSocket(socket)) writeHost(writer, host, 1, socket, index++, chosen);
  });
  for (const host of loose) {
    writer.gap();
    writeHost(writer, host, 0, null, index++, chosen);
  }
  if (orphans.length === 0) return;
  writer.losses.add('place', writer.machinery.unplaced);
  writer.gap();
  writer.line(0, ['orphans']);
  writeBelow(writer, orphans, 1, {
    kind: 'other',
    parent: null,
    numaNode: UNKNOWN,
    domain: 0,
    around: { isCaptured: writer.isCaptured, rootPort: null, switchPart: null, ports: null },
    port: null,
    slot: null,
    socket: UNKNOWN,
    id: 'orphan',
  });
}

function writeSocket(writer: Writer, socket: Socket, index: number): void {
  const { id, label, numaNode } = socket;
  const name = writer.nameFor({ id }, `socket${numaNode ?? index}`);
  const { words } = spell({ model: null }, socket, 'socket', SOCKET_ATTRIBUTES);
  writer.line(0, [
    ...(name === null ? [] : [`${nameWord(name)}:`]),
    'socket',
    numaNode === null ? '-' : String(numaNode),
    ...(label === null ? [] : [quoted(label)]),
    ...words,
  ]);
}

/** The name of a host bridge, which stands where a platform may stand as well. */
function hostNameWord(name: string): string {
  const isOther = partNamed('host', name) !== null || attributesOf('host').has(name);
  return isOther ? quoted(name) : nameWord(name);
}

/**
 * Buses that need not be said: where the host bridges of a drawn machine have what numbering gives
 * each of them in turn, an equal share of the domain (`build/numberHosts.ts`).
 */
function chosenBuses(hosts: readonly HostBridge[]): ReadonlySet<string> {
  const chosen = new Set<string>();
  const domains = new Map<number, HostBridge[]>();
  for (const host of hosts) {
    const list = domains.get(host.domain);
    if (list) list.push(host);
    else domains.set(host.domain, [host]);
  }
  for (const list of domains.values()) {
    const share = 256 / 2 ** Math.ceil(Math.log2(list.length));
    const isShared = list.every(
      ({ rootBus }, index) => rootBus === null || rootBus === index * share,
    );
    if (!isShared) continue;
    for (const { id } of list) chosen.add(id);
  }
  return chosen;
}

function writeHost(
  writer: Writer,
  host: HostBridge,
  level: number,
  socket: Socket | null,
  index: number,
  chosen: ReadonlySet<string>,
): void {
  const { isCaptured, machinery } = writer;
  const part = partWithId(host.model);
  const named = part?.kind === 'host' && (isCaptured || part.id !== 'host') ? part : null;
  const generic = genericNamed('host');
  const platform = named ?? (generic?.kind === 'host' ? generic : null);
  if (!platform) return;
  const made = makeHost(platform, {
    id: host.id,
    label: host.label,
    numaNode: socket ? (socket.numaNode ?? UNKNOWN) : isCaptured ? UNKNOWN : null,
    socket: socket ? socket.id : isCaptured ? UNKNOWN : null,
  });
  const isVmd = host.kind === 'vmd';
  const isLost = !socket && host.socket !== made.host.socket;
  const start: HostBridge = {
    ...made.host,
    ...(isCaptured && named === null && { model: null, forwarding: null }),
  };
  const without = isCaptured
    ? NOTHING
    : new Set(['lastbus', ...(chosen.has(host.id) ? ['bus'] : [])]);
  const { words } = spell(start, host, 'host', HOST_ATTRIBUTES, without);
  const children = machinery.below(host.id);
  const { implied, firstDevice } = impliedOn(writer, host, platform, children, named !== null);
  const numbered =
    isCaptured && host.rootBus !== null ? numberedHostId(host.domain, host.rootBus) : null;
  const derived = numbered ?? `host${hostPlace(writer, index)}`;
  const name = writer.nameFor(host, derived);
  if (name !== null && host.id !== name && host.id !== numbered) writer.losses.add('id');
  writer.line(level, [
    'host',
    ...(name === null ? [] : [hostNameWord(name)]),
    ...(named ? [nameWord(named.id)] : firstDevice !== null ? [firstDevice] : []),
    ...(implied === null && (!isCaptured || named !== null) ? ['empty'] : []),
    ...(isVmd ? ['vmd'] : []),
    ...(isLost ? [host.socket === UNKNOWN ? 'nosocket=?' : 'nosocket'] : []),
    ...words,
  ]);
  if (isVmd && host.vmdFunction !== UNKNOWN) writer.losses.add('field');
  if (!isVmd && host.vmdFunction !== null) writer.losses.add('field');
  const rest = implied === null ? children : children.filter((fn) => !implied.has(fn.id));
  const above = underHost(host, platform, isCaptured);
  writeBelow(writer, rest, level + 1, { kind: 'host', ...above });
}

/** How many host bridges, those of VMDs included, a reader has had before this one. */
function hostPlace(writer: Writer, index: number): number {
  let nested = 0;
  for (const host of writer.machinery.machine.hostBridges) {
    if (writer.machinery.isNested(host)) nested++;
  }
  return nested === 0 ? index : -1;
}

/** Functions that the platform has by itself, where the machine has all of them as they are. */
function impliedOn(
  writer: Writer,
  host: HostBridge,
  platform: PlatformPart,
  children: readonly PciFunction[],
  isNamed: boolean,
): { readonly implied: ReadonlySet<string> | null; readonly firstDevice: string | null } {
  const none = { implied: null, firstDevice: null };
  const { isCaptured, machinery } = writer;
  if (isCaptured && !isNamed) return none;
  const implied = new Set<string>();
  let firstDevice: string | null = null;
  const made = makeHost(platform, host).functions;
  for (const [index, fn] of made.entries()) {
    const place = fn.fixedAddress;
    const found = children.find((child) => {
      const { fixedAddress, address } = child;
      const at = isCaptured ? address : fixedAddress;
      return at !== null && at.device === place?.device && at.function === place.function;
    });
    if (!found || machinery.below(found.id).length > 0 || found.label !== null) return none;
    if (machinery.isReferred(found.id) || machinery.virtualOf(found.id).length > 0) return none;
    const target = targetOf(writer, found, host.domain);
    const address = isCaptured ? found.address : null;
    const start = {
      ...target,
      fn: {
        ...writer.numbered(fn, found),
        id: found.id,
        address,
        ...(isCaptured && { fixedAddress: null }),
      },
      feeds: [],
      slot: null,
    };
    const without = isCaptured ? NOTHING : new Set(['multi']);
    const { words, said } = spell(start, target, 'card', FUNCTION_ATTRIBUTES, without);
    const isOtherId = index === 0 && !isNamed && said.has('id') && words.length === 1;
    if (isOtherId && /^[0-9a-f]{4}:[0-9a-f]{4}$/.test(formatPciId(found.pciId))) {
      firstDevice = formatPciId(found.pciId);
    } else if (words.length > 0) return none;
    implied.add(found.id);
  }
  for (const child of children) {
    if (implied.has(child.id)) writer.losses.compare(child, child, isCaptured);
  }
  return { implied, firstDevice };
}
