import type { Settings } from '../model/settings.ts';
import type { PlatformPart } from './part.ts';

/** CPU and IOMMU that a platform brings to a machine of which nobody said them. */
export function platformSettings({ cpu, iommu }: PlatformPart): Pick<Settings, 'cpu' | 'iommu'> {
  return { cpu: cpu.value, iommu: iommu.value };
}
