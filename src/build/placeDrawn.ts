import { hex64 } from '../base/hex.ts';
import type { Problem } from '../base/problem.ts';
import { type OrUnknown, UNKNOWN } from '../base/unknown.ts';
import type { HostWindow, Machine } from '../model/machine.ts';
import type { BridgeWindow } from '../model/registers.ts';
import type { Claim } from './placeClaims.ts';
import { fitSpace } from './placeFit.ts';
import { layOutSpace, needOf, Places } from './placeLayout.ts';
import { noRoom, noWindows } from './placeProblems.ts';
import { withPlaces } from './placeResult.ts';
import { cpuAddress, cpuSpan, type Room, roomOf } from './placeRoom.ts';
import { roundBars } from './placeRounded.ts';
import { claimsBySpace } from './placeSpace.ts';
import { lengthOf, type Span } from './placeSpans.ts';
import { type PlaceTree, placeTree, SPACES, type Space } from './placeTree.ts';
import { vmdWindows } from './placeVmd.ts';
import { chooseWindows, poolOf } from './placeWindows.ts';
import type { Settled } from './settled.ts';

/**
 * Places all BARs of a drawn machine anew: windows of host bridges first, then what lies in them,
 * then the domains of VMDs, which lie in a BAR.
 */
export function placeDrawn(given: Machine): Settled {
  const { machine, problems } = roundBars(given);
  const draft = new Draft(machine, placeTree(machine), [...problems]);
  draft.placeNative();
  draft.placeVmds();
  return draft.settled();
}

class Draft {
  readonly #machine: Machine;
  readonly #tree: PlaceTree;
  readonly #problems: Problem[];
  readonly #claims = new Map<Claim, bigint>();
  readonly #windows = new Map<number, BridgeWindow[]>();
  readonly #hostWindows: OrUnknown<readonly HostWindow[]>[];

  constructor(machine: Machine, tree: PlaceTree, problems: Problem[]) {
    this.#machine = machine;
    this.#tree = tree;
    this.#problems = problems;
    this.#hostWindows = machine.hostBridges.map(({ windows }) => windows);
  }

  placeNative(): void {
    const { hostBridges } = this.#machine;
    const native = hostBridges.flatMap((host, at) =>
      host.kind === 'native' ? [{ host, at }] : [],
    );
    const chosen = chooseWindows(
      native.map(({ host, at }) => ({ host, needs: needsOf(this.#tree, at, poolOf(host)) })),
    );
    const taken: Span[] = [];
    native.forEach(({ at }, place) => {
      const windows = chosen[place] ?? [];
      this.#hostWindows[at] = windows;
      this.#place(at, roomOf(windows, taken));
      taken.push(...windows.filter(({ kind }) => kind !== 'io').map(cpuSpan));
    });
  }

  /** A VMD may sit below another's domain: each waits for the BARs that it lies in. */
  placeVmds(): void {
    const { hostBridges, functions } = this.#machine;
    const at = new Map(functions.map((fn, place) => [fn.id, place]));
    let waiting = hostBridges.flatMap((host, place) => (host.kind === 'vmd' ? [place] : []));
    const done = new Set(
      hostBridges.flatMap((host, place) => (host.kind === 'native' ? [place] : [])),
    );
    for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
      before = waiting.length;
      waiting = waiting.filter((place) => {
        const id = hostBridges[place]?.vmdFunction ?? UNKNOWN;
        const vmd = id === UNKNOWN ? undefined : at.get(id);
        if (vmd === undefined || !done.has(this.#tree.hostOf[vmd] ?? -1)) return true;
        done.add(place);
        this.#placeVmd(place, vmd);
        return false;
      });
    }
    for (const place of waiting) this.#placeVmd(place, null);
  }

  #placeVmd(place: number, vmd: number | null): void {
    const host = this.#machine.hostBridges[place];
    const fn = vmd === null ? undefined : this.#tree.functions[vmd];
    if (!host) return;
    const addressOf = (index: number) => {
      const claim = this.#tree.claims[vmd ?? -1]?.find(
        (each) => each.of === 'bar' && each.index === index,
      );
      return (claim && this.#claims.get(claim)) ?? null;
    };
    const windows = fn ? vmdWindows(fn, addressOf) : host.windows;
    this.#hostWindows[place] = windows;
    if (windows !== UNKNOWN) {
      this.#place(place, roomOf(windows));
    } else if (
      this.#tree.ofHost[place]?.some((each) => (this.#tree.claims[each] ?? []).length > 0)
    ) {
      this.#problems.push(noWindows(host, fn?.id ?? null));
    }
  }

  #place(host: number, room: Room): void {
    const claims = claimsBySpace(this.#tree, host, room.pool);
    for (const space of SPACES) {
      const spans = room.spans[space];
      const isIo = space === 'io';
      const { layout, top, out } = fitSpace(this.#tree, host, space, claims[space], spans);
      const places = new Places();
      places.add(layout, top);
      for (const [claim, bus] of places.claims)
        this.#claims.set(claim, cpuAddress(room, bus, isIo));
      for (const [bridge, { start, end }] of places.windows) {
        const window = { kind: space, base: hex64(start), limit: hex64(end - 1n) };
        this.#windows.set(bridge, [...(this.#windows.get(bridge) ?? []), window]);
      }
      const used = [...top.keys()].reduce((sum, { size }) => sum + size, 0n);
      this.#tell(host, space, spans, lengthOf(spans) - used, out);
    }
  }

  #tell(
    at: number,
    space: Space,
    spans: readonly Span[],
    free: bigint,
    out: readonly Claim[],
  ): void {
    const host = this.#machine.hostBridges[at];
    for (const claim of out) {
      const fn = this.#tree.functions[claim.at];
      if (fn && host) this.#problems.push(noRoom(fn, claim, host, space, spans, free));
    }
  }

  settled(): Settled {
    const machine = withPlaces(this.#machine, this.#tree, {
      claims: this.#claims,
      windows: this.#windows,
      hostWindows: this.#hostWindows,
    });
    return { machine, problems: this.#problems };
  }
}

function needsOf(tree: PlaceTree, host: number, pool: Room['pool']) {
  const claims = claimsBySpace(tree, host, pool);
  const needOfSpace = (space: Space) => {
    const isIn = new Set(claims[space]);
    const nodes = tree.ofHost[host] ?? [];
    const { top } = layOutSpace(tree, nodes, tree.onHost[host] ?? [], space, (each) =>
      isIn.has(each),
    );
    return needOf(top, space);
  };
  return {
    io: needOfSpace('io'),
    memory: needOfSpace('memory'),
    prefetchable: needOfSpace('prefetchable'),
  };
}
