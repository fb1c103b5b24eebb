import { hex64 } from '../../../base/hex.ts';
import type { DmaDevice } from '../../../engine/dma/scatterlist.ts';
import type { DmaLimits } from '../../../model/registers.ts';

/** What Linux takes for a device whose driver tells nothing (drivers/pci/probe.c): 64 KiB, 4 GiB lines. */
const OF_PCI_CORE: DmaLimits = {
  maskBits: 64,
  maxSegment: 0x1_0000,
  segmentBoundary: hex64(0xffff_ffffn),
};

/**
 * The limits that hold for a device of which the document says none: those that the engine mapped with,
 * which know its driver; before it has answered those of the PCI core.
 */
export function usualLimits(device: DmaDevice | null): DmaLimits {
  if (device === null) return OF_PCI_CORE;
  return {
    // 64 bits of ones are rounded to the next power of two.
    maskBits: Math.round(Math.log2(device.mask + 1)),
    maxSegment: device.maxSegment,
    segmentBoundary: hex64(BigInt(device.boundary)),
  };
}
