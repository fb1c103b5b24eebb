import type { Machine, SideLink } from '../model/machine.ts';
import { METRICS } from './metrics.ts';
import type { Direction, Point, Rect, Scene, SceneText, SceneTie } from './scene.ts';
import { type Span, socketWay } from './socketWay.ts';
import { textWidth } from './textWidth.ts';
import { sideLinkWords, socketLinkWords } from './tieWords.ts';

/*
 * Lines beside the tree are brackets: between devices beyond their far ends, between sockets before
 * their near ends. Computed with u across and v from the root on, as the tree's own arrangement.
 */

/** From an edge to the first bracket, and from one bracket to the next. */
const FIRST = 10;
const PITCH = 7;
/** More would run into what stands beyond: from here on they share places. */
const MOST_LANES = 5;
/** As many are named each; beyond it one text stands for all of a kind. */
const MOST_NAMED = 4;
const TEXT_ROOM = 14;

/** The scene with what joins its parts beside the tree. */
export function withTies(scene: Scene, machine: Machine): Scene {
  const ties = [...socketTies(scene, machine), ...sideTies(scene, machine)];
  if (ties.length === 0) return scene;
  return { ...scene, ties, bounds: grownFor(scene.bounds, ties) };
}

function socketTies(
  { frames, boxes, bounds, direction }: Scene,
  machine: Machine,
): readonly SceneTie[] {
  const rects = new Map(frames.map(({ id, rect }) => [id as string, rect]));
  const obstacles = boxes.map(({ rect }) => spanOf(rect, direction));
  const all = spanOf(bounds, direction);
  const { margin } = METRICS;
  const outside = {
    u0: all.u0 + margin,
    u1: all.u1 - margin,
    v0: all.v0 + margin,
    v1: all.v1 - margin,
  };
  const lanes = new Lanes();
  return machine.socketLinks.flatMap((link, index): SceneTie[] => {
    const ends = endsOf(rects.get(link.from), rects.get(link.to), direction);
    if (!ends) return [];
    const [a, b] = ends;
    const isInRow = Math.abs(a.v0 - b.v0) < 1;
    const top = Math.min(a.v0, b.v0);
    const span = isInRow
      ? ([(a.u0 + a.u1) / 2, (b.u0 + b.u1) / 2, top] as const)
      : ([outside.u0, outside.u1, outside.v0] as const);
    const way = socketWay(a, b, outside, FIRST + PITCH * lanes.take(...span), obstacles);
    const words = socketLinkWords(link);
    const point = ({ u, v }: { readonly u: number; readonly v: number }): Point =>
      direction === 'down' ? { x: u, y: v } : { x: v, y: u };
    const text = textOf({ text: words, isBefore: true }, point(way.label), direction);
    const texts = [direction === 'down' ? { ...text, anchor: way.anchor } : text];
    const points = way.points.map(point);
    const kind = 'sockets' as const;
    return [{ key: `socket ${index}`, kind, isModelled: true, points, texts, title: words }];
  });
}

function sideTies({ placeOf, frames, direction }: Scene, machine: Machine): readonly SceneTie[] {
  const framed = new Map(frames.map(({ id, rect }) => [id as string, rect]));
  const rectOf = (id: SideLink['from']) =>
    placeOf.get(id as Parameters<typeof placeOf.get>[0])?.rect ?? framed.get(id);
  const shown = machine.sideLinks.flatMap((link) => {
    const ends = endsOf(rectOf(link.from), rectOf(link.to), direction);
    return ends ? [{ link, ends }] : [];
  });
  const counts = new Map<string, number>();
  const ended = new Map<string, number>();
  for (const { link } of shown) {
    counts.set(link.kind, (counts.get(link.kind) ?? 0) + 1);
    for (const id of [link.from, link.to]) ended.set(id, (ended.get(id) ?? 0) + 1);
  }
  const taken = new Map<string, number>();
  /** Where on a part's edge its next line ends: they stand side by side. */
  const place = (id: string, { u0, u1 }: Span) => {
    const number = (taken.get(id) ?? 0) + 1;
    taken.set(id, number);
    return u0 + ((u1 - u0) * number) / ((ended.get(id) ?? 1) + 1);
  };
  const lanes = new Lanes();
  const named = new Set<string>();
  return shown.map(({ link, ends: [a, b] }, index) => {
    const count = counts.get(link.kind) ?? 1;
    const isOneForAll = count > MOST_NAMED;
    const text =
      isOneForAll && named.has(link.kind) ? '' : sideLinkWords(link, isOneForAll ? count : 1);
    named.add(link.kind);
    const from = place(link.from, a);
    const to = place(link.to, b);
    const bottom = Math.max(a.v1, b.v1);
    const v = bottom + FIRST + PITCH * lanes.take(from, to, bottom);
    const bracket = { from, to, v, fromV: a.v1, toV: b.v1 };
    const label = { text, isBefore: false };
    return tie(`side ${index}`, link.kind, bracket, label, sideLinkWords(link, 1), direction);
  });
}

/** Both ends on the axes of the arrangement; `null` where one of them is not drawn. */
function endsOf(
  from: Rect | undefined,
  to: Rect | undefined,
  direction: Direction,
): readonly [Span, Span] | null {
  return from && to && from !== to ? [spanOf(from, direction), spanOf(to, direction)] : null;
}

function spanOf({ x, y, width, height }: Rect, direction: Direction): Span {
  return direction === 'down'
    ? { u0: x, u1: x + width, v0: y, v1: y + height }
    : { u0: y, u1: y + height, v0: x, v1: x + width };
}

interface Bracket {
  readonly from: number;
  readonly to: number;
  /** Where it runs across, and where its two ends stand. */
  readonly v: number;
  readonly fromV: number;
  readonly toV: number;
}

interface Label {
  readonly text: string;
  /** On the root's side of the line. */
  readonly isBefore: boolean;
}

function tie(
  key: string,
  kind: SceneTie['kind'],
  { from, to, v, fromV, toV }: Bracket,
  label: Label,
  title: string,
  direction: Direction,
): SceneTie {
  const point = (u: number, along: number): Point =>
    direction === 'down' ? { x: u, y: along } : { x: along, y: u };
  const points = [point(from, fromV), point(from, v), point(to, v), point(to, toV)];
  const texts = label.text === '' ? [] : [textOf(label, point((from + to) / 2, v), direction)];
  return { key, kind, isModelled: false, points, texts, title };
}

function textOf({ text, isBefore }: Label, at: Point, direction: Direction): SceneText {
  const role = 'link' as const;
  if (direction === 'down') {
    return { role, text, x: at.x, y: isBefore ? at.y - 4 : at.y + 12, anchor: 'middle' };
  }
  const x = isBefore ? at.x - 6 : at.x + 6;
  return { role, text, x, y: at.y + 4, anchor: isBefore ? 'end' : 'start' };
}

/** Gives brackets that overlap places beside one another. */
class Lanes {
  readonly #taken: {
    readonly lane: number;
    readonly from: number;
    readonly to: number;
    readonly v: number;
  }[] = [];

  /** @param v the edge that the bracket starts from: those of other rows do not count */
  take(a: number, b: number, v: number): number {
    const [from, to] = a < b ? [a, b] : [b, a];
    const near = this.#taken.filter(
      (each) => Math.abs(each.v - v) < 1 && each.from < to && each.to > from,
    );
    let lane = 0;
    while (lane < MOST_LANES - 1 && near.some((each) => each.lane === lane)) lane++;
    this.#taken.push({ lane, from, to, v });
    return lane;
  }
}

function grownFor(bounds: Rect, ties: readonly SceneTie[]): Rect {
  let left = bounds.x;
  let top = bounds.y;
  let right = bounds.x + bounds.width;
  let bottom = bounds.y + bounds.height;
  const take = (x0: number, y0: number, x1: number, y1: number) => {
    left = Math.min(left, x0 - METRICS.margin);
    top = Math.min(top, y0 - METRICS.margin);
    right = Math.max(right, x1 + METRICS.margin);
    bottom = Math.max(bottom, y1 + METRICS.margin);
  };
  for (const { points, texts } of ties) {
    for (const { x, y } of points) take(x, y, x, y);
    for (const { x, y, text, role, anchor } of texts) {
      const width = textWidth(text, role);
      const start = { start: x, middle: x - width / 2, end: x - width }[anchor];
      take(start, y - TEXT_ROOM, start + width, y);
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
