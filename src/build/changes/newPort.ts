import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Parent, PciFunction } from '../../model/pciFunction.ts';

/**
 * A further port like the one given, with nothing below it and no number: what a switch's other
 * ports are like says best what a new one would be.
 */
export function newPort(like: PciFunction, id: FunctionId, parent: Parent): PciFunction {
  return {
    ...like,
    id,
    parent,
    address: null,
    fixedAddress: null,
    hotplugReserve: null,
    label: null,
    slot: null,
    iommuGroup: UNKNOWN,
    iommuDomain: UNKNOWN,
    bridge: { primary: UNKNOWN, secondary: UNKNOWN, subordinate: UNKNOWN, windows: UNKNOWN },
    bars: like.bars === UNKNOWN ? UNKNOWN : like.bars.map((bar) => ({ ...bar, address: null })),
  };
}
