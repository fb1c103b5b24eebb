import type { DmaAddress } from '../dma/dmaAddress.ts';
import type { DmaMapping, DmaOutput } from '../dma/dmaMapping.ts';
import type { SgEntry } from '../dma/scatterlist.ts';

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
    const address = entry === output.first ? output.address : iovaOf(entry, sg, maps);
    if (address !== null) pieces.push({ entry, address, leadsTo: leadsTo(address, maps) });
  }
  return pieces;
}

function iovaOf(entry: number, { phys }: SgEntry, maps: DmaMapping['maps']): DmaAddress | null {
  const map = maps.find(
    (each) =>
      each.first <= entry &&
      entry < each.first + each.count &&
      each.phys <= phys &&
      phys < each.phys + each.size,
  );
  return map ? map.iova + (phys - map.phys) : null;
}

function leadsTo(address: DmaAddress, maps: DmaMapping['maps']): DmaAddress | null {
  const map = maps.find(({ iova, size }) => iova <= address && address < iova + size);
  return map ? map.phys + (address - map.iova) : null;
}
