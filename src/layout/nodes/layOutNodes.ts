import type { FunctionId } from '../../model/ids.ts';
import type { HostBridge, Machine, Socket } from '../../model/machine.ts';
import { NO_ARRANGEMENT, ORPHANS } from '../arrange/arrangement.ts';
import { Leaves } from '../arrange/Leaves.ts';
import { measure } from '../arrange/measure.ts';
import { PACES } from '../arrange/pace.ts';
import { emptyDraft, place } from '../arrange/place.ts';
import { growForest } from '../forest.ts';
import { isLinkAbove } from '../isLinkAbove.ts';
import { linkWords } from '../linkWords.ts';
import { METRICS } from '../metrics.ts';
import { Notes } from '../notes/Notes.ts';
import { Placements } from '../placements.ts';
import type { LayoutOptions, Scene } from '../scene.ts';
import { Sheet } from '../sheet.ts';
import { socketCaption, socketName, socketsOf } from '../socketsOf.ts';
import { placeTowers, type Tower } from '../towers.ts';
import { NodeBuilder } from './buildNodes.ts';
import { drawNode } from './drawNode.ts';
import type { Node, NodeKnot } from './node.ts';

const NO_ID = '' as FunctionId;

/** What `lspci -t` knows: every function a node, buses as lines. */
export function layOutNodes(machine: Machine, options: LayoutOptions): Scene {
  const pace = PACES[options.direction];
  const forest = growForest(machine);
  const builder = new NodeBuilder(
    machine,
    forest,
    options,
    new Placements(machine, options.direction),
  );
  const roots = rootsOf(machine, builder);
  if (forest.orphans.length > 0) roots.push(builder.orphans(forest.orphans));
  const former = options.former ?? NO_ARRANGEMENT;
  const leaves = new Leaves(former.leaves);
  const towers = roots.map((root): Tower<Node, never> => {
    const name = nameOf(root);
    const trees = [measure(root, pace, leaves, name)];
    return { name, frame: null, node: null, shift: { u: 0, v: 0 }, trees };
  });
  // Nothing frames the trees: a root must not seem to be part of the tree that it stands beside.
  const { tree: between, treeShelf: shelf } = METRICS.gap;
  const draft = emptyDraft<Node>();
  const placed = placeTowers(towers, pace, { between, shelf }, former.seats);
  for (const { tree, at } of placed.trees) place(tree, at, pace, draft);

  const notes = new Notes(machine);
  const sheet = new Sheet('functions', options.direction);
  for (const { knot, area } of draft.knots) drawNode(knot.what, sheet.rect(area), sheet, options);
  for (const { outlet, kid, points, label } of draft.wires) {
    const { what } = kid;
    if (what.kind !== 'function' && what.kind !== 'collapsed') continue;
    const functions =
      what.kind === 'function' ? what.functions.map(({ id }) => id) : what.part.tops;
    const first = forest.byId.get(functions[0] ?? NO_ID);
    if (!first) continue;
    const many = what.kind === 'function' ? what.stack : 1;
    const isFirst = what.kind === 'collapsed' || what.isFirst;
    const port = outlet.upper === null ? null : (forest.byId.get(outlet.upper) ?? null);
    const isLink = isLinkAbove(first, port);
    const { text, ...words } = linkWords(isLink ? first : undefined, isLink ? port : null);
    const isTold = isLink && isFirst && outlet.labels !== 'none';
    const told = isTold
      ? sheet.linkText(many > 1 && text !== '' ? `${many} × ${text}` : text, label)
      : [];
    const ends = functions.flatMap((id) => forest.byId.get(id) ?? []);
    sheet.link(
      {
        key: first.id,
        upper: outlet.upper,
        kind: isLink ? 'link' : 'internal',
        points: points.map((point) => sheet.point(point)),
        ...words,
        title: isLink ? words.title : 'Bus, not a link',
        ...sheet.linkNotes(notes.ofLink(ends), label, told),
      },
      functions,
    );
  }
  return sheet.scene(machine, { seats: placed.seats, leaves: leaves.blocks });
}

/** The host bridges; in the place of those of a collapsed socket the socket, once. */
function rootsOf(machine: Machine, builder: NodeBuilder): NodeKnot[] {
  const hidden = new Map<HostBridge, NodeKnot>();
  const around = new Map<HostBridge, Socket>();
  const first = new Map<HostBridge, { readonly socket: Socket; readonly name: string }>();
  for (const [socket, hosts] of socketsOf(machine).bySocket) {
    const knot = builder.socket(socket, hosts, socketCaption(machine, socket));
    const [told] = hosts;
    if (told) first.set(told, { socket, name: socketName(machine, socket) });
    for (const host of hosts) {
      around.set(host, socket);
      if (knot) hidden.set(host, knot);
    }
  }
  const roots = machine.hostBridges.map(
    (host) =>
      hidden.get(host) ?? builder.host(host, around.get(host) ?? null, first.get(host) ?? null),
  );
  return [...new Set(roots)];
}

function nameOf({ what }: NodeKnot): string {
  if (what.kind === 'host') return what.host.id;
  return what.kind === 'socket' ? what.socket.id : ORPHANS;
}
