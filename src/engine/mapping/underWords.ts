import type { Conditions } from '../kernel/conditions.ts';
import type { IommuUse } from '../kernel/iommuUse.ts';
import type { MappingOptions } from './mappingOptions.ts';

const HARDWARE: Readonly<Record<IommuUse['hardware'], string>> = {
  none: 'no IOMMU',
  intel: 'VT-d',
  amd: 'AMD-Vi',
  smmu: 'SMMU',
  virtio: 'virtio-iommu',
  other: 'IOMMU',
};

const DESIGNS: Readonly<Record<MappingOptions['design'], string | null>> = {
  kernel: null,
  'p2p-shim': 'what if: operations injected at bridges',
  'one-target': 'what if: one list, one target',
  'switch-iommu': 'what if: an IOMMU in each switch',
  'out-of-tree': 'peer memory out of tree',
  'physical-until-used': 'what if: physical addresses until they are used',
};

/** Under which conditions a list is mapped: `Linux 6.12, VT-d, strict`. */
export function underWords({ kernel, iommu }: Conditions, options: MappingOptions): string {
  const parts = [kernel.value.title, ...iommuWords(iommu.value)];
  if (options.isXen) parts.push('Xen');
  const design = DESIGNS[options.design];
  if (design !== null) parts.push(design);
  if (options.barPages === 'none') parts.push('what if: BARs without struct pages');
  return parts.join(', ');
}

function iommuWords({ hardware, mode }: IommuUse): readonly string[] {
  if (mode === 'none' || hardware === 'none') return [HARDWARE.none];
  const name = HARDWARE[hardware];
  if (mode === 'off') return [`${name} off`];
  return [name, mode === 'passthrough' ? 'pass-through' : mode];
}
