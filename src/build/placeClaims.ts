import { UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { Bar } from '../model/registers.ts';
import { MEMORY_STEP, powerOfTwo } from './placeSpans.ts';

/** A request for address space. */
export interface Claim {
  /** Place of the function in the document. */
  readonly at: number;
  /** A BAR, the BARs of all virtual functions together, or room that a hotplug port keeps free. */
  readonly of: 'bar' | 'vf' | 'reserve';
  /** Which BAR; -1 for a reserve. */
  readonly index: number;
  readonly isIo: boolean;
  /** May lie in a prefetchable window; and above 4 GiB. */
  readonly prefetchable: boolean;
  readonly is64bit: boolean;
  /** A whole number of `align`s. */
  readonly size: bigint;
  /** A power of two. */
  readonly align: bigint;
}

/** The BAR number of an expansion ROM. */
const ROM_INDEX = 6;
/** Least sizes of BARs (PCI local bus specification 3.0, 6.2.5.1), and of a virtual function's. */
const LEAST_MEMORY = 16n;
const LEAST_IO = 4n;
/** System Page Size is 4 KiB unless software sets another (PCIe base specification 9.3.3.13). */
export const LEAST_VF = 4096n;

/**
 * What a function asks for. BARs are powers of two and aligned to their size; what is no power of two
 * is taken as the next. The BARs of virtual functions lie one after the other, for as many as there
 * can be, aligned to one of them. BARs whose size is unknown ask for nothing.
 *
 * Source: PCI local bus specification 3.0, 6.2.5.1; PCIe base specification 9.2.1.1 and 9.3.3.14;
 * `pci_sriov_resource_alignment()`, drivers/pci/iov.c.
 */
export function claimsOf(fn: PciFunction, at: number): readonly Claim[] {
  if (fn.physfn !== null) return [];
  const { bars, sriov, hotplugReserve } = fn;
  const claims: Claim[] = [];
  if (bars !== UNKNOWN) {
    for (const bar of bars) {
      const size = barSize(bar, leastOf(fn, bar.index));
      if (size !== null) claims.push({ ...claimOf(at, bar), of: 'bar', size, align: size });
    }
  }
  if (sriov !== null && sriov !== UNKNOWN && sriov.bars !== UNKNOWN) {
    const copies = vfCopies(fn);
    for (const bar of sriov.bars) {
      const one = barSize(bar, LEAST_VF);
      if (one === null || copies === 0) continue;
      claims.push({ ...claimOf(at, bar), of: 'vf', size: one * BigInt(copies), align: one });
    }
  }
  if (hotplugReserve && fn.bridge !== null) {
    claims.push(...reserve(at, hotplugReserve.memory, false));
    claims.push(...reserve(at, hotplugReserve.prefetchable, true));
  }
  return claims;
}

/** How many virtual functions share the space of an SR-IOV BAR; 0 where that is not known. */
export function vfCopies({ sriov }: PciFunction): number {
  if (sriov === null || sriov === UNKNOWN) return 0;
  const copies = sriov.totalVfs === UNKNOWN ? sriov.numVfs : sriov.totalVfs;
  return copies === UNKNOWN ? 0 : copies;
}

/** Bytes that a BAR takes up; `null` where its size is unknown or nothing. */
export function barSize(bar: Bar, least: bigint): bigint | null {
  if (bar.size === UNKNOWN || !(bar.size > 0)) return null;
  const size = nextPower(bar.size);
  const floor = bar.kind === 'io' ? LEAST_IO : LEAST_MEMORY;
  return [size, least, floor].reduce((a, b) => (a > b ? a : b));
}

/** The next power of two of a number that is one as a rule. */
function nextPower(size: number): bigint {
  let power = Math.ceil(Math.log2(size));
  while (2 ** power < size) power++;
  return 1n << BigInt(Math.max(0, power));
}

/** Memory for peers lies within its BAR. */
export function leastOf({ p2pMemory }: PciFunction, index: number): bigint {
  if (p2pMemory.length === 0) return 1n;
  const ends = p2pMemory.filter(({ bar }) => bar === index).map((each) => each.offset + each.size);
  return powerOfTwo(BigInt(Math.ceil(Math.max(1, ...ends))));
}

/** Can be done without: Linux, too, places the rest first (`pci_resource_is_optional()`). */
export function isOptional(claim: Claim): boolean {
  return claim.of !== 'bar' || claim.index === ROM_INDEX;
}

function claimOf(at: number, bar: Bar) {
  const { index, is64bit, prefetchable } = bar;
  return { at, index, isIo: bar.kind === 'io', prefetchable, is64bit };
}

/** Kept so that one BAR of the largest power of two in it would fit. */
function reserve(at: number, bytes: number, prefetchable: boolean): readonly Claim[] {
  if (!(bytes > 0)) return [];
  const wanted = BigInt(Math.ceil(bytes));
  const whole = powerOfTwo(wanted);
  const align = whole > wanted ? whole / 2n : whole;
  const size = ((wanted + MEMORY_STEP - 1n) / MEMORY_STEP) * MEMORY_STEP;
  return [
    {
      at,
      of: 'reserve',
      index: -1,
      isIo: false,
      prefetchable,
      is64bit: prefetchable,
      size,
      align: align < MEMORY_STEP ? MEMORY_STEP : align,
    },
  ];
}
