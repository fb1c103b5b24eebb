import { UNKNOWN } from '../base/unknown.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Claim } from './placeClaims.ts';
import { cpuAddress, type Room, roomOf } from './placeRoom.ts';
import { holds, joined, meet, type Span } from './placeSpans.ts';
import { type PlaceTree, type Space, wayDown } from './placeTree.ts';

type Windows = Map<Space, Span>;

/**
 * What of a captured machine's address space is taken, in bus addresses, while BARs are added to it.
 * Buses are named by the bridge above them; root buses are below zero: -1 for the first host bridge.
 */
export class Held {
  readonly tree: PlaceTree;
  readonly claims = new Map<Claim, Span>();
  /** What stays as it is, wherever that is: too little is known of the windows above. */
  readonly leftAlone = new Set<Claim>();
  readonly #windows = new Map<number, Windows>();
  /** BARs of which the size is hidden: as long as their alignment allows. By function. */
  readonly #vague = new Map<number, Span[]>();
  readonly #rooms: readonly Room[];
  readonly #seen: Partial<Record<Space, readonly Span[]>>[] = [];
  /** Host bridges below which windows are printed with the CPU's addresses. */
  readonly #printsCpu = new Set<number>();

  constructor(machine: Machine, tree: PlaceTree) {
    this.tree = tree;
    const none = roomOf([]);
    this.#rooms = machine.hostBridges.map(({ windows }) =>
      windows === UNKNOWN ? none : roomOf(windows),
    );
  }

  room(at: number): Room {
    return this.#rooms[this.tree.hostOf[at] ?? -1] ?? roomOf([]);
  }

  /** The bus that a function sits on. */
  busOf(at: number): number {
    const bridge = this.tree.above[at] ?? -1;
    return bridge >= 0 ? bridge : -1 - (this.tree.hostOf[at] ?? 0);
  }

  onBus(bus: number): readonly number[] {
    if (bus < 0) return this.tree.onHost[-1 - bus] ?? [];
    return (this.tree.below[bus] ?? []).filter((at) => this.tree.above[at] === bus);
  }

  window(bridge: number, space: Space): Span | null {
    return this.#windows.get(bridge)?.get(space) ?? null;
  }

  windowsOf(bridge: number): ReadonlyMap<Space, Span> {
    return this.#windows.get(bridge) ?? new Map();
  }

  setWindow(bridge: number, space: Space, span: Span | null): void {
    const windows = this.#windows.get(bridge) ?? new Map<Space, Span>();
    if (span) windows.set(space, span);
    else windows.delete(space);
    this.#windows.set(bridge, windows);
  }

  addVague(at: number, start: bigint): void {
    const length = start === 0n ? 1n : start & -start;
    const spans = this.#vague.get(at) ?? [];
    this.#vague.set(at, [...spans, { start, end: start + length }]);
  }

  hasVague(at: number): boolean {
    return this.#vague.has(at);
  }

  /**
   * What is taken on a bus, ports or memory.
   *
   * @param isFree bridges whose windows count as free
   */
  taken(bus: number, isIo: boolean, isFree: (bridge: number) => boolean): readonly Span[] {
    return this.onBus(bus).flatMap((at) => {
      const own = (this.tree.claims[at] ?? []).flatMap((claim) => {
        const span = claim.isIo === isIo ? this.claims.get(claim) : undefined;
        return span ? [span] : [];
      });
      const vague = isIo ? [] : (this.#vague.get(at) ?? []);
      const windows = isFree(at)
        ? []
        : [...this.windowsOf(at)].flatMap(([space, span]) =>
            (space === 'io') === isIo ? [span] : [],
          );
      return [...own, ...vague, ...windows];
    });
  }

  /**
   * What the host bridge passes. If its windows are not known, that is what was captured on its root
   * bus: so much it is seen to pass.
   */
  hostSpans(at: number, space: Space): readonly Span[] {
    const host = this.tree.hostOf[at] ?? -1;
    return this.#seen[host]?.[space] ?? this.#rooms[host]?.spans[space] ?? [];
  }

  /** To be called when everything captured is in: see {@link hostSpans}. */
  noteSeen(host: number): void {
    const seen: Record<Space, Span[]> = { io: [], memory: [], prefetchable: [] };
    for (const at of this.tree.onHost[host] ?? []) {
      for (const [space, span] of this.windowsOf(at)) seen[space].push(span);
      for (const claim of this.tree.claims[at] ?? []) {
        const span = this.claims.get(claim);
        if (span)
          seen[claim.isIo ? 'io' : claim.prefetchable ? 'prefetchable' : 'memory'].push(span);
      }
    }
    this.#seen[host] = {
      io: joined(seen.io),
      memory: joined(seen.memory),
      prefetchable: joined(seen.prefetchable),
    };
  }

  /** Is it known at all what the host bridge above passes? */
  isShown(at: number): boolean {
    const host = this.tree.hostOf[at] ?? -1;
    const seen = this.#seen[host];
    return !seen || Object.values(seen).some((spans) => spans.length > 0);
  }

  /** Bridges below which nothing lies in the window of that space. */
  emptyWindows(space: Space): ReadonlySet<number> {
    const full = new Set<number>();
    const mark = (at: number, span: Span) => {
      for (const bridge of wayDown(this.tree, at)) {
        const window = this.window(bridge, space);
        if (window && meet(window, span)) full.add(bridge);
      }
    };
    for (const [claim, span] of this.claims) mark(claim.at, span);
    for (const [at, spans] of this.#vague) for (const span of spans) mark(at, span);
    const kept = (at: number) => this.tree.functions[at]?.hotplugReserve !== null;
    return new Set(
      [...this.#windows].flatMap(([bridge, windows]) =>
        windows.has(space) && !full.has(bridge) && !kept(bridge) ? [bridge] : [],
      ),
    );
  }

  /** Is a place within the windows above, in none of which something else lies there? */
  isGood(at: number, span: Span, spaces: readonly Space[]): boolean {
    const bus = this.busOf(at);
    const isIo = spaces.includes('io');
    if (this.taken(bus, isIo, (bridge) => bridge === at).some((each) => meet(each, span))) {
      return false;
    }
    const bridge = this.tree.functions[bus];
    if (bridge && isHidden(bridge)) return true;
    const above =
      bus >= 0
        ? [...this.windowsOf(bus)].flatMap(([space, window]) =>
            spaces.includes(space) ? [window] : [],
          )
        : spaces.flatMap((space) => this.hostSpans(at, space));
    return (bus < 0 && above.length === 0) || above.some((window) => holds(window, span));
  }

  cpu(at: number, bus: bigint, isIo: boolean): bigint {
    return cpuAddress(this.room(at), bus, isIo);
  }

  /**
   * What to take from a window's printed address to get the bus's: nothing where that is what was
   * printed, else by how much the CPU's differs.
   */
  windowShift(at: number, base: bigint, isIo: boolean): bigint {
    const pieces = this.room(at).pieces.filter(({ kind }) => (kind === 'io') === isIo);
    if (pieces.some(({ start, end }) => start <= base && base < end)) return 0n;
    const piece = pieces.find(
      (each) => each.start + each.shift <= base && base < each.end + each.shift,
    );
    if (piece && piece.shift !== 0n) this.#printsCpu.add(this.tree.hostOf[at] ?? -1);
    return piece?.shift ?? 0n;
  }

  /** What to add to a window's bus address to write it as others of that host bridge were. */
  written(at: number, bus: bigint, isIo: boolean): bigint {
    if (!this.#printsCpu.has(this.tree.hostOf[at] ?? -1)) return 0n;
    return this.cpu(at, bus, isIo) - bus;
  }

  /** The bus address of a CPU address that was captured. */
  bus(at: number, cpu: bigint, isIo: boolean): bigint {
    const piece = this.room(at).pieces.find(
      ({ kind, start, end, shift }) =>
        (kind === 'io') === isIo && start + shift <= cpu && cpu < end + shift,
    );
    return piece ? cpu - piece.shift : cpu;
  }
}

/** A bridge of which the input does not show the windows. */
export function isHidden({ bridge }: PciFunction): boolean {
  return bridge === UNKNOWN || (bridge !== null && bridge.windows === UNKNOWN);
}
