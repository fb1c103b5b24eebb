import { type Problem, problemWarning } from '../../../base/problem.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import { devfn, type PciAddress } from '../../../model/address.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { busOf } from './busKey.ts';
import type { LineOf } from './busOwners.ts';

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

export interface VirtualFunctions {
  /** Each virtual function's physical one. */
  readonly physical: ReadonlyMap<FunctionId, PciFunction>;
  readonly problems: readonly Problem[];
}

/** The bridges by the bus right behind them. */
function bridgesBySecondary(functions: readonly PciFunction[]): ReadonlyMap<number, PciFunction> {
  const bridges = new Map<number, PciFunction>();
  for (const fn of functions) {
    if (fn.address === null || fn.bridge === null || fn.bridge === UNKNOWN) continue;
    const { secondary } = fn.bridge;
    if (secondary === UNKNOWN || secondary === 0) continue;
    bridges.set(busOf({ ...fn.address, bus: secondary }), fn);
  }
  return bridges;
}

/** Has the function ids that are not those of the physical one's virtual functions? */
function hasOwnIds(fn: PciFunction, pf: PciFunction): boolean {
  if (fn.pciId === UNKNOWN || fn.pciId.device === UNKNOWN) return false;
  const { sriov } = pf;
  return sriov === null || sriov === UNKNOWN || fn.pciId.device !== sriov.vfDeviceId;
}

interface Misfit {
  readonly fn: PciFunction;
  readonly pf: PciFunction;
  readonly bridge: PciFunction;
}

function warnOf(misfits: readonly Misfit[], lineOf: LineOf): readonly Problem[] {
  const [first] = misfits;
  if (!first) return [];
  const { fn, pf, bridge } = first;
  const more = misfits.length > 1 ? ` (and ${misfits.length - 1} more like it)` : '';
  const text = `${fn.id} has an address that offset and stride give to a virtual function of ${pf.id}, but is another device, below ${bridge.id}${more}: it is not taken for a virtual function.`;
  const line = lineOf(fn);
  const place = { where: fn.id, ...(line === null ? {} : { line }) };
  return [problemWarning(text, { ...place, treatment: 'guessed' })];
}

/**
 * Finds the virtual functions of a dump by their addresses: First VF Offset and VF Stride count
 * from the physical function's routing id, and may lead to the next bus (PCIe base specification
 * 9.3.3.8 and 9.3.3.9; 9.2.1.2). A bus that they reach is right behind no bridge: another device that sits below
 * one shows that the numbers are wrong.
 */
export function findVirtualFunctions(
  functions: readonly PciFunction[],
  lineOf: LineOf,
): VirtualFunctions {
  const found = new Map<FunctionId, PciFunction>();
  const physical = functions.filter(
    ({ sriov }) => sriov !== null && sriov !== UNKNOWN && sriov.enabled === true,
  );
  if (physical.length === 0) return { physical: found, problems: [] };
  const bridges = bridgesBySecondary(functions);
  const misfits: Misfit[] = [];
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
      if (!fn?.address || !canBeVirtual(fn) || found.has(fn.id)) continue;
      const bridge = fn.address.bus === address.bus ? undefined : bridges.get(busOf(fn.address));
      if (bridge && hasOwnIds(fn, pf)) misfits.push({ fn, pf, bridge });
      else found.set(fn.id, pf);
    }
  }
  return { physical: found, problems: warnOf(misfits, lineOf) };
}
