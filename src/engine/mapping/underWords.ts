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
  'p2p-shim': 'what if: operations injected at each bridge',
  'one-target': 'what if: one list, one target',
  'switch-iommu': 'what if: an IOMMU in each switch',
  'out-of-tree': 'peer memory out of tree',
  'physical-until-used': 'what if: physical addresses until they are used',
};

/** The client is untrusted and translated, whatever the conditions say of others. */
interface Untrusted {
  readonly flush: 'strict' | 'lazy';
}

/** Under which conditions a list is mapped: `Linux 6.12, VT-d, strict`. */
export function underWords(
  { kernel, iommu }: Conditions,
  options: MappingOptions,
  untrusted: Untrusted | null = null,
): string {
  const parts = [kernel.value.title, ...iommuWords(iommu.value)];
  if (untrusted) parts.push(`${parts.pop()} (${untrustedWords(untrusted, iommu.value)})`);
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

/** What holds for the untrusted device itself, where that is not what the conditions say. */
function untrustedWords({ flush }: Untrusted, { mode }: IommuUse): string {
  return flush === mode ? 'untrusted: one by one' : `untrusted: ${flush}, one by one`;
}
