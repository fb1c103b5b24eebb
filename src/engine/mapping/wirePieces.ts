import type { DmaAddress } from '../dma/dmaAddress.ts';
import type { DmaMapping, DmaOutput } from '../dma/dmaMapping.ts';
import type { SgEntry } from '../dma/scatterlist.ts';
import { iovaInMaps, physInMaps } from './inMaps.ts';

/** A part of an output whose requests all go the same way: one entry that stands for its like. */
export interface WirePiece {
  readonly entry: number;
  /** What the device sends for its first byte. */
  readonly address: DmaAddress;
  /** Where the IOMMU's table leads that; `null`: it has no entry for it. */
  readonly leadsTo: DmaAddress | null;
}

/** The first entry of each target that an output covers: host memory, and each provider. */
export function wirePieces(
  output: DmaOutput & { readonly address: DmaAddress },
  list: readonly SgEntry[],
  { maps }: Pick<DmaMapping, 'maps'>,
): readonly WirePiece[] {
  const seen = new Set<string | null>();
  const pieces: WirePiece[] = [];
  for (let entry = output.first; entry < output.first + output.count; entry++) {
    const sg = list[entry];
    const target = sg?.peer?.provider ?? null;
    if (!sg || seen.has(target)) continue;
    seen.add(target);
    const address = entry === output.first ? output.address : iovaInMaps(maps, entry, sg.phys);
    if (address !== null) pieces.push({ entry, address, leadsTo: physInMaps(maps, address) });
  }
  return pieces;
}
