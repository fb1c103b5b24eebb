import { UNKNOWN } from '../base/unknown.ts';
import type { PciFunction } from './pciFunction.ts';

/** Base class and sub-class (16 bits) of the kinds that rules and pictures ask for. Source: PCI Code and ID Assignment. */
export const PCI_CLASS = {
  hostBridge: 0x0600,
  pciBridge: 0x0604,
  cardBusBridge: 0x0607,
  nvme: 0x0108,
  iommu: 0x0806,
  rcec: 0x0807,
} as const;

const BASE_BRIDGE = 0x06;

/** Base class and sub-class, or `null` when the class is unknown. */
export function classOf(fn: PciFunction): number | null {
  return fn.classCode === UNKNOWN ? null : fn.classCode >> 8;
}

/**
 * Is this function a peer that p2p tables list by default: header type 0 and not of the bridge
 * class? Unknown header types and classes count by what is known; with neither, it is listed.
 */
export function isEndpointLike(fn: PciFunction): boolean {
  if (fn.headerType !== UNKNOWN && fn.headerType !== 0) return false;
  if (fn.bridge !== UNKNOWN && fn.bridge !== null) return false;
  return fn.classCode === UNKNOWN || fn.classCode >> 16 !== BASE_BRIDGE;
}
