import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { devicesBelow, familyOf } from './family.ts';

/** The devices below a bridge, in order: of a switch those below its ports. */
export function devicesUnder(
  machine: Machine,
  bridge: FunctionId,
): readonly (readonly PciFunction[])[] {
  const family = familyOf(machine);
  return devicesBelow(family, bridge).flatMap((device) => {
    const [first] = device;
    return first?.type === 'downstream' ? devicesBelow(family, first.id) : [device];
  });
}
