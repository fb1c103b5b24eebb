import type { FunctionType } from '../../../model/pciFunction.ts';

/** Device/Port Type of the PCI Express capabilities register (PCIe base specification 7.5.3.2). */
const PORT_TYPES: Readonly<Record<number, FunctionType>> = {
  0: 'endpoint',
  1: 'legacy-endpoint',
  4: 'root-port',
  5: 'upstream',
  6: 'downstream',
  7: 'pcie-to-pci',
  8: 'pci-to-pcie',
  9: 'rciep',
  10: 'rcec',
};

export function portType(code: number): FunctionType | null {
  return PORT_TYPES[code] ?? null;
}

/** Integrated functions have no link (PCIe base specification 7.5.3.6). */
export function hasLink(type: FunctionType): boolean {
  return type !== 'rciep' && type !== 'rcec';
}

/** Ports that face downwards over a link: the only ones that can have a slot. */
export function canHaveSlot(type: FunctionType): boolean {
  return type === 'root-port' || type === 'downstream' || type === 'pci-to-pcie';
}

/**
 * Read Completion Boundary is defined for those that complete or request on their own behalf;
 * switch ports hardwire it to 0 (PCIe base specification 7.5.3.7).
 */
export function hasReadCompletionBoundary(type: FunctionType): boolean {
  return (
    type === 'root-port' ||
    type === 'endpoint' ||
    type === 'legacy-endpoint' ||
    type === 'pcie-to-pci'
  );
}
