import type { DmaAddress } from '../dma/dmaAddress.ts';
import type { DmaMapping } from '../dma/dmaMapping.ts';

type Maps = DmaMapping['maps'];

/** The IOVA that an address of an entry was mapped at; `null`: at none. */
export function iovaInMaps(maps: Maps, entry: number, phys: DmaAddress): DmaAddress | null {
  const map = maps.find(
    (each) =>
      each.first <= entry &&
      entry < each.first + each.count &&
      each.phys <= phys &&
      phys < each.phys + each.size,
  );
  return map ? map.iova + (phys - map.phys) : null;
}

/** Where the IOMMU's table leads an IOVA; `null`: it has no entry for it. */
export function physInMaps(maps: Maps, address: DmaAddress): DmaAddress | null {
  const map = maps.find(({ iova, size }) => iova <= address && address < iova + size);
  return map ? map.phys + (address - map.iova) : null;
}
