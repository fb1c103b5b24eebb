import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { clearLane, inFrame } from './clearLane.ts';
import { simplified, squared } from './polyline.ts';
import { holds, intersects, spanned } from './rects.ts';
import { flipOf, Router } from './router.ts';
import type { Point, Rect, Scene, SceneFrame, SceneLink } from './scene.ts';
import { wayToHost } from './wayToHost.ts';

/** Where a packet may stand; what the engine calls a place. */
export type WalkPlace =
  | { readonly kind: 'function'; readonly id: FunctionId }
  | { readonly kind: 'root-complex'; readonly host: HostBridgeId | 'unknown' }
  | { readonly kind: 'iommu' }
  /** The host's memory, behind the root complex with that host bridge. */
  | { readonly kind: 'memory'; readonly host: HostBridgeId | 'unknown' };

/** The way of a packet through a drawing. */
export interface WalkRoute {
  /**
   * Where the packet stands at each hop: in the middle of a port, at the edge of a card or node (its
   * words stay readable), inside the frame of a root complex, on its far edge at the IOMMU, on that of
   * the socket around it (or its own, further along) at the memory.
   */
  readonly stations: readonly Point[];
  /** What is drawn of each hop's place: a port, a card, a host bridge; `null` of an IOMMU and of memory. */
  readonly places: readonly (Rect | null)[];
  /** From each station to the next: one fewer than stations. */
  readonly legs: readonly (readonly Point[])[];
  /** Which way the drawing has free space at an IOMMU and at memory: away from the tree. */
  readonly outward: 'up' | 'left';
}

/** From a root port's inner edge to where the root complex decides. */
const ROOT_GAP = 8;
/** Below the far edge of a host bridge: where the way to its IOMMU runs. */
const EDGE_GAP = 10;
/** Free of the caption of a host bridge's frame. */
const CAPTION_GAP = 16;
/** From an IOMMU along the edge to the memory: room for the signs of both. */
const MEMORY_STEP = 144;
/** At least so far apart, where a frame is narrow. */
const LEAST_STEP = 64;
/** Ports and marks are small: a packet stands in their middle. */
const SMALL = 64;

/**
 * The way of a request, and of its completion, hop by hop.
 *
 * @param places in order, as the engine gives them; functions that are not drawn keep the packet
 *   where it was
 */
export function walkRoute(
  scene: Scene,
  byId: ReadonlyMap<FunctionId, PciFunction>,
  places: readonly WalkPlace[],
): WalkRoute {
  const walker = new Walker(scene, byId, places);
  const flip = flipOf(scene);
  const stations: Point[] = [];
  const legs: (readonly Point[])[] = [];
  places.forEach((_, index) => {
    const fixed = walker.middle(index);
    const before = stations[index - 1];
    if (index === 0 || !before) {
      stations.push(fixed ?? walker.leg(0)[0] ?? walker.edge(0));
      return;
    }
    const ends = fixed ? [fixed] : [];
    const way = simplified(squared([before, ...walker.leg(index - 1), ...ends]));
    stations.push(way.at(-1) ?? before);
    legs.push(way.map(flip));
  });
  return {
    stations: stations.map(flip),
    places: places.map((_, index) => walker.place(index)),
    legs,
    outward: scene.direction === 'down' ? 'up' : 'left',
  };
}

/** Works as if every drawing grew downwards; only `place` answers as the drawing is. */
class Walker {
  readonly #scene: Scene;
  readonly #byId: ReadonlyMap<FunctionId, PciFunction>;
  readonly #places: readonly WalkPlace[];
  readonly #router: Router;
  readonly #above: ReadonlyMap<FunctionId, SceneLink>;

  constructor(
    scene: Scene,
    byId: ReadonlyMap<FunctionId, PciFunction>,
    places: readonly WalkPlace[],
  ) {
    this.#scene = scene;
    this.#byId = byId;
    this.#places = places;
    this.#above = new Map(scene.links.map((link) => [link.key, link]));
    this.#router = new Router(scene, this.#above);
  }

  place(index: number): Rect | null {
    const at = this.#places[index];
    if (at?.kind === 'function') return this.#scene.placeOf.get(at.id)?.rect ?? null;
    return at?.kind === 'root-complex' ? (this.#frameAt(index)?.rect ?? null) : null;
  }

  /** Where a packet stands, if that does not depend on where it comes from. */
  middle(index: number): Point | null {
    const at = this.#places[index];
    if (!at) return null;
    if (at.kind === 'root-complex') return this.#rootPoint(index);
    if (at.kind === 'iommu') return this.#iommuPoint(index);
    if (at.kind === 'memory') return this.#memoryPoint(index);
    const rect = this.#scene.placeOf.get(at.id)?.rect;
    if (!rect || Math.max(rect.width, rect.height) > SMALL) return null;
    return this.#flip({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
  }

  /** The edge of a box that its link is at. */
  edge(index: number): Point {
    const at = this.#places[index];
    return at?.kind === 'function' ? this.#router.top(at.id) : { x: 0, y: 0 };
  }

  /** From the edge of one place to the edge of the next. */
  leg(index: number): readonly Point[] {
    const from = this.#places[index];
    const to = this.#places[index + 1];
    if (!from || !to) return [];
    if (from.kind === 'function' && to.kind === 'function') return this.#between(from.id, to.id);
    if (from.kind === 'function') {
      const way = this.#ascent(from.id);
      if (to.kind === 'memory') return [...way, ...this.#toMemory(index + 1, way.at(-1))];
      return to.kind === 'iommu' ? [...way, ...this.#toIommu(index + 1, way.at(-1))] : way;
    }
    if (to.kind === 'memory') return this.#toMemory(index + 1, this.middle(index) ?? undefined);
    const down = to.kind === 'function' ? this.#ascent(to.id).toReversed() : [];
    if (from.kind === 'memory') {
      const entrance = down[0] ?? this.middle(index + 1) ?? undefined;
      return [...this.#toMemory(index, entrance).toReversed(), ...down];
    }
    if (to.kind === 'function') {
      const start = from.kind === 'iommu' ? this.#iommuPoint(index) : this.#rootPoint(index);
      return [...this.#acrossRoot(start, index, to.id, down[0]), ...down];
    }
    if (to.kind === 'iommu') return this.#toIommu(index + 1, this.#rootPoint(index));
    const start = from.kind === 'iommu' ? this.#iommuPoint(index) : this.#rootPoint(index);
    const next = this.#contextOf(index + 1);
    const end = this.#rootPoint(index + 1);
    return next === null ? [start, end] : this.#acrossRoot(start, index, next, end);
  }

  /** From one function to another, below their root complex if they meet there. */
  #between(a: FunctionId, b: FunctionId): readonly Point[] {
    if (a === b) return [];
    const up = wayToHost(this.#byId, a).functions;
    const down = wayToHost(this.#byId, b).functions;
    const common = up.find((id) => down.includes(id));
    if (common === undefined) {
      const way = this.#ascent(a);
      const back = this.#ascent(b).toReversed();
      return [...way, ...this.#overRoot(a, b), ...back];
    }
    const left = up.slice(0, up.indexOf(common) + 1);
    const right = down.slice(0, down.indexOf(common) + 1);
    const across = this.#router.across(left.at(-2), right.at(-2));
    if (!across) return [...this.#climb(left), ...this.#climb(right).toReversed()];
    return [
      ...this.#climb(left.slice(0, -1)),
      ...across.map(this.#flip),
      ...this.#climb(right.slice(0, -1)).toReversed(),
    ];
  }

  /** From function to function upwards. */
  #climb(functions: readonly FunctionId[]): readonly Point[] {
    return this.#router.leg(functions).flatMap((piece) => piece.map(this.#flip));
  }

  /** From a function up to where its root complex decides. */
  #ascent(id: FunctionId): readonly Point[] {
    const { functions } = wayToHost(this.#byId, id);
    const top = functions.at(-1) ?? id;
    const links = this.#router.exit(top).pieces.flatMap((piece) => piece.map(this.#flip));
    const out = links.length > 0 ? links : [this.#router.top(top)];
    return [...this.#climb(functions), ...out, this.#rootPointOf(top)];
  }

  /** Above a function on a root bus: inside its host bridge. */
  #rootPointOf(top: FunctionId): Point {
    const { pieces, end, roof } = this.#router.exit(top);
    const start = pieces[0]?.at(-1);
    if (start) return this.#flip(start);
    const y = end.y - ROOT_GAP;
    return { x: end.x, y: roof === null ? y : Math.max(y, roof) };
  }

  /** Where the root complex decides at a hop: above the port that the packet came, or goes, by. */
  #rootPoint(index: number): Point {
    const id = this.#contextOf(index);
    const frame = this.#frameAt(index);
    const host = id === null ? null : wayToHost(this.#byId, id).host;
    if (id !== null && (frame === null || frame.id === host)) {
      return this.#rootPointOf(wayToHost(this.#byId, id).functions.at(-1) ?? id);
    }
    if (!frame) return { x: 0, y: 0 };
    const { x, y, width, height } = this.#flipped(frame.rect);
    return { x: x + width / 2, y: y + Math.max(height - ROOT_GAP, height / 2) };
  }

  /** On the far edge of the host bridge that the packet comes from. */
  #iommuPoint(index: number): Point {
    const before = this.#functionBeside(index, -1) ?? this.#functionBeside(index, 1);
    const top = before === null ? null : (wayToHost(this.#byId, before).functions.at(-1) ?? before);
    const inside = top === null ? { x: 0, y: 0 } : this.#rootPointOf(top);
    const frame = top === null ? null : this.#frameOf(top);
    if (!frame) return { x: inside.x, y: inside.y - 3 * ROOT_GAP };
    const { x, y, width } = this.#flipped(frame.rect);
    const clear = this.#clear(inside.x, inside.y, [frame]);
    return { x: clear ?? Math.max(x + width - CAPTION_GAP, x + width / 2), y };
  }

  /** On the far edge of whatever holds the host bridge: clear of where its IOMMU is. */
  #memoryPoint(index: number): Point {
    const iommu = this.#iommuPoint(index);
    const frame = this.#outerFrame(index);
    if (!frame) return { x: iommu.x + MEMORY_STEP, y: iommu.y };
    const { x, y, width, height } = this.#flipped(frame.rect);
    const last = x + width - CAPTION_GAP;
    const wanted = Math.min(iommu.x + MEMORY_STEP, last);
    const inner = this.#frameAt(index);
    const below = inner ? this.#rootPoint(index).y : y + height / 2;
    const clear = this.#clear(wanted, below, inner && inner !== frame ? [frame, inner] : [frame]);
    return { x: Math.max(clear ?? last, iommu.x + LEAST_STEP), y };
  }

  /** The socket around a hop's host bridge, or that itself. */
  #outerFrame(index: number): SceneFrame | null {
    const at = this.#places[index];
    const beside = this.#functionBeside(index, -1) ?? this.#functionBeside(index, 1);
    const near = beside === null ? null : wayToHost(this.#byId, beside).host;
    const host = at?.kind === 'memory' && at.host !== 'unknown' ? at.host : near;
    const inner = this.#hostFrame(host);
    if (!inner || inner.kind === 'socket') return inner;
    const { x, y } = inner.rect;
    const isAround = ({ kind, rect }: SceneFrame) => kind === 'socket' && holds(rect, { x, y });
    return this.#scene.frames.find(isAround) ?? inner;
  }

  /** From inside a host bridge to the memory: below the frame's far edge, where nothing else runs. */
  #toMemory(index: number, from: Point | undefined): readonly Point[] {
    const to = this.#memoryPoint(index);
    if (!from) return [to];
    // From its own IOMMU, which lies on an edge, it leaves upwards where there is room.
    const run = from.y <= to.y + EDGE_GAP ? to.y + EDGE_GAP : this.#run(from, to, index);
    return [from, { x: from.x, y: run }, { x: to.x, y: run }, to];
  }

  /** Where a way to the far edge of the first of these frames passes what is in them. */
  #clear(wanted: number, below: number, frames: readonly SceneFrame[]): number | null {
    const rects = frames.map(({ rect }) => this.#flipped(rect));
    const from = Math.max(...rects.map(({ x }) => x));
    const to = Math.min(...rects.map(({ x, width }) => x + width));
    const taken = frames.flatMap((frame) => this.#within(frame));
    const spans = taken.filter(({ y }) => y < below).map(({ x, width }) => [x, x + width] as const);
    return clearLane(wanted, spans, [from, to]);
  }

  #within(frame: SceneFrame): readonly Rect[] {
    return inFrame(this.#scene, frame).map((rect) => this.#flipped(rect));
  }

  #toIommu(index: number, from: Point | undefined): readonly Point[] {
    const to = this.#iommuPoint(index);
    if (!from) return [to];
    const run = this.#run(from, to, index);
    return [from, { x: from.x, y: run }, { x: to.x, y: run }, to];
  }

  /**
   * Where a way runs along inside a host bridge: just above its ports, below its words. Ways to the
   * IOMMU, back, and to the memory are one line there.
   */
  #run(from: Point, to: Point, index: number): number {
    const run = Math.max((to.y + from.y) / 2, from.y - ROOT_GAP);
    const frame = this.#frameAt(index);
    if (!frame) return run;
    const lane = spanned({ x: from.x, y: run }, { x: to.x, y: from.y });
    return this.#within(frame).some((rect) => intersects(rect, lane)) ? from.y : run;
  }

  /** Inside a root complex, or from one to another, to where the next port's way begins. */
  #acrossRoot(
    start: Point,
    index: number,
    next: FunctionId,
    end: Point | undefined,
  ): readonly Point[] {
    if (!end) return [start];
    const before = this.#functionBeside(index, -1) ?? next;
    const isOneHost = wayToHost(this.#byId, before).host === wayToHost(this.#byId, next).host;
    if (!isOneHost) {
      const over = this.#overRoot(before, next, start);
      return [start, ...over, end];
    }
    if (this.#places[index]?.kind !== 'iommu') return [start, { x: end.x, y: start.y }, end];
    const run = this.#run(end, start, index);
    return [start, { x: start.x, y: run }, { x: end.x, y: run }, end];
  }

  /** From the root complex above one function to that above another. */
  #overRoot(a: FunctionId, b: FunctionId, start?: Point): readonly Point[] {
    const ways = [a, b].map((id) => wayToHost(this.#byId, id));
    const exits = [a, b].map((id, side) => this.#router.exit(ways[side]?.functions.at(-1) ?? id));
    const [left, right] = exits;
    if (!left || !right) return [];
    const isOneHost = ways[0]?.host === ways[1]?.host;
    // From the far edge it is off at once.
    const isAtEdge = start !== undefined && start.y < left.end.y - 2 * ROOT_GAP;
    const from = isAtEdge ? { ...left, end: start } : left;
    return this.#router.overTheTop(from, right, isOneHost).points;
  }

  /**
   * The function below a root complex whose port the packet is at: the one it came by, or goes by
   * once it has been at the IOMMU.
   */
  #contextOf(index: number): FunctionId | null {
    const at = this.#places[index];
    const before = this.#functionBeside(index, -1);
    const after = this.#functionBeside(index, 1);
    const came = this.#places[index - 1]?.kind === 'function';
    const [first, second] = came ? [before, after] : [after, before];
    if (at?.kind !== 'root-complex' || at.host === 'unknown') return first ?? second;
    const isBelow = (id: FunctionId | null) =>
      id !== null && wayToHost(this.#byId, id).host === at.host;
    return isBelow(first) ? first : isBelow(second) ? second : (first ?? second);
  }

  #functionBeside(index: number, step: 1 | -1): FunctionId | null {
    for (let at = index + step; at >= 0 && at < this.#places.length; at += step) {
      const place = this.#places[at];
      if (place?.kind === 'function') return place.id;
    }
    return null;
  }

  #frameAt(index: number): SceneFrame | null {
    const at = this.#places[index];
    if (at?.kind === 'root-complex' && at.host !== 'unknown') return this.#hostFrame(at.host);
    const id = this.#contextOf(index);
    return id === null ? null : this.#frameOf(id);
  }

  #frameOf(id: FunctionId): SceneFrame | null {
    return this.#hostFrame(wayToHost(this.#byId, id).host);
  }

  #hostFrame(host: HostBridgeId | null): SceneFrame | null {
    if (host === null) return null;
    const key = this.#scene.hiddenParts.get(host)?.box ?? host;
    return this.#scene.frames.find((frame) => frame.key === key) ?? null;
  }

  readonly #flip = (at: Point): Point => flipOf(this.#scene)(at);

  #flipped(rect: Rect): Rect {
    const { x, y } = this.#flip(rect);
    const { x: width, y: height } = this.#flip({ x: rect.width, y: rect.height });
    return { x, y, width, height };
  }
}
