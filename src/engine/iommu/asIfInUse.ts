import type { Conditions } from '../kernel/conditions.ts';
import { iommuOfCpu } from '../kernel/iommuOfCpu.ts';

/** Whether groups are made at all. */
export function isIommuInUse({ iommu }: Conditions): boolean {
  return iommu.value.mode !== 'none' && iommu.value.mode !== 'off';
}

/**
 * The same conditions with an IOMMU in use: the machine's own if it is merely off, else the one that
 * comes with its CPU.
 */
export function asIfInUse(conditions: Conditions): Conditions {
  const { iommu, cpu } = conditions;
  const { hardware } = iommu.value;
  return {
    ...conditions,
    iommu: {
      source: 'default',
      value: {
        ...iommu.value,
        hardware: hardware === 'none' ? iommuOfCpu(cpu.value) : hardware,
        mode: 'lazy',
        requestsAcs: true,
      },
    },
  };
}
