import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';

/** Who is to do DMA to a provider's memory, as a driver hands it to the kernel. */
export interface Client {
  /**
   * The nearest PCI function, going from the client's device up through its parents; `null` when
   * there is none (a loop device, a RAM disk). The software RDMA drivers rxe and siw hang off the
   * network interface's parent, so a PCI function is found for them.
   */
  readonly device: FunctionId | null;
  /**
   * `virt`: the device's DMA operations are the RDMA core's software ones (`dma_virt_ops`, up to
   * 5.10), which put kernel addresses where others put bus addresses.
   */
  readonly dmaOps: 'hardware' | 'virt';
  /** What messages call it. */
  readonly label: string;
}

/** RDMA drivers whose device moves bytes by the CPU, or maps them once more by itself. */
export const SOFTWARE_RDMA_DRIVERS = ['rxe', 'siw', 'hfi1', 'qib'] as const;

/**
 * The client that a driver bound to this function hands over: the function itself, or, for hfi1 and
 * qib, the RDMA device above it with its software operations.
 *
 * Source: rdmavt sets `dma_virt_ops` on the RDMA device, Linux 4.20 to 5.10.
 */
export function clientOf(fn: PciFunction): Client {
  const isSoftware = SOFTWARE_RDMA_DRIVERS.some((driver) => driver === fn.driver);
  return { device: fn.id, dmaOps: isSoftware ? 'virt' : 'hardware', label: fn.id };
}

/** A software RDMA device (rxe, siw) over the network interface of that function. */
export function softwareRdmaClient(driver: 'rxe' | 'siw', nic: FunctionId): Client {
  return { device: nic, dmaOps: 'virt', label: `${driver}@${nic}` };
}

/** A client that is no PCI device and has none above it. */
export function clientWithoutPci(label: string): Client {
  return { device: null, dmaOps: 'hardware', label };
}
