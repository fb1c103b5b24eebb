import type { Claim } from './placeClaims.ts';
import type { Held } from './placeHeld.ts';
import { layOutSpace, Places, stepOf } from './placeLayout.ts';
import { alignDown, alignUp, FOUR_GIB, holds, meet, type Span, without } from './placeSpans.ts';
import { type PlaceTree, type Space, wayDown } from './placeTree.ts';

const LOW: Span = { start: 0n, end: FOUR_GIB };

/**
 * Finds a place for a BAR that is new on its bus of a captured machine. In this order, and each time
 * as far down as it does, so that the fewest windows change:
 *
 * 1. free space of the window right above it;
 * 2. windows on the way are enlarged into free space beside them;
 * 3. the same, while empty windows of other bridges yield;
 * 4. a bridge's window is laid out anew, with all that is in it, where there is room.
 *
 * What is prefetchable has two ways to go: prefetchable windows first, then the others.
 */
export function placeNewly(held: Held, claim: Claim): boolean {
  const spaces: readonly Space[] = claim.isIo
    ? ['io']
    : claim.prefetchable
      ? ['prefetchable', 'memory']
      : ['memory'];
  return spaces.some((space) => new Search(held, claim, space).run());
}

class Search {
  readonly #held: Held;
  readonly #claim: Claim;
  readonly #space: Space;
  /** Bridges above the BAR, from the root bus down. */
  readonly #way: readonly number[];
  /** Where addresses of this kind may lie at all. */
  readonly #limit: Span | null;
  #yielding: ReadonlySet<number> = new Set();

  constructor(held: Held, claim: Claim, space: Space) {
    this.#held = held;
    this.#claim = claim;
    this.#space = space;
    this.#way = wayDown(held.tree, claim.at);
    const last = this.#way.at(-1);
    const isReached = last === undefined || held.tree.reachesHigh[last] === 1;
    const isHigh = space === 'prefetchable' && claim.is64bit && isReached;
    this.#limit = isHigh || space === 'io' ? null : LOW;
  }

  run(): boolean {
    if (this.#enlarge()) return true;
    const empty = this.#held.emptyWindows(this.#space);
    const onWay = new Set(this.#way);
    const yielding = new Set([...empty].filter((bridge) => !onWay.has(bridge)));
    if (yielding.size > 0) {
      this.#yielding = yielding;
      if (this.#enlarge()) return true;
      this.#yielding = new Set();
    }
    if (this.#layOutAnew()) return true;
    this.#yielding = yielding;
    return yielding.size > 0 && this.#layOutAnew();
  }

  #enlarge(): boolean {
    const { size, align } = this.#claim;
    for (let from = this.#way.length + 1; from >= 1; from--) {
      const spans = this.#free(this.#way.length, from, -1);
      const start = this.#best(spans, size, align, from);
      if (start === null) continue;
      this.#put(start, size, from, this.#way.length);
      this.#held.claims.set(this.#claim, { start, end: start + size });
      return true;
    }
    return false;
  }

  #layOutAnew(): boolean {
    const { tree, claims } = this.#held;
    for (let depth = this.#way.length; depth >= 1; depth--) {
      const bridge = this.#way[depth - 1] ?? -1;
      const nodes = below(tree, bridge);
      if (nodes.some((at) => this.#held.hasVague(at))) return false;
      const window = this.#held.window(bridge, this.#space);
      const isIn = (each: Claim) => {
        if (each.of === 'reserve') return each.prefetchable === (this.#space === 'prefetchable');
        const span = claims.get(each);
        return (
          each === this.#claim || (window !== null && span !== undefined && holds(window, span))
        );
      };
      const layout = layOutSpace(
        tree,
        [bridge, ...nodes],
        [bridge],
        this.#space,
        (each) => (each.at !== bridge || each.of === 'reserve') && isIn(each),
      );
      const [item] = layout.top;
      if (!item) return false;
      for (let from = depth; from >= 1; from--) {
        const spans = this.#free(depth - 1, from, bridge);
        const start = this.#best(spans, item.size, item.align, from, depth - 1);
        if (start === null) continue;
        this.#put(start, item.size, from, depth - 1);
        const places = new Places();
        places.add(layout, new Map([[item, start]]));
        for (const at of [bridge, ...nodes]) {
          this.#held.setWindow(at, this.#space, places.windows.get(at) ?? null);
        }
        for (const [each, base] of places.claims) {
          claims.set(each, { start: base, end: base + each.size });
        }
        return true;
      }
    }
    return false;
  }

  /**
   * Free space on the bus below the `depth`th bridge of the way (0: the root bus), if the windows
   * from the `from`th on may be enlarged.
   *
   * @param skip a bridge on that bus whose window counts as free
   */
  #free(depth: number, from: number, skip: number): readonly Span[] {
    const bridge = this.#way[depth - 1];
    const isFree = (each: number) => each === skip || this.#yielding.has(each);
    const isIo = this.#space === 'io';
    if (bridge === undefined) {
      const bus = this.#held.busOf(this.#way[0] ?? this.#claim.at);
      const spans = this.#held.hostSpans(this.#claim.at, this.#space);
      return this.#limited(without(spans, this.#held.taken(bus, isIo, isFree)));
    }
    const own = this.#held.window(bridge, this.#space);
    const taken = this.#held.taken(bridge, isIo, isFree);
    if (depth < from) return own ? this.#limited(without([own], taken)) : [];
    const around = this.#free(depth - 1, from, bridge).map((span) =>
      inward(span, stepOf(this.#space)),
    );
    const open = own ? around.filter((span) => holds(span, own)) : around;
    return without(open, taken);
  }

  #limited(spans: readonly Span[]): readonly Span[] {
    const limit = this.#limit;
    if (!limit) return spans;
    return spans
      .filter(({ start }) => start < limit.end)
      .map(({ start, end }) => ({ start, end: end < limit.end ? end : limit.end }));
  }

  /** Where the windows that are enlarged grow least; `null` when it fits nowhere. */
  #best(
    spans: readonly Span[],
    size: bigint,
    align: bigint,
    from: number,
    to = this.#way.length,
  ): bigint | null {
    const windows = this.#way
      .slice(from - 1, to)
      .map((bridge) => this.#held.window(bridge, this.#space));
    const beside = windows.flatMap((window) =>
      window ? [alignUp(window.end, align), alignDown(window.start - size, align)] : [],
    );
    let best: { readonly start: bigint; readonly cost: bigint } | null = null;
    for (const { start, end } of spans) {
      const wishes = [alignUp(start, align), alignDown(end - size, align), ...beside];
      for (const wish of wishes) {
        if (wish < start || wish + size > end) continue;
        const cost = windows.reduce((sum, window) => sum + growth(window, wish, wish + size), 0n);
        if (!best || cost < best.cost || (cost === best.cost && wish < best.start)) {
          best = { start: wish, cost };
        }
      }
    }
    return best === null ? null : best.start;
  }

  /** Enlarges windows of the way so that they hold a place; empty ones in their way are closed. */
  #put(start: bigint, size: bigint, from: number, to: number): void {
    const step = stepOf(this.#space);
    let span: Span = { start: alignDown(start, step), end: alignUp(start + size, step) };
    for (let depth = to; depth >= from; depth--) {
      const bridge = this.#way[depth - 1] ?? -1;
      const own = this.#held.window(bridge, this.#space);
      span = own ? hull(own, span) : span;
      this.#held.setWindow(bridge, this.#space, span);
    }
    const { tree } = this.#held;
    const closed = new Set<number>();
    for (const bridge of tree.order) {
      if (!this.#yielding.has(bridge)) continue;
      const window = this.#held.window(bridge, this.#space);
      const isAboveClosed = closed.has(tree.above[bridge] ?? -1);
      if (!window || !(isAboveClosed || meet(window, span))) continue;
      closed.add(bridge);
      this.#held.setWindow(bridge, this.#space, null);
    }
  }
}

function below(tree: PlaceTree, bridge: number): readonly number[] {
  const nodes = [bridge];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] ?? -1;
    nodes.push(...(tree.below[node] ?? []).filter((each) => tree.above[each] === node));
  }
  return nodes.slice(1);
}

function inward({ start, end }: Span, step: bigint): Span {
  return { start: alignUp(start, step), end: alignDown(end, step) };
}

function hull(a: Span, b: Span): Span {
  return { start: a.start < b.start ? a.start : b.start, end: a.end > b.end ? a.end : b.end };
}

function growth(window: Span | null, start: bigint, end: bigint): bigint {
  if (!window) return end - start;
  const all = hull(window, { start, end });
  return all.end - all.start - (window.end - window.start);
}
