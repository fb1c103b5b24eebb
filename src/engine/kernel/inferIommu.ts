import { UNKNOWN } from '../../base/unknown.ts';
import { formatAddress } from '../../model/address.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Cpu, IommuHardware } from '../../model/settings.ts';
import { iommuOfCpu } from './iommuOfCpu.ts';

const AMD = 0x1022;
/** Base class and sub-class "IOMMU" (PCI code and ID assignment, 1.11): AMD's show themselves so. */
const IOMMU_CLASS = 0x0806;

export interface InferredIommu {
  readonly hardware: IommuHardware;
  /** Why, in words that follow "concluded from". */
  readonly from: string;
}

/**
 * The IOMMU that a tree gives away when nothing names it: AMD's is a PCI function, and any machine
 * that listed IOMMU groups has one, which its CPU tells the kind of.
 *
 * @returns `null` when there is no such sign
 */
export function inferIommu(machine: Machine, cpu: Cpu): InferredIommu | null {
  const shown = machine.functions.find(isAmdIommu);
  if (shown) {
    const name = shown.address ? formatAddress(shown.address) : shown.id;
    return { hardware: 'amd', from: `${name}, which is one` };
  }
  const isGrouped = machine.functions.some(
    ({ iommuGroup }) => iommuGroup !== null && iommuGroup !== UNKNOWN,
  );
  if (isGrouped) return { hardware: iommuOfCpu(cpu), from: 'the IOMMU groups shown, and the CPU' };
  const { iommuMode } = machine.settings;
  if (iommuMode === null || iommuMode === UNKNOWN) return null;
  return { hardware: iommuOfCpu(cpu), from: 'the mode it is said to be in, and the CPU' };
}

function isAmdIommu({ classCode, pciId }: PciFunction): boolean {
  if (classCode === UNKNOWN || classCode >> 8 !== IOMMU_CLASS) return false;
  return pciId !== UNKNOWN && pciId.vendor === AMD;
}
