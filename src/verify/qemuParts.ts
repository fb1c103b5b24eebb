import { findPart } from '../catalogue/catalogue.ts';
import type { CataloguePart, PartKind, PlatformPart } from '../catalogue/part.ts';

/** What the parts of a topology are called in the catalogue. */
const PARTS: Readonly<Record<string, readonly [PartKind, string]>> = {
  'root-port': ['port', 'qemu-root-port'],
  ioh3420: ['port', 'qemu-ioh3420'],
  'switch-up': ['switch', 'qemu-xio3130'],
  'switch-down': ['switch', 'qemu-xio3130'],
  'pcie-pci-bridge': ['bridge', 'qemu-pcie-pci-bridge'],
  'pci-bridge': ['bridge', 'qemu-pci-bridge'],
  'dmi-bridge': ['bridge', 'qemu-dmi-bridge'],
  nvme: ['nvme', 'qemu-nvme'],
  'nvme-cmb': ['nvme', 'qemu-nvme-cmb'],
  testdev: ['card', 'qemu-testdev'],
  ivshmem: ['card', 'qemu-ivshmem'],
  edu: ['card', 'qemu-edu'],
  e1000e: ['nic', 'qemu-e1000e'],
  e1000: ['nic', 'qemu-e1000'],
  vmxnet3: ['nic', 'qemu-vmxnet3'],
  'qemu-xhci': ['card', 'qemu-xhci'],
  'virtio-net-pci': ['nic', 'virtio-net'],
  pxb: ['rciep', 'qemu-pxb'],
  'amd-iommu': ['rciep', 'qemu-amd-iommu'],
};

/** The part of the catalogue that a topology means; throws on a type that nobody knows. */
export function qemuPart(type: string): CataloguePart {
  const [kind, id] = PARTS[type] ?? [];
  const part = kind && id ? findPart(kind, id) : null;
  if (!part) throw new RangeError(`no such part: ${type}`);
  return part;
}

/** The machine type that all topologies are built on. */
export function qemuPlatform(): PlatformPart {
  const part = findPart('host', 'q35');
  if (part?.kind !== 'host') throw new RangeError('the catalogue has no platform q35');
  return part;
}
