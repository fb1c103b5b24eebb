import { type Hex64, hex64, hex64Value } from '../../base/hex.ts';
import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import type { HostBridge, HostWindow } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { type BusOffset, busOffset } from '../pci/busOffset.ts';
import { functionAt } from '../pci/topology.ts';
import { busAddress } from './busAddress.ts';
import type { PairAsker } from './pairAsker.ts';
import type { PairVerdict } from './verdict.ts';

/**
 * Which kind of address the client is given.
 * - `bus`: the memory's PCI bus address, which switches route by
 * - `physical`: the CPU's address, for a way through the root complex without translation
 * - `iova`: an address that the IOMMU translates to it, allotted when it is mapped
 * - `none`: the mapping fails
 * - `unknown`: the pair's outcome is not known
 */
export type AddressSpace = 'bus' | 'physical' | 'iova' | 'none' | 'unknown';

/** One stretch of the provider's memory and what the client is told of it. */
export interface PeerAddress {
  readonly bar: number;
  readonly cpuAddress: Hex64;
  readonly size: OrUnknown<number>;
  /** `null` where it is allotted when mapped, or where there is none. */
  readonly programmed: Hex64 | null;
  /** Where the memory is on the PCI bus. */
  readonly busAddress: Hex64;
  /** The window of the host bridge that the bus address follows from; `null`: none contains it. */
  readonly window: HostWindow | null;
  /** The input shows no windows: bus and CPU addresses are taken to be the same. */
  readonly isAssumed: boolean;
  /** The kernel of that time reckons with the wrong sign and misses the memory. */
  readonly misses: boolean;
}

export interface PeerAddresses {
  readonly space: AddressSpace;
  /** What follows for the client, in a sentence. */
  readonly text: string;
  /** For each stretch of memory that is registered, or else for each memory BAR. */
  readonly memory: readonly PeerAddress[];
}

/**
 * What a client of this verdict gets as addresses of the provider's memory.
 *
 * Source: `dma_direct_map_sg()`, `iommu_dma_map_sg()` and `pci_p2pdma_map_segment()`, Linux 6.0 to
 * 7.1; `pci_p2pdma_map_sg_attrs()` up to 5.19, which before map types (5.4) gave bus addresses
 * whatever the pair.
 *
 * @param isTranslated whether an IOMMU translates for the client (`iommu/isTranslated.ts`)
 */
export function addressFor(
  asker: PairAsker,
  verdict: PairVerdict,
  isTranslated: boolean,
): PeerAddresses {
  const space = spaceOf(asker, verdict, isTranslated);
  const { topology, conditions } = asker;
  const place = topology.indexOf.get(verdict.provider);
  const host =
    place === undefined ? undefined : topology.machine.hostBridges[topology.host[place] ?? -1];
  const { features } = conditions.kernel.value;
  const stretches = place === undefined ? [] : memoryOf(functionAt(topology, place));
  const memory = stretches.map(({ bar, barStart, barSize, start, size }): PeerAddress => {
    const found = offsetOf({ start: barStart, size: barSize }, host);
    const { programmed, actual } = busAddress(start, found.offset, features);
    const given = { bus: programmed, physical: start, iova: null, none: null, unknown: null }[
      space
    ];
    return {
      bar,
      cpuAddress: start,
      size,
      programmed: isUnwritten(asker, space, verdict) ? null : given,
      busAddress: actual,
      window: found.window,
      isAssumed: found.isAssumed,
      misses: space === 'bus' && programmed !== actual,
    };
  });
  return { space, text: textOf(asker, verdict, space), memory };
}

function offsetOf(
  bar: { readonly start: Hex64; readonly size: OrUnknown<number> },
  host: HostBridge | undefined,
): BusOffset {
  return busOffset(bar, host?.windows ?? UNKNOWN);
}

function spaceOf(
  { conditions }: PairAsker,
  { mapType }: PairVerdict,
  isTranslated: boolean,
): AddressSpace {
  const { pairRule, unaskedMapping } = conditions.kernel.value.features;
  if (mapType === null) return 'unknown';
  if (mapType === 'NOT_SUPPORTED') return 'none';
  if (pairRule === 'none') return isTranslated ? 'iova' : 'physical';
  if (mapType === 'BUS_ADDR' || unaskedMapping === 'maps') return 'bus';
  return isTranslated ? 'iova' : 'physical';
}

/** Some kernels map a way through the host bridge and forget to write its address. */
function isUnwritten(
  { conditions }: PairAsker,
  space: AddressSpace,
  { mapType }: PairVerdict,
): boolean {
  const { writesHostAddress } = conditions.kernel.value.features;
  return !writesHostAddress && space === 'physical' && mapType === 'THRU_HOST_BRIDGE';
}

function textOf(asker: PairAsker, verdict: PairVerdict, space: AddressSpace): string {
  const { features } = asker.conditions.kernel.value;
  switch (space) {
    case 'unknown':
      return 'Which kind of address the client is given depends on what the input does not show.';
    case 'bus':
      return 'The client is given PCI bus addresses; an IOMMU is not involved.';
    case 'iova':
      return 'The client is given an IOVA that the IOMMU maps to the memory; it is allotted when it is mapped.';
    case 'physical':
      return isUnwritten(asker, space, verdict)
        ? 'The mapping succeeds, and this kernel leaves the address of a way through the host bridge unwritten.'
        : 'The client is given the CPU’s physical address, which the root complex must forward.';
    case 'none':
      if (features.unaskedMapping === 'maps') {
        return 'Drivers ask for the distance first and give up; the mapping itself would not be checked.';
      }
      return features.refusedMapping === 'zero'
        ? 'The mapping fails: 0 entries and a warning.'
        : 'The mapping fails with -EREMOTEIO.';
  }
}

interface Stretch {
  readonly bar: number;
  readonly barStart: Hex64;
  readonly barSize: OrUnknown<number>;
  readonly start: Hex64;
  readonly size: OrUnknown<number>;
}

/** Registered memory; without any, the memory BARs that have an address (the ROM is none of them). */
function memoryOf({ bars, p2pMemory }: PciFunction): readonly Stretch[] {
  if (bars === UNKNOWN) return [];
  const usable = bars.flatMap(({ index, kind, address, size }): readonly Stretch[] =>
    kind === 'memory' && address !== null && index < 6
      ? [{ bar: index, barStart: address, barSize: size, start: address, size }]
      : [],
  );
  if (p2pMemory.length === 0) return usable;
  return p2pMemory.flatMap((memory) =>
    usable
      .filter(({ bar }) => bar === memory.bar)
      .map((stretch) => ({
        ...stretch,
        start: hex64(hex64Value(stretch.start) + BigInt(memory.offset)),
        size: memory.size,
      })),
  );
}
