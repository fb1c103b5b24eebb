import { UNKNOWN } from '../../base/unknown.ts';
import type { HostBridge, Machine, Socket } from '../../model/machine.ts';
import { NO_ARRANGEMENT, ORPHANS } from '../arrange/arrangement.ts';
import type { Knot } from '../arrange/knot.ts';
import { Leaves } from '../arrange/Leaves.ts';
import { measure } from '../arrange/measure.ts';
import { PACES } from '../arrange/pace.ts';
import { emptyDraft, place } from '../arrange/place.ts';
import { growForest } from '../forest.ts';
import { isLinkAbove } from '../isLinkAbove.ts';
import { linkWords } from '../linkWords.ts';
import { METRICS } from '../metrics.ts';
import { Notes } from '../notes/Notes.ts';
import { noteBlock } from '../notes/noteBlock.ts';
import { Placements } from '../placements.ts';
import type { LayoutOptions, Scene } from '../scene.ts';
import { Sheet } from '../sheet.ts';
import { socketCaption, socketsOf } from '../socketsOf.ts';
import { fitText } from '../textWidth.ts';
import { placeTowers, type Tower } from '../towers.ts';
import type { Block } from './block.ts';
import { BlockBuilder } from './buildBlocks.ts';
import { drawBlock, functionsAt, type PlacedPort } from './drawBlock.ts';

/** What architects draw: sockets, host bridges, switches as one box, devices as cards. */
export function layOutBlocks(machine: Machine, options: LayoutOptions): Scene {
  const pace = PACES[options.direction];
  const forest = growForest(machine);
  const placements = new Placements(machine, options.direction);
  const builder = new BlockBuilder(machine, forest, options, placements);
  const still = { u: 0, v: 0 };
  const notes = new Notes(machine);
  const { pad } = METRICS.frame;
  const noted = (socket: Socket, width: number) => noteBlock(notes.of(socket.id), width - 2 * pad);
  const former = options.former ?? NO_ARRANGEMENT;
  const leaves = new Leaves(former.leaves);
  const measured = (host: HostBridge, socket: Socket | null) =>
    measure(builder.host(host, socket), pace, leaves, host.id);
  const { bySocket, alone } = socketsOf(machine);
  const towers: Tower<Block, Socket>[] = [];
  for (const [socket, hosts] of bySocket) {
    const hidden = builder.socket(socket, hosts);
    const trees = hidden
      ? [measure(hidden, pace, leaves, socket.id)]
      : hosts.map((host) => measured(host, socket));
    const headOf = (width: number) => noted(socket, width).height;
    const shift = placements.shift(socket.id);
    towers.push({ name: socket.id, frame: socket, node: null, shift, headOf, trees });
  }
  for (const host of alone) {
    const node = host.numaNode === UNKNOWN ? null : host.numaNode;
    const trees = [measured(host, null)];
    towers.push({ name: host.id, frame: null, node, shift: still, trees });
  }
  if (forest.orphans.length > 0) {
    const bar = measure(builder.orphans(forest.orphans), pace, leaves, ORPHANS);
    towers.push({ name: ORPHANS, frame: null, node: null, shift: still, trees: [bar] });
  }

  const { tower, shelf } = METRICS.gap;
  const placed = placeTowers(towers, pace, { between: tower, shelf }, former.seats);
  const draft = emptyDraft<Block>();
  for (const { tree, at } of placed.trees) place(tree, at, pace, draft);
  const sheet = new Sheet('blocks', options.direction);
  for (const { name, area } of placed.frames) {
    const rect = sheet.rect(area);
    const text = socketCaption(machine, name);
    const room = rect.width - 2 * pad;
    const at = { x: rect.x + pad, y: rect.y + 21, anchor: 'start' as const };
    const said = noted(name, rect.width).at({ x: at.x, y: rect.y + 27 });
    const caption = { role: 'caption' as const, text: fitText(text, 'caption', room), ...at };
    const texts = [caption, ...said.texts];
    const signs = said.signs.length > 0 ? { signs: said.signs } : {};
    sheet.frame({ key: name.id, kind: 'socket', id: name.id, rect, texts, title: text, ...signs });
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
    const functions = functionsAt(block, outlet.port);
    const port = outlet.port ?? (outlet.upper === null ? null : forest.byId.get(outlet.upper));
    const [key] = functions;
    if (key === undefined) continue;
    const lower = forest.byId.get(key);
    const isLink = isLinkAbove(lower, port ?? null);
    const { text, ...words } = linkWords(isLink ? lower : undefined, isLink ? port : null);
    const isTold = isLink && outlet.labels !== 'none';
    const told = isTold ? sheet.linkText(stackedWords(block, text), label) : [];
    const ends = functions.flatMap((id) => forest.byId.get(id) ?? []);
    sheet.link(
      {
        key,
        upper: outlet.upper,
        kind: isLink ? 'link' : 'internal',
        points: points.map((point) => sheet.point(point)),
        ...words,
        title: isLink ? words.title : outlet.upper === null ? 'Not shown' : 'Conventional bus',
        ...sheet.linkNotes(notes.ofLink(ends), label, told),
      },
      functions,
    );
  }
  return sheet.scene(machine, { seats: placed.seats, leaves: leaves.blocks });
}

/** Of a stack, one line says what all of them are. */
function stackedWords(block: Block, text: string): string {
  const count = block.kind === 'device' ? (block.stack?.size ?? 1) : 1;
  return count > 1 && text !== '' ? `${count} × ${text}` : text;
}
