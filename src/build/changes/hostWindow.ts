import { hex64, hex64Value } from '../../base/hex.ts';
import { problemError } from '../../base/problem.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { HostWindow, Machine } from '../../model/machine.ts';
import type { ChangeKind, ChangeOf } from './changeKind.ts';

const FOUR_GIB = 0x1_0000_0000n;
const TWO_GIB = 0x8000_0000n;
/** Local APICs, the flash and HPET of x86 lie from here on. */
const BELOW_FOUR_GIB_END = 0xfec0_0000n;
const SPACE_END = 1n << 52n;

/**
 * Gives a host bridge address space. In a drawn machine the window takes the place of those of its
 * kind, in a captured one it comes beside them: what lies in those stays where it is.
 */
export const hostWindow: ChangeKind<'host-window'> = {
  refuse: (machine, change) => {
    const host = machine.hostBridges.find(({ id }) => id === change.host);
    if (!host)
      return problemError(`There is no host bridge ${change.host}.`, { where: change.host });
    const refuse = (text: string, hint: string) => problemError(text, { where: host.id, hint });
    if (!isPowerOfTwo(change.size) || change.size < 0x10_0000) {
      return refuse('A window is a power of two of at least 1 MiB.', 'Choose such a size.');
    }
    if (windowFor(machine, change) !== null) return null;
    return change.window === 'memory'
      ? refuse(
          'There is no room of that size below 4 GiB.',
          'BARs that are not prefetchable must lie there; use fewer or smaller ones.',
        )
      : refuse('There is no room of that size.', 'Choose a smaller one.');
  },
  apply: (machine, change) => {
    const window = windowFor(machine, change);
    if (!window) throw new RangeError('no room for that window');
    return {
      ...machine,
      hostBridges: machine.hostBridges.map((host) =>
        host.id === change.host
          ? { ...host, windows: [...keptWindows(machine, change), window] }
          : host,
      ),
    };
  },
};

function isPowerOfTwo(size: number): boolean {
  return Number.isSafeInteger(size) && size > 0 && 2 ** Math.round(Math.log2(size)) === size;
}

function keptWindows(
  machine: Machine,
  { host: id, window: kind }: ChangeOf<'host-window'>,
): readonly HostWindow[] {
  const windows = machine.hostBridges.find((host) => host.id === id)?.windows;
  if (windows === undefined || windows === UNKNOWN) return [];
  return machine.origin === 'drawn' ? windows.filter((window) => window.kind !== kind) : windows;
}

/** The lowest place that is free of all windows and, in a captured machine, of all BARs. */
function windowFor(machine: Machine, change: ChangeOf<'host-window'>): HostWindow | null {
  const size = BigInt(change.size);
  const isLow = change.window === 'memory';
  const taken = takenRanges(machine, change);
  let base = isLow ? TWO_GIB : FOUR_GIB;
  base = alignUp(base, size);
  for (const { first, end } of taken) {
    if (end <= base) continue;
    if (first >= base + size) break;
    base = alignUp(end, size);
  }
  if (base + size > (isLow ? BELOW_FOUR_GIB_END : SPACE_END)) return null;
  const offset = busOffset(machine, change);
  const busBase = base + offset;
  if (busBase < 0n) return null;
  return {
    kind: change.window,
    cpuBase: hex64(base),
    busBase: hex64(busBase),
    size: hex64(size),
    ...(machine.origin === 'drawn' && { chosen: 'address' }),
  };
}

function takenRanges(machine: Machine, change: ChangeOf<'host-window'>) {
  const windows = machine.hostBridges.flatMap((host) => {
    if (host.id === change.host) return keptWindows(machine, change);
    return host.windows === UNKNOWN ? [] : host.windows;
  });
  const isDrawn = machine.origin === 'drawn';
  const ranges = windows
    // What was chosen for a drawn machine is chosen anew.
    .filter(({ kind, chosen }) => kind !== 'io' && !(isDrawn && chosen === 'all'))
    .map(({ cpuBase, size }) => rangeOf(hex64Value(cpuBase), hex64Value(size)));
  if (machine.origin === 'captured') {
    for (const { bars } of machine.functions) {
      if (bars === UNKNOWN) continue;
      for (const { kind, address, size } of bars) {
        if (kind === 'io' || address === null || size === UNKNOWN) continue;
        ranges.push(rangeOf(hex64Value(address), BigInt(size)));
      }
    }
  }
  return ranges.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
}

const rangeOf = (first: bigint, size: bigint) => ({ first, end: first + size });

function alignUp(address: bigint, size: bigint): bigint {
  return ((address + size - 1n) / size) * size;
}

/** Bus minus CPU address, as the host bridge's other windows of memory have it. */
function busOffset(machine: Machine, change: ChangeOf<'host-window'>): bigint {
  const windows = machine.hostBridges.find((host) => host.id === change.host)?.windows;
  if (windows === undefined || windows === UNKNOWN) return 0n;
  const like =
    windows.find(({ kind }) => kind === change.window) ?? windows.find(({ kind }) => kind !== 'io');
  return like ? hex64Value(like.busBase) - hex64Value(like.cpuBase) : 0n;
}
