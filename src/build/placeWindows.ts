import { hex64, hex64Value } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import { findPart } from '../catalogue/catalogue.ts';
import type { HostBridge, HostWindow } from '../model/machine.ts';
import { cpuSpan, type Room, roomOf } from './placeRoom.ts';
import { type Need, shareOut } from './placeShares.ts';
import { FOUR_GIB, FreeSpace, powerOfTwo, type Span, without } from './placeSpans.ts';
import { SPACES, type Space } from './placeTree.ts';

/** A host bridge of a drawn machine and its needs. */
export interface Demand {
  readonly host: HostBridge;
  readonly needs: Readonly<Record<Space, Need>>;
}

/**
 * Where PCs have them, in bus addresses. Memory below 4 GiB: from 2 GiB, where firmware likes to end
 * low memory, to the I/O APICs (0xfec00000, Intel 82093AA and every chipset since). Above: from
 * 256 GiB, where client platforms with 39 address bits have it, to the 52 bits that x86 page tables
 * can name. I/O ports: 16 bits, of which the first 4 KiB belong to the board.
 */
const USUAL: Readonly<Record<Space, Span>> = {
  io: { start: 0x1000n, end: 0x1_0000n },
  memory: { start: 0x8000_0000n, end: 0xfec0_0000n },
  prefetchable: { start: 0x40_0000_0000n, end: 1n << 52n },
};

/** In which portions the shared spaces are given out, and the least above 4 GiB. */
const IO_PORTION = 0x1000n;
const LOW_PORTION = 0x100_0000n;
const LEAST_HIGH = 0x40_0000_0000n;

/**
 * Windows of the host bridges of a drawn machine. Stated ones stay; a kind of which none is stated is
 * chosen: I/O ports and memory below 4 GiB are divided equally, or as the need is where equal shares
 * do not do; above 4 GiB each gets a power of two with at least a quarter to spare, 256 GiB or more.
 * One of which only the size is stated gets an address. Where bus and CPU addresses differ, as the
 * window says or the platform has it, the bus addresses are the usual ones.
 */
export function chooseWindows(demands: readonly Demand[]): readonly (readonly HostWindow[])[] {
  const chosen: HostWindow[][] = demands.map(({ host }) =>
    windowsOf(host).filter((window) => window.chosen === undefined),
  );
  for (const space of SPACES) {
    const isIo = space === 'io';
    const taken = () =>
      chosen.flatMap((each) => each.filter(({ kind }) => (kind === 'io') === isIo).map(cpuSpan));
    demands.forEach(({ host }, at) => {
      for (const window of windowsOf(host)) {
        if (window.kind !== space || window.chosen !== 'address') continue;
        const placed = placeSized(window, taken());
        if (placed) chosen[at]?.push(placed);
      }
    });
    const open = demands.flatMap((demand, at) => {
      return lacks(demand.host, space)
        ? [{ at, shift: shiftOf(demand.host, space), need: demand.needs[space] }]
        : [];
    });
    for (const shift of new Set(open.map((each) => each.shift))) {
      const group = open.filter((each) => each.shift === shift);
      const free = without([shifted(USUAL[space], shift)], taken());
      const spans = shareOut(
        free,
        group.map((each) => each.need),
        rulesFor(space),
      );
      group.forEach(({ at }, place) => {
        const span = spans[place];
        if (span) chosen[at]?.push(windowAt(space, span, shift, 'all'));
      });
    }
  }
  return chosen.map((each) => each.sort(byKind));
}

function rulesFor(space: Space) {
  if (space === 'prefetchable') return { portion: LEAST_HIGH, isShared: false };
  return { portion: space === 'io' ? IO_PORTION : LOW_PORTION, isShared: true };
}

function windowsOf({ windows }: HostBridge): readonly HostWindow[] {
  return windows === UNKNOWN ? [] : windows;
}

function isHigh({ busBase }: HostWindow): boolean {
  return hex64Value(busBase) >= FOUR_GIB;
}

/** Is nothing of that kind stated, wholly or by its size? */
function lacks(host: HostBridge, space: Space): boolean {
  return !windowsOf(host).some((window) => {
    if (window.chosen === 'all') return false;
    if (space === 'memory') return window.kind === 'memory' && !isHigh(window);
    return (
      window.kind === space || (space === 'prefetchable' && window.kind !== 'io' && isHigh(window))
    );
  });
}

/** Where prefetchable memory of a host bridge will go, as far as its windows are stated. */
export function poolOf(host: HostBridge): Room['pool'] {
  const stated = windowsOf(host).filter(({ chosen }) => chosen !== 'all');
  const isOpen = stated.some(({ kind, chosen }) => kind === 'prefetchable' && chosen === 'address');
  return isOpen || lacks(host, 'prefetchable') ? 'high' : roomOf(stated).pool;
}

/** CPU address minus bus address, as a window chosen before has it, or the platform. */
function shiftOf(host: HostBridge, space: Space): bigint {
  const before = windowsOf(host).find(({ kind, chosen }) => kind === space && chosen === 'all');
  if (before) return hex64Value(before.cpuBase) - hex64Value(before.busBase);
  if (space !== 'memory' || host.model === null) return 0n;
  const part = findPart('host', host.model);
  const offset = part?.kind === 'host' ? part.windowOffset.value : UNKNOWN;
  return offset === UNKNOWN ? 0n : -BigInt(offset);
}

function shifted({ start, end }: Span, shift: bigint): Span {
  const low = start + shift;
  return { start: low > 0n ? low : 0n, end: end + shift };
}

/** Of a window with a stated size; its two bases keep their difference. */
function placeSized(window: HostWindow, taken: readonly Span[]): HostWindow | null {
  const size = hex64Value(window.size);
  if (size === 0n) return null;
  const shift = hex64Value(window.cpuBase) - hex64Value(window.busBase);
  const whole = powerOfTwo(size);
  for (const align of [whole, LOW_PORTION]) {
    const free = new FreeSpace(without([shifted(USUAL[window.kind], shift)], taken));
    const start = free.take(size, align);
    if (start !== null)
      return windowAt(window.kind, { start, end: start + size }, shift, 'address');
  }
  return null;
}

function windowAt(
  kind: Space,
  { start, end }: Span,
  shift: bigint,
  chosen: 'address' | 'all',
): HostWindow {
  const size = hex64(end - start);
  return { kind, cpuBase: hex64(start), busBase: hex64(start - shift), size, chosen };
}

function byKind(a: HostWindow, b: HostWindow): number {
  return SPACES.indexOf(a.kind) - SPACES.indexOf(b.kind);
}
