import type { Source } from './figure.ts';

/*
 * Sources of the tables of devices. Sentences are our own; the addresses are where it was read.
 */

/** What Linux shows of QEMU's parts. */
export const QEMU_SEEN: Source = {
  title: 'QEMU 7.2, machine q35, as Linux 5.4 to 7.0 show it (fixtures/golden)',
  url: 'https://www.qemu.org/docs/master/specs/pci-ids.html',
  quality: 'emulator',
};

/**
 * A capability that listings of such parts do not show. A drawn machine has to decide; whoever
 * knows better says so in the drawing.
 */
export const TAKEN_AS_ABSENT: Source = {
  title: 'Taken as absent: no listing of this part, or of its like, was found that shows it',
  url: null,
  quality: 'convention',
};

/** ACS of an endpoint beside an upstream port would only tell what the two may send each other. */
export const SWITCH_ENDPOINT: Source = {
  title: 'Chosen: an endpoint function of a switch counts as one without ACS, ATS, ARI and SR-IOV',
  url: null,
  quality: 'convention',
};

/** Functions of devices that have no second function and no virtual ones. */
export const SINGLE_FUNCTION_ACS: Source = {
  title: 'PCI Express Base Specification, 6.12.1: ACS is for ports and multi-function devices',
  url: null,
  quality: 'specification',
};

/** Who registers memory for peers by itself. */
export const NO_MEMORY_OFFERED: Source = {
  title: 'Linux, drivers/nvme/host/pci.c: the NVMe driver registers controller memory, others none',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/nvme/host/pci.c',
  quality: 'kernel',
};

/** PCI Code and ID Assignment, with the class that the driver asks for. */
export const NVME_CLASS: Source = {
  title: 'NVM Express over PCIe Transport specification: class code 010802h',
  url: 'https://nvmexpress.org/specifications/',
  quality: 'specification',
};

/** Header lines of `lspci`: class and kind of such a part. */
export const LISTED_CLASS: Source = {
  title: 'First line of such a part in published lspci listings',
  url: null,
  quality: 'report',
};

/** The NVMe driver's DMA: 64 address bits, segments of any length. */
export const NVME_DRIVER: Source = {
  title: 'Linux, drivers/nvme/host/pci.c: 64-bit mask, segments up to 4 GiB minus one',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/nvme/host/pci.c',
  quality: 'kernel',
};

/** What the kernel prints when it finds a function: ids, class and BARs. */
export const BOOT_LOGS: Source = {
  title: 'Boot logs of machines with this part on the lists of the Linux kernel',
  url: 'https://lore.kernel.org/',
  quality: 'report',
};

/** The maker's data sheet or product brief, to be looked up by the part's name. */
export function datasheet(title: string): Source {
  return { title, url: null, quality: 'datasheet' };
}

/** What somebody published of a machine with the part. */
export function report(title: string, url: string | null): Source {
  return { title, url, quality: 'report' };
}

/** A full listing that the facts of this table were read from. */
export function listing(title: string, url: string): Source {
  return { title: `lspci -vvv: ${title}`, url, quality: 'measured' };
}
