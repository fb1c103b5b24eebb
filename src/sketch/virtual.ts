import { UNKNOWN } from '../base/unknown.ts';
import { withVirtual } from '../catalogue/makeVirtual.ts';
import type { PciAddress } from '../model/address.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import type { FunctionDraft } from './attribute.ts';

/** Where function N of a captured device is, if its first function says where that is. */
export function furtherAddress(device: FunctionDraft, number: number): PciAddress | null {
  const { address } = device.fn;
  if (!device.isCaptured || address === null || number > 7) return null;
  return { ...address, function: number };
}

/**
 * Where virtual function N (from 0) of a captured physical one is: its routing id + First VF Offset
 * + N × VF Stride (PCIe base specification 9.2.1.2). `null` where the capability does not say.
 */
export function vfAddress({ address, sriov }: PciFunction, index: number): PciAddress | null {
  if (address === null || sriov === null || sriov === UNKNOWN) return null;
  const { firstVfOffset, vfStride } = sriov;
  if (firstVfOffset === UNKNOWN || vfStride === UNKNOWN) return null;
  const physical = address.bus * 256 + address.device * 8 + address.function;
  const id = physical + firstVfOffset + index * vfStride;
  if (id > 0xffff) return null;
  return {
    domain: address.domain,
    bus: id >> 8,
    device: (id >> 3) & 0x1f,
    function: id & 7,
  };
}

/** A physical function with that many virtual ones up; one whose SR-IOV is not described gets the capability. */
export function withVfs(fn: PciFunction, count: number): PciFunction {
  if (count === 0) return fn;
  if (fn.sriov !== null && fn.sriov !== UNKNOWN) return withVirtual(fn, count);
  return {
    ...fn,
    sriov: {
      enabled: true,
      totalVfs: count,
      numVfs: count,
      firstVfOffset: UNKNOWN,
      vfStride: UNKNOWN,
      vfDeviceId: UNKNOWN,
      bars: UNKNOWN,
    },
  };
}
