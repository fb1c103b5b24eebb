import { hex64Value } from '../base/hex.ts';
import type { HostWindow } from '../model/machine.ts';
import { FOUR_GIB, joined, type Span, without } from './placeSpans.ts';
import type { Space } from './placeTree.ts';

const SPACE_END = 1n << 64n;

/** Part of a host bridge's window, in bus addresses, and how the CPU's differ. */
interface Piece extends Span {
  readonly kind: HostWindow['kind'];
  /** CPU address minus bus address. */
  readonly shift: bigint;
}

/** The address space that a host bridge passes, in bus addresses: those that BARs hold. */
export interface Room {
  /** `memory` ends at 4 GiB: what is not prefetchable has 32 address bits below a bridge. */
  readonly spans: Readonly<Record<Space, readonly Span[]>>;
  /** Where prefetchable memory goes; `none`: among the rest of the memory. */
  readonly pool: 'high' | 'low' | 'none';
  readonly pieces: readonly Piece[];
}

/** @param taken what of the CPU's addresses belongs to others */
export function roomOf(windows: readonly HostWindow[], taken: readonly Span[] = []): Room {
  const pieces = windows.flatMap((window) => piecesOf(window, window.kind === 'io' ? [] : taken));
  const high = pieces.filter(({ kind, start }) => kind !== 'io' && start >= FOUR_GIB);
  const low = pieces.filter(({ kind, start }) => kind === 'prefetchable' && start < FOUR_GIB);
  const pool = high.length > 0 ? 'high' : low.length > 0 ? 'low' : 'none';
  return {
    pool,
    pieces,
    spans: {
      io: joined(pieces.filter(({ kind }) => kind === 'io')),
      memory: joined(pieces.filter(({ kind, start }) => kind === 'memory' && start < FOUR_GIB)),
      prefetchable: joined(pool === 'high' ? high : low),
    },
  };
}

/** The CPU's address of a bus address in that room; the same where no window holds it. */
export function cpuAddress({ pieces }: Room, bus: bigint, isIo: boolean): bigint {
  const piece = pieces.find(
    ({ kind, start, end }) => (kind === 'io') === isIo && start <= bus && bus < end,
  );
  return piece ? bus + piece.shift : bus;
}

/** A window's CPU addresses. */
export function cpuSpan({ cpuBase, size }: HostWindow): Span {
  const start = hex64Value(cpuBase);
  const end = start + hex64Value(size);
  return { start, end: least(end, SPACE_END) };
}

function piecesOf(window: HostWindow, taken: readonly Span[]): readonly Piece[] {
  const shift = hex64Value(window.cpuBase) - hex64Value(window.busBase);
  return without([cpuSpan(window)], taken).flatMap(({ start, end }) => {
    const bus = { start: start - shift, end: least(end - shift, SPACE_END) };
    const cut = bus.start < FOUR_GIB && FOUR_GIB < bus.end;
    const parts = cut
      ? [
          { start: bus.start, end: FOUR_GIB },
          { start: FOUR_GIB, end: bus.end },
        ]
      : [bus];
    return parts.map((part) => ({ ...part, kind: window.kind, shift }));
  });
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
