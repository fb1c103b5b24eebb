import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/** Vendor and device in one number, as the tables below are written. */
const key = (vendor: number, device: number) => vendor * 0x10000 + device;

/**
 * Bridges from PCI Express to conventional PCI that do not say so: they have no PCI Express
 * capability, and yet give what is below them the id of function 00.0 of their secondary bus.
 * Source: `quirk_use_pcie_bridge_dma_alias()`, drivers/pci/quirks.c, Linux 5.4 to 7.1.
 */
const HIDDEN_PCIE_TO_PCI: ReadonlySet<number> = new Set([
  key(0x1b21, 0x1080), // ASMedia
  key(0x10e3, 0x8113), // Tundra
  key(0x1283, 0x8892), // ITE
  key(0x1283, 0x8893),
  key(0x8086, 0x244e), // Intel 82801
]);

/**
 * Bridges on the way to the IOMMU's end of the tree: the translation sits below them.
 * Source: `quirk_bridge_cavm_thrx2_pcie_root()`, drivers/pci/quirks.c, Linux 5.4 to 7.1.
 */
const TRANSLATION_ROOTS: ReadonlySet<number> = new Set([key(0x14e4, 0x9000), key(0x14e4, 0x9084)]);

/** Bridges that pass the ids of their devices on. Source: the no-alias flag, Linux 7.0. */
const NO_ALIAS: ReadonlySet<number> = new Set([key(0x1a03, 0x1150)]); // ASPEED AST1150

function isIn(table: ReadonlySet<number>, { pciId }: PciFunction): boolean {
  if (pciId === UNKNOWN || pciId.device === UNKNOWN) return false;
  return table.has(key(pciId.vendor, pciId.device));
}

export const isHiddenPcieToPci = (fn: PciFunction) => isIn(HIDDEN_PCIE_TO_PCI, fn);
export const isTranslationRoot = (fn: PciFunction) => isIn(TRANSLATION_ROOTS, fn);
export const isNoAliasBridge = (fn: PciFunction) => isIn(NO_ALIAS, fn);
