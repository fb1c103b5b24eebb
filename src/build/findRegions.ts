import { hex64Value } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { HostBridgeId } from '../model/ids.ts';
import type { HostWindow, Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Bar, BridgeWindow } from '../model/registers.ts';
import { barSize, LEAST_VF, leastOf, vfCopies } from './placeClaims.ts';
import { type Room, roomOf } from './placeRoom.ts';
import { type PlaceTree, placeTree } from './placeTree.ts';
import type { Region } from './region.ts';

/** Graphics ROMs are copied here and run from there; the register then holds the copy's address. */
const ONE_MIB = 0x10_0000n;

/** A region while the map is being drawn. */
export interface OpenRegion extends Omit<Region, 'inside'> {
  readonly inside: OpenRegion[];
  /** Place of the function it belongs to; -1 of a host bridge. */
  readonly at: number;
  /** The windows right above it are known, and none holds it. */
  isOutside: boolean;
}

export interface FoundRegions {
  readonly regions: readonly OpenRegion[];
  readonly tree: PlaceTree;
  /** By the host bridge's place. */
  readonly rooms: readonly (Room | null)[];
  readonly hostWindows: readonly (readonly OpenRegion[])[];
}

/** Everything that has an address, each within the innermost window that holds it. */
export function findRegions(machine: Machine): FoundRegions {
  const tree = placeTree(machine);
  const finder = new Finder(machine, tree);
  return { regions: finder.find(), tree, rooms: finder.rooms, hostWindows: finder.hostWindows };
}

class Finder {
  readonly rooms: readonly (Room | null)[];
  /** Open windows by the place of their host bridge, and of their bridge. */
  readonly hostWindows: readonly OpenRegion[][];
  readonly #machine: Machine;
  readonly #tree: PlaceTree;
  readonly #places: ReadonlyMap<string, number>;
  readonly #ofBridge = new Map<number, OpenRegion[]>();
  /** BARs of a function that can hold others: a VMD's, and those that virtual functions share. */
  readonly #bars = new Map<number, OpenRegion[]>();
  readonly #top: OpenRegion[] = [];
  readonly #outside: OpenRegion[] = [];
  /** Host bridges below which a BAR of a kind lies in a bridge's window. */
  readonly #comparable = new Set<string>();

  constructor(machine: Machine, tree: PlaceTree) {
    this.#machine = machine;
    this.#tree = tree;
    this.#places = new Map(tree.functions.map((fn, at) => [fn.id, at]));
    const windows = machine.hostBridges.map((host) => host.windows);
    this.rooms = windows.map((each) => (each === UNKNOWN ? null : roomOf(each)));
    this.hostWindows = machine.hostBridges.map(({ id, windows: own }) =>
      own === UNKNOWN ? [] : own.flatMap((window) => hostRegion(id, window)),
    );
  }

  find(): readonly OpenRegion[] {
    const { hostBridges } = this.#machine;
    const { order, virtual, loose } = this.#tree;
    hostBridges.forEach(({ kind }, host) => {
      if (kind === 'native') this.#top.push(...(this.hostWindows[host] ?? []));
    });
    for (const at of order) this.#add(at);
    for (const at of loose) this.#add(at);
    for (const list of virtual.values()) for (const at of list) this.#add(at);
    hostBridges.forEach(({ kind, vmdFunction }, host) => {
      if (kind === 'native') return;
      const vmd =
        vmdFunction === null || vmdFunction === UNKNOWN
          ? -1
          : (this.#places.get(vmdFunction) ?? -1);
      for (const region of this.hostWindows[host] ?? []) {
        this.#put(
          region,
          (this.#bars.get(vmd) ?? []).find((each) => isIn(region, each)),
        );
      }
    });
    this.#forgetIncomparable();
    sort(this.#top);
    return this.#top;
  }

  #add(at: number): void {
    const fn = this.#tree.functions[at];
    if (!fn) return;
    const host = this.#tree.hostOf[at] ?? -1;
    for (const window of windowsOf(fn)) {
      const region = bridgeRegion(fn, at, window, this.rooms[host] ?? null);
      this.#put(region, this.#holder(region, at));
      const windows = this.#ofBridge.get(at);
      if (windows) windows.push(region);
      else this.#ofBridge.set(at, [region]);
    }
    const physical = fn.physfn === null ? -1 : (this.#places.get(fn.physfn) ?? -1);
    const bars = this.#barsOf(fn, at);
    for (const region of bars) {
      const shared = this.#bars.get(physical)?.find((each) => isShared(each) && isIn(region, each));
      this.#put(region, shared ?? this.#holder(region, physical >= 0 ? physical : at));
    }
    if (bars.length > 0) this.#bars.set(at, bars);
  }

  #barsOf(fn: PciFunction, at: number): OpenRegion[] {
    const own =
      fn.bars === UNKNOWN ? [] : fn.bars.flatMap((bar) => barRegion(fn, at, bar, 0, null));
    const { sriov } = fn;
    if (sriov === null || sriov === UNKNOWN || sriov.bars === UNKNOWN) return own;
    const copies = Math.max(1, vfCopies(fn));
    const first = this.#tree.functions[this.#tree.virtual.get(at)?.[0] ?? -1];
    const shared = sriov.bars.flatMap((bar) => {
      const vf = first && first.bars !== UNKNOWN ? first.bars : [];
      const like = vf.find(({ index }) => index === bar.index) ?? null;
      return barRegion(fn, at, bar, copies, like);
    });
    return [...own, ...shared];
  }

  /**
   * Windows may be printed with bus addresses, BARs with the CPU's. Where the host bridge's windows do
   * not show how these differ, a BAR counts as outside only if another proves that they do not.
   */
  #forgetIncomparable(): void {
    const { hostOf } = this.#tree;
    for (const region of this.#outside) {
      const host = hostOf[region.at] ?? -1;
      const isRomCopy = region.last < ONE_MIB && region.kind !== 'io';
      if (isRomCopy || !(this.rooms[host] || this.#comparable.has(`${host} ${region.kind}`)))
        region.isOutside = false;
    }
  }

  /** The innermost window above a function that holds a region. Marks what it does not lie in. */
  #holder(region: OpenRegion, at: number): OpenRegion | undefined {
    const { above, hostOf, functions } = this.#tree;
    for (let bridge = above[at] ?? -1; bridge >= 0; bridge = above[bridge] ?? -1) {
      const holder = this.#ofBridge.get(bridge)?.find((each) => isIn(region, each));
      if (holder) {
        if (region.owner.kind === 'bar') this.#comparable.add(`${hostOf[at]} ${region.kind}`);
        return holder;
      }
      if (bridge === above[at] && filters(functions[bridge])) this.#markOutside(region);
    }
    const host = hostOf[at] ?? -1;
    const holder = this.hostWindows[host]?.find((each) => isIn(region, each));
    const isOnRootBus = (above[at] ?? -1) < 0 && host >= 0;
    if (!holder && isOnRootBus && this.rooms[host]) this.#markOutside(region);
    return holder;
  }

  #markOutside(region: OpenRegion): void {
    region.isOutside = true;
    this.#outside.push(region);
  }

  #put(region: OpenRegion, holder: OpenRegion | undefined): void {
    (holder?.inside ?? this.#top).push(region);
  }
}

/** Does a bridge pass only what lies in its windows? Subtractive decoding takes the rest as well. */
function filters(fn: PciFunction | undefined): boolean {
  const { bridge, classCode } = fn ?? { bridge: null, classCode: UNKNOWN };
  return (
    bridge !== null && bridge !== UNKNOWN && bridge.windows !== UNKNOWN && classCode !== 0x060401
  );
}

function isShared({ owner }: OpenRegion): boolean {
  return owner.kind === 'bar' && owner.copies > 0;
}

function isIn(region: OpenRegion, holder: OpenRegion): boolean {
  const isSameSpace = (region.kind === 'io') === (holder.kind === 'io');
  return isSameSpace && holder.first <= region.first && region.last <= holder.last;
}

function windowsOf({ bridge }: PciFunction): readonly BridgeWindow[] {
  return bridge === null || bridge === UNKNOWN || bridge.windows === UNKNOWN ? [] : bridge.windows;
}

function hostRegion(id: HostBridgeId, window: HostWindow): OpenRegion[] {
  const first = hex64Value(window.cpuBase);
  const size = hex64Value(window.size);
  if (size === 0n) return [];
  const busOffset = hex64Value(window.busBase) - first;
  const owner = { kind: 'host', id, busOffset } as const;
  const last = first + size - 1n;
  return [{ first, last, kind: window.kind, owner, inside: [], at: -1, isOutside: false }];
}

/**
 * Windows of bridges hold bus addresses; a dump may print the CPU's instead. Whichever lies in a
 * window of the host bridge counts.
 */
function bridgeRegion(
  fn: PciFunction,
  at: number,
  { kind, base, limit }: BridgeWindow,
  room: Room | null,
): OpenRegion {
  const [first, last] = [hex64Value(base), hex64Value(limit)];
  const piece = room?.pieces.find(
    (each) => (each.kind === 'io') === (kind === 'io') && each.start <= first && last < each.end,
  );
  const shift = piece?.shift ?? 0n;
  const owner = { kind: 'bridge', id: fn.id } as const;
  return {
    first: first + shift,
    last: last + shift,
    kind,
    owner,
    inside: [],
    at,
    isOutside: false,
  };
}

function barRegion(
  fn: PciFunction,
  at: number,
  bar: Bar,
  copies: number,
  /** The same BAR of a virtual function, which may show how large it is. */
  like: Bar | null,
): OpenRegion[] {
  if (bar.address === null) return [];
  const first = hex64Value(bar.address);
  const one =
    copies > 0
      ? (barSize(bar, LEAST_VF) ?? (like && barSize(like, LEAST_VF)))
      : barSize(bar, leastOf(fn, bar.index));
  const owner = {
    kind: 'bar',
    id: fn.id,
    bar: bar.index,
    copies,
    isP2pMemory: copies === 0 && fn.p2pMemory.some((each) => each.bar === bar.index),
    isSizeUnknown: one === null,
  } as const;
  const last = one === null ? first : first + one * BigInt(Math.max(1, copies)) - 1n;
  const kind = bar.kind === 'io' ? 'io' : bar.prefetchable ? 'prefetchable' : 'memory';
  return [{ first, last, kind, owner, inside: [], at, isOutside: false }];
}

/** Host bridges' windows before what lies in none, memory before I/O ports, then by address. */
function sort(top: OpenRegion[]): void {
  top.sort(
    (a, b) =>
      Number(b.owner.kind === 'host') - Number(a.owner.kind === 'host') ||
      Number(a.kind === 'io') - Number(b.kind === 'io') ||
      byAddress(a, b),
  );
  const open = [...top];
  for (let next = open.pop(); next; next = open.pop()) {
    next.inside.sort(byAddress);
    for (const each of next.inside) open.push(each);
  }
}

function byAddress(a: OpenRegion, b: OpenRegion): number {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.last === b.last ? 0 : a.last > b.last ? -1 : 1;
}
