import type { IommuHardware } from '../../../model/settings.ts';

const LOGGED: Partial<Record<IommuHardware, string>> = {
  intel:
    '“DMAR: … fault addr … [fault reason 0x05] PTE Write access is not set” (0x06 and Read for a read)',
  amd: '“AMD-Vi: Event logged [IO_PAGE_FAULT device=… address=… flags=…]”',
  smmu: '“event 0x10 received”, a translation fault',
};

/**
 * What becomes of a request by an address that the IOMMU has no page for, or no page any more.
 *
 * Source: dmar_fault_do_one(), drivers/iommu/intel/dmar.c; amd_iommu_report_page_fault(),
 * drivers/iommu/amd/iommu.c; arm_smmu_evtq_thread(), drivers/iommu/arm/arm-smmu-v3, Linux 6.1 to 7.0.
 */
export function translationFault(hardware: IommuHardware): string {
  const logged = LOGGED[hardware];
  const words = logged ? ` The kernel logs ${logged}.` : '';
  return `The IOMMU finds no page for it and refuses: nothing is written, and a read gets no data.${words}`;
}
