import type { Source } from './figure.ts';

/*
 * Sources that rows of several tables rest on. What only one table needs stands in that table.
 * Sentences are our own; the addresses are where the figure was read.
 */

/** The list in this repository (`data/pci-ids.txt`), with its date: newer ids are not in it. */
export const PCI_IDS: Source = {
  title: 'PCI ID Repository, version of 2023-04-10',
  url: 'https://pci-ids.ucw.cz/',
  quality: 'ids',
};

/** A choice where any would do, so that a drawn machine leaves nothing open. */
export const CONVENTION: Source = {
  title: 'Chosen here: parts of this kind come in many forms, and this one stands for all',
  url: null,
  quality: 'convention',
};

/** A bus has 32 device numbers; every downstream port takes one of its switch's internal bus. */
export const PCIE_DEVICES: Source = {
  title: 'PCI Express Base Specification, 7.3 (configuration addresses)',
  url: null,
  quality: 'specification',
};

export const QEMU: Source = {
  title: 'QEMU, models of PCI devices and docs/specs/pci-ids',
  url: 'https://www.qemu.org/docs/master/specs/pci-ids.html',
  quality: 'emulator',
};

/** Rows of `pci_p2pdma_whitelist[]`: by which device the kernel knows a root complex. */
export const P2PDMA_LIST: Source = {
  title: 'Linux, drivers/pci/p2pdma.c, pci_p2pdma_whitelist[]',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/pci/p2pdma.c',
  quality: 'kernel',
};

/** The same list, three years younger: read for parts that the older one does not know. */
export const PCI_IDS_2026: Source = {
  title: 'PCI ID Repository, version of 2026-05-24 (not the one kept here)',
  url: 'https://github.com/pciutils/pciids',
  quality: 'ids',
};

/** Where nobody's listing showed the word: what ports that can redirect have. */
export const ACS_NOT_SEEN: Source = {
  title: 'The usual set of such a port (SV, TB, RR, CR, UF); a listing of this part was not found',
  url: null,
  quality: 'convention',
};

/** Logs and listings that people put on Linux's public lists. */
export const MAILING_LIST: Source = {
  title: 'Listings and logs of such machines on the linux-pci list',
  url: 'https://lore.kernel.org/linux-pci/',
  quality: 'report',
};

/** Years of makers' launches: only used to sort. */
export const LAUNCH: Source = {
  title: 'Year of the maker’s launch',
  url: null,
  quality: 'datasheet',
};

/** CPU vendor and family as Linux computes them from CPUID. */
export const CPU_FAMILY: Source = {
  title: 'Linux, arch/x86/include/asm/intel-family.h and arch/x86/kernel/cpu/amd.c',
  url: 'https://github.com/torvalds/linux/tree/master/arch/x86',
  quality: 'kernel',
};

/** Which IOMMU driver serves which CPUs. */
export const IOMMU_DRIVERS: Source = {
  title: 'Linux, drivers/iommu: VT-d, AMD-Vi or Arm SMMU, by the CPU',
  url: 'https://github.com/torvalds/linux/tree/master/drivers/iommu',
  quality: 'kernel',
};

/** CPUs for which p2pdma asks no list. */
export const AMD_ZEN_RULE: Source = {
  title:
    'Linux, drivers/pci/p2pdma.c: AMD CPUs from family 17h on pass reads and writes (dea286bb71ba)',
  url: 'https://github.com/torvalds/linux/commit/dea286bb71ba',
  quality: 'kernel',
};

/** Lanes of servers of both makers from 2012 to 2023. */
export const LANES_OVER_TIME: Source = {
  title:
    'ServeTheHome, PCIe Lanes and Bandwidth Increase Over a Decade for Intel Xeon and AMD EPYC',
  url: 'https://www.servethehome.com/pcie-lanes-and-bandwidth-increase-over-a-decade-for-intel-xeon-and-amd-epyc/',
  quality: 'report',
};

/** Reads of host memory by a device, measured with an FPGA card. */
export const PCIE_BENCH: Source = {
  title: 'pcie-bench, raw data of “Understanding PCIe performance for end host networking” (2018)',
  url: 'https://github.com/pcie-bench/data',
  quality: 'measured',
};
