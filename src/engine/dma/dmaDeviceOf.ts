import { hex64Value } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { deviceKind } from '../../model/deviceKind.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Conditions } from '../kernel/conditions.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { functionAt, type Topology, wayUp } from '../pci/topology.ts';
import { DRIVER_LIMITS, usualDriver } from './chooseLimits.ts';
import type { DmaDevice } from './scatterlist.ts';

export interface FoundDmaDevice {
  readonly device: DmaDevice;
  /** Which limits are defaults, and whose, a sentence each. */
  readonly remarks: readonly string[];
}

/** What is said of a device instead of what it has. */
type ToldLimits = Pick<DmaDevice, 'maxSegment' | 'boundary' | 'isUntrusted'>;

const PCI_SEGMENT = 0x1_0000;
const UNLIMITED = 0xffff_ffff;
/** No segment crosses a line of 4 GiB: nobody changes that. */
const BOUNDARY = 0xffff_ffff;
const RDMA_CORE_SEGMENT = 0x8000_0000;
const NVME_PAGE_MASK = 0xfff;

/**
 * What a function's driver told the kernel of its DMA: as the document says, else as its driver does.
 *
 * Source: `pci_setup_device()`, drivers/pci/probe.c (64 KiB, 4 GiB), Linux 5.4 to 7.0; NVMe
 * `nvme_pci_enable()` and `nvme_reset_work()`, 5.2 to 7.0 (seen on 5.4 to 7.0), its min_align_mask
 * 5.12 and stable 5.10; `setup_dma_device()`, drivers/infiniband/core/device.c, up to 5.10. Untrusted:
 * `dev_is_untrusted()`, drivers/iommu/dma-iommu.c, Linux 5.15 to 7.0.
 */
export function dmaDeviceOf(
  topology: Topology,
  index: number,
  conditions: Conditions,
  told?: ToldLimits,
): FoundDmaDevice {
  const fn = functionAt(topology, index);
  const { features } = conditions.kernel.value;
  const own = limitsOf(fn, features);
  const limits = told ? { ...own, ...told, remarks: [] } : own;
  const driver = driverOf(fn);
  return {
    device: {
      mask: limits.mask,
      busLimit: null,
      maxSegment: limits.maxSegment,
      boundary: limits.boundary,
      isUntrusted: told
        ? told.isUntrusted && minds(conditions)
        : isUntrusted(topology, index, conditions),
      minAlignMask: driver === 'nvme' && features.nvmeKeepsOffset ? NVME_PAGE_MASK : 0,
    },
    remarks: limits.remarks,
  };
}

interface Limits extends Pick<DmaDevice, 'mask' | 'maxSegment' | 'boundary'> {
  readonly remarks: readonly string[];
}

function limitsOf(fn: PciFunction, features: KernelFeatures): Limits {
  if (fn.dma !== UNKNOWN) {
    const { maskBits, maxSegment, segmentBoundary } = fn.dma;
    const boundary = Number(hex64Value(segmentBoundary));
    return { mask: maskOf(maskBits), maxSegment, boundary, remarks: [] };
  }
  const segment = segmentOf(driverOf(fn), features);
  const bits = fn.pcie === null ? 32 : 64;
  const whose = bits === 64 ? 'as drivers of PCI Express devices set' : 'as conventional PCI has';
  return {
    mask: maskOf(bits),
    maxSegment: segment.bytes,
    boundary: BOUNDARY,
    remarks: [
      `The input does not show its DMA limits. Longest segment ${sizeText(segment.bytes)}: ${segment.whose}.`,
      `Taken to send ${bits} address bits, ${whose}.`,
    ],
  };
}

const maskOf = (bits: number) => 2 ** bits - 1;

/** The longest segment for a driver, and who says so. */
function segmentOf(
  driver: string | null,
  features: KernelFeatures,
): { readonly bytes: number; readonly whose: string } {
  if (driver === 'nvme' && features.nvmeSegment === 'unlimited') {
    return { bytes: UNLIMITED, whose: 'the nvme driver lifts it (5.2)' };
  }
  const limits = driver === null ? undefined : DRIVER_LIMITS.get(driver);
  if (limits?.isRdma && features.rdmaSegment === 'core') {
    return { bytes: RDMA_CORE_SEGMENT, whose: 'the RDMA core of that time sets it' };
  }
  if (limits) return { bytes: limits.maxSegment, whose: `${limits.source} sets it` };
  return { bytes: PCI_SEGMENT, whose: 'the default of the PCI core' };
}

function sizeText(bytes: number): string {
  if (bytes === UNLIMITED) return '4 GiB';
  return bytes % 1024 ** 3 === 0 ? `${bytes / 1024 ** 3} GiB` : `${bytes / 1024} KiB`;
}

function driverOf(fn: PciFunction): string | null {
  if (fn.driver !== UNKNOWN && fn.driver !== null) return fn.driver;
  return usualDriver(fn.pciId === UNKNOWN ? null : fn.pciId.vendor, deviceKind(fn));
}

/** Does this kernel take care of devices that it does not trust? */
function minds({ kernel, iommu }: Conditions): boolean {
  const { untrustedBounce } = kernel.value.features;
  if (untrustedBounce === 'never') return false;
  return untrustedBounce !== 'intel' || iommu.value.hardware === 'intel';
}

/** Behind an external-facing port, where this kernel's IOMMU code makes something of that. */
function isUntrusted(topology: Topology, index: number, conditions: Conditions): boolean {
  if (!minds(conditions)) return false;
  const { untrusted } = functionAt(topology, index);
  if (untrusted !== UNKNOWN) return untrusted;
  return wayUp(topology, index)
    .slice(1)
    .map((bridge) => functionAt(topology, bridge))
    .some((bridge) => bridge.externalFacing === true || bridge.untrusted === true);
}
