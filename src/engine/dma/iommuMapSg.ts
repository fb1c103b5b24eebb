import type { IommuMap } from './dmaMapping.ts';
import { programStep } from './iommuDmaSteps.ts';
import type { MapCall } from './mapContext.ts';
import { takesStep } from './mapStep.ts';
import { modulo } from './modulo.ts';
import type { SgEntry } from './scatterlist.ts';
import type { SizedList } from './sizeIovaRange.ts';

/**
 * Which calls program the IOMMU, `iommu_map_sg()` (drivers/iommu/iommu.c, 5.4 to 7.0): entries whose
 * memory lies side by side share one, also across bus entries if memory went on right there.
 *
 * @returns the calls, and how many bytes they map
 */
export function iommuMapSg(
  list: readonly SgEntry[],
  { spans, busLengths }: Pick<SizedList, 'spans' | 'busLengths'>,
  base: number,
  { rules, recorder }: MapCall,
): { readonly maps: readonly IommuMap[]; readonly mapped: number } {
  const { granule } = rules;
  const maps: IommuMap[] = [];
  let mapped = 0;
  let size = 0;
  let phys = 0;
  let first = 0;
  let count = 0;
  // As the kernel does, the last entry is looked at once more, to close what is open.
  for (let index = 0; index <= list.length; index++) {
    const isPast = index === list.length;
    const at = isPast ? index - 1 : index;
    const entry = list[at];
    if (entry === undefined) break;
    const isBus = (busLengths[at] as number) >= 0;
    const from = isBus ? entry.phys : entry.phys - modulo(entry.phys, granule);
    if (size !== 0 && from !== phys + size) {
      const map = { iova: base + mapped, phys, size, first, count };
      maps.push(map);
      if (takesStep(recorder)) recorder.step(programStep(map));
      mapped += size;
      size = 0;
    }
    if (isPast || isBus) continue;
    const span = spans[at] as number;
    if (size === 0) {
      size = span;
      phys = from;
      first = at;
      count = 1;
    } else {
      size += span;
      count = at - first + 1;
    }
  }
  return { maps, mapped };
}
