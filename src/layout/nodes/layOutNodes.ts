import type { Machine } from '../../model/machine.ts';
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
import { placeTowers, type Tower } from '../towers.ts';
import { NodeBuilder } from './buildNodes.ts';
import { drawNode } from './drawNode.ts';
import type { Node } from './node.ts';

/** What `lspci -t` knows: every function a node, buses as lines. */
export function layOutNodes(machine: Machine, options: LayoutOptions): Scene {
  const pace = PACES[options.direction];
  const forest = growForest(machine);
  const builder = new NodeBuilder(forest, options, new Shifts(machine, options.direction));
  const roots = machine.hostBridges.map((host) => builder.host(host));
  if (forest.orphans.length > 0) roots.push(builder.orphans(forest.orphans));
  const towers = roots.map(
    (root): Tower<Node, never> => ({
      frame: null,
      node: null,
      shift: { u: 0, v: 0 },
      trees: [measure(root, pace)],
    }),
  );
  // Nothing frames the trees: a root must not seem to be part of the tree that it stands beside.
  const { tree: between, treeShelf: shelf } = METRICS.gap;
  const draft = emptyDraft<Node>();
  for (const { tree, at } of placeTowers(towers, pace, { between, shelf }).trees)
    place(tree, at, pace, draft);

  const sheet = new Sheet('functions', options.direction);
  for (const { knot, area } of draft.knots) drawNode(knot.what, sheet.rect(area), sheet, options);
  for (const { outlet, kid, points, label } of draft.wires) {
    if (kid.what.kind !== 'function') continue;
    const { functions, isFirst } = kid.what;
    const [first] = functions;
    if (!first) continue;
    const port = outlet.upper === null ? null : (forest.byId.get(outlet.upper) ?? null);
    const isLink = isLinkAbove(first, port);
    const { text, ...words } = linkWords(isLink ? first : undefined, isLink ? port : null);
    sheet.link(
      {
        key: first.id,
        upper: outlet.upper,
        kind: isLink ? 'link' : 'internal',
        points: points.map((point) => sheet.point(point)),
        ...words,
        title: isLink ? words.title : 'Bus, not a link',
        texts: isLink && isFirst && outlet.labels !== 'none' ? sheet.linkText(text, label) : [],
      },
      functions.map((fn) => fn.id),
    );
  }
  return sheet.scene();
}
