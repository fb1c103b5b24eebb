import type { Claim } from './placeClaims.ts';
import { alignUp, FreeSpace, IO_STEP, MEMORY_STEP } from './placeSpans.ts';
import type { PlaceTree, Space } from './placeTree.ts';

/** What lies side by side on a bus: a claim, or the window of a bridge. */
export interface Item {
  readonly claim: Claim | null;
  /** Place of the bridge; -1 for a claim. */
  readonly bridge: number;
  readonly size: bigint;
  readonly align: bigint;
}

/** Items with their places from the beginning of the window that holds them. */
export interface Packed {
  readonly size: bigint;
  readonly align: bigint;
  readonly items: readonly { readonly item: Item; readonly offset: bigint }[];
}

export interface Layout {
  /** What lies on the bus that was asked about. */
  readonly top: readonly Item[];
  /** Windows of the bridges below it. */
  readonly windows: ReadonlyMap<number, Packed>;
}

/** Which claims belong to a space; those left out find no room. */
export type Choice = (claim: Claim) => boolean;

const ENDLESS = { start: 0n, end: 1n << 80n };

export function stepOf(space: Space): bigint {
  return space === 'io' ? IO_STEP : MEMORY_STEP;
}

/**
 * How one kind of address space is divided below a host bridge or bridge: from the leaves up, each
 * window as small as what it holds allows.
 *
 * Source: PCI-to-PCI bridge architecture specification 1.2, 3.2.5 (granularity of windows).
 *
 * @param nodes functions below it, parents first
 * @param top those on its own bus
 */
export function layOutSpace(
  tree: PlaceTree,
  nodes: readonly number[],
  top: readonly number[],
  space: Space,
  isIn: Choice,
): Layout {
  const windows = new Map<number, Packed>();
  for (let place = nodes.length - 1; place >= 0; place--) {
    const at = nodes[place] ?? -1;
    const items = itemsBelow(tree, at, windows, isIn);
    if (items.length > 0) windows.set(at, pack(items, stepOf(space)));
  }
  return { top: top.flatMap((at) => itemsOf(tree, at, windows, isIn)), windows };
}

function itemsBelow(
  tree: PlaceTree,
  bridge: number,
  windows: ReadonlyMap<number, Packed>,
  isIn: Choice,
): readonly Item[] {
  const kept = (tree.claims[bridge] ?? []).filter(({ of }) => of === 'reserve');
  const below = (tree.below[bridge] ?? []).filter((at) => tree.above[at] === bridge);
  return [
    ...below.flatMap((at) => itemsOf(tree, at, windows, isIn)),
    ...kept.filter(isIn).map(itemOf),
  ];
}

/** What a function takes up on its own bus: its BARs, and its window if it is a bridge. */
function itemsOf(
  tree: PlaceTree,
  at: number,
  windows: ReadonlyMap<number, Packed>,
  isIn: Choice,
): readonly Item[] {
  const own = (tree.claims[at] ?? []).filter((claim) => claim.of !== 'reserve' && isIn(claim));
  const window = windows.get(at);
  const items = own.map(itemOf);
  return window
    ? [...items, { claim: null, bridge: at, size: window.size, align: window.align }]
    : items;
}

function itemOf(claim: Claim): Item {
  return { claim, bridge: -1, size: claim.size, align: claim.align };
}

/** The largest alignment first, then the largest; else in the order of the document. */
export function byNeed(a: Item, b: Item): number {
  if (a.align !== b.align) return a.align > b.align ? -1 : 1;
  if (a.size !== b.size) return a.size > b.size ? -1 : 1;
  return 0;
}

function pack(items: readonly Item[], step: bigint): Packed {
  const space = new FreeSpace([ENDLESS]);
  let end = 0n;
  let align = step;
  const placed = [...items].sort(byNeed).map((item) => {
    const offset = space.take(item.size, item.align) ?? 0n;
    if (offset + item.size > end) end = offset + item.size;
    if (item.align > align) align = item.align;
    return { item, offset };
  });
  return { size: alignUp(end, step), align, items: placed };
}

/** How much a bus needs in one piece. */
export function needOf(items: readonly Item[], space: Space): Packed {
  return pack(items, stepOf(space));
}

/** Where each item goes; `null` when they do not all fit. */
export function placeItems(
  items: readonly Item[],
  free: FreeSpace,
): ReadonlyMap<Item, bigint> | null {
  const places = new Map<Item, bigint>();
  for (const item of [...items].sort(byNeed)) {
    const base = free.take(item.size, item.align);
    if (base === null) return null;
    places.set(item, base);
  }
  return places;
}

/** Where everything below goes, once the items of the topmost bus have their places. */
export class Places {
  readonly claims = new Map<Claim, bigint>();
  /** By the bridge's place. */
  readonly windows = new Map<number, { readonly start: bigint; readonly end: bigint }>();

  add({ windows }: Layout, top: ReadonlyMap<Item, bigint>): void {
    const open = [...top];
    for (let next = open.pop(); next; next = open.pop()) {
      const [{ claim, bridge, size }, base] = next;
      if (claim) {
        this.claims.set(claim, base);
        continue;
      }
      this.windows.set(bridge, { start: base, end: base + size });
      for (const { item, offset } of windows.get(bridge)?.items ?? []) {
        open.push([item, base + offset]);
      }
    }
  }
}
