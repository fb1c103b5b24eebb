import { UNKNOWN } from '../../../base/unknown.ts';
import { devfn, type PciAddress } from '../../../model/address.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';

/** A routing id holds bus, device and function in 16 bits (PCIe base specification 2.2.4.2). */
const ROUTING_IDS = 0x1_0000;

/** Bounds the work on input whose numbers are nonsense: real machines have thousands at most. */
const MOST_CANDIDATES = 1_000_000;

const keyOf = (address: PciAddress): number =>
  address.domain * ROUTING_IDS + ((address.bus << 8) | devfn(address));

/** Neither bridges nor functions with virtual ones of their own can be virtual. */
function canBeVirtual(fn: PciFunction): boolean {
  const isBridge = fn.bridge !== null && fn.bridge !== UNKNOWN;
  return !isBridge && (fn.sriov === null || fn.sriov === UNKNOWN);
}

/**
 * Finds the virtual functions of a dump by their addresses: First VF Offset and VF Stride count
 * from the physical function's routing id, and may lead to the next bus (PCIe base specification
 * 9.3.3.8 and 9.3.3.9; 9.2.1.2). The map gives each its physical function.
 */
export function findVirtualFunctions(
  functions: readonly PciFunction[],
): ReadonlyMap<FunctionId, PciFunction> {
  const found = new Map<FunctionId, PciFunction>();
  const physical = functions.filter(
    ({ sriov }) => sriov !== null && sriov !== UNKNOWN && sriov.enabled === true,
  );
  if (physical.length === 0) return found;
  const byRoutingId = new Map<number, PciFunction>();
  for (const fn of functions) if (fn.address) byRoutingId.set(keyOf(fn.address), fn);

  let candidates = 0;
  for (const pf of physical) {
    const { sriov, address } = pf;
    if (address === null || sriov === null || sriov === UNKNOWN) continue;
    const { numVfs, firstVfOffset, vfStride } = sriov;
    if (numVfs === UNKNOWN || firstVfOffset === UNKNOWN || firstVfOffset === 0) continue;
    const stride = vfStride === UNKNOWN ? 0 : vfStride;
    const count = stride === 0 ? Math.min(numVfs, 1) : numVfs;
    const own = (address.bus << 8) | devfn(address);
    for (let index = 0; index < count; index += 1) {
      const routingId = own + firstVfOffset + index * stride;
      candidates += 1;
      if (routingId >= ROUTING_IDS || candidates > MOST_CANDIDATES) break;
      const fn = byRoutingId.get(address.domain * ROUTING_IDS + routingId);
      if (fn && canBeVirtual(fn) && !found.has(fn.id)) found.set(fn.id, pf);
    }
  }
  return found;
}
