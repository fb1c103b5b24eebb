import { UNKNOWN } from '../../base/unknown.ts';
import type { HostBridge, Machine, Socket } from '../../model/machine.ts';
import type { Knot } from '../arrange/knot.ts';
import { measure } from '../arrange/measure.ts';
import { PACES } from '../arrange/pace.ts';
import { emptyDraft, place } from '../arrange/place.ts';
import { growForest } from '../forest.ts';
import { isLinkAbove } from '../isLinkAbove.ts';
import { linkWords } from '../linkWords.ts';
import { METRICS } from '../metrics.ts';
import type { LayoutOptions, Scene } from '../scene.ts';
import { Sheet } from '../sheet.ts';
import { Shifts } from '../shifts.ts';
import { fitText } from '../textWidth.ts';
import { placeTowers, type Tower } from '../towers.ts';
import type { Block } from './block.ts';
import { BlockBuilder } from './buildBlocks.ts';
import { drawBlock, firstFunctions, type PlacedPort } from './drawBlock.ts';

/** What architects draw: sockets, host bridges, switches as one box, devices as cards. */
export function layOutBlocks(machine: Machine, options: LayoutOptions): Scene {
  const pace = PACES[options.direction];
  const forest = growForest(machine);
  const shifts = new Shifts(machine, options.direction);
  const builder = new BlockBuilder(machine, forest, options, shifts);
  const still = { u: 0, v: 0 };
  const measured = (host: HostBridge, socket: Socket | null) =>
    measure(builder.host(host, socket), pace);
  const { bySocket, alone } = socketsOf(machine);
  const towers: Tower<Block, Socket>[] = [];
  for (const [socket, hosts] of bySocket) {
    const trees = hosts.map((host) => measured(host, socket));
    towers.push({ frame: socket, node: null, shift: shifts.of(socket.id), trees });
  }
  for (const host of alone) {
    const node = host.numaNode === UNKNOWN ? null : host.numaNode;
    towers.push({ frame: null, node, shift: still, trees: [measured(host, null)] });
  }
  if (forest.orphans.length > 0) {
    const bar = measure(builder.orphans(forest.orphans), pace);
    towers.push({ frame: null, node: null, shift: still, trees: [bar] });
  }

  const { tower, shelf } = METRICS.gap;
  const placed = placeTowers(towers, pace, { between: tower, shelf });
  const draft = emptyDraft<Block>();
  for (const { tree, at } of placed.trees) place(tree, at, pace, draft);
  const sheet = new Sheet('blocks', options.direction);
  for (const { name, area } of placed.frames) {
    const rect = sheet.rect(area);
    const numa = name.numaNode === null ? '' : ` · NUMA ${name.numaNode}`;
    const place = machine.sockets.findIndex(({ id }) => id === name.id);
    const text = `${name.label ?? `Socket ${place}`}${numa}`;
    const room = rect.width - 2 * METRICS.frame.pad;
    const at = { x: rect.x + METRICS.frame.pad, y: rect.y + 21, anchor: 'start' as const };
    const texts = [{ role: 'caption' as const, text: fitText(text, 'caption', room), ...at }];
    sheet.frame({ key: name.id, kind: 'socket', id: name.id, rect, texts, title: text });
  }
  const portsOf = new Map<Knot<Block>, PlacedPort[]>();
  for (const { knot, port, area } of draft.ports) {
    const ports = portsOf.get(knot);
    if (ports) ports.push({ port, area });
    else portsOf.set(knot, [{ port, area }]);
  }
  for (const { knot, area } of draft.knots) {
    drawBlock(knot.what, area, portsOf.get(knot) ?? [], sheet, options);
  }
  for (const { outlet, kid, points, label } of draft.wires) {
    const block = kid.what;
    const functions = firstFunctions(block);
    const port = outlet.port ?? (outlet.upper === null ? null : forest.byId.get(outlet.upper));
    const [key] = functions;
    if (key === undefined) continue;
    const lower = forest.byId.get(key);
    const isLink = isLinkAbove(lower, port ?? null);
    const { text, ...words } = linkWords(isLink ? lower : undefined, isLink ? port : null);
    sheet.link(
      {
        key,
        upper: outlet.upper,
        kind: isLink ? 'link' : 'internal',
        points: points.map((point) => sheet.point(point)),
        ...words,
        title: isLink ? words.title : outlet.upper === null ? 'Not shown' : 'Conventional bus',
        texts: isLink && outlet.labels !== 'none' ? sheet.linkText(text, label) : [],
      },
      functions,
    );
  }
  return sheet.scene();
}

/** Hosts by their socket; where the document knows none of a host, by its NUMA node if it can. */
function socketsOf(machine: Machine): {
  readonly bySocket: ReadonlyMap<Socket, readonly HostBridge[]>;
  readonly alone: readonly HostBridge[];
} {
  const bySocket = new Map<Socket, HostBridge[]>(machine.sockets.map((socket) => [socket, []]));
  const alone: HostBridge[] = [];
  for (const host of machine.hostBridges) {
    const named = machine.sockets.find(({ id }) => id === host.socket);
    const near = machine.sockets.filter(
      ({ numaNode }) =>
        numaNode !== null && host.numaNode !== UNKNOWN && numaNode === host.numaNode,
    );
    const socket = named ?? (near.length === 1 ? near[0] : undefined);
    const hosts = socket ? bySocket.get(socket) : undefined;
    if (hosts) hosts.push(host);
    else alone.push(host);
  }
  return { bySocket, alone };
}
