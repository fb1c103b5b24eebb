import type { CataloguePart } from '../../catalogue/part.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { DevicePicker, type DevicePlan } from './DevicePicker.tsx';
import type { PickWay } from './PartPicker.tsx';

const WAYS: readonly PickWay[] = [{ id: 'here', title: 'Put it in', keys: 'Enter' }];

/** A switch or a bridge between a device and what is above it. */
export function SpliceInDialog() {
  return (
    <DevicePicker
      titleOf={(name) => `Put a switch above ${name}`}
      placeholder="switch, pex89104, bridge …"
      ways={WAYS}
      isAmong={isBetween}
      planOf={splicing}
    />
  );
}

const isBetween = ({ kind }: CataloguePart) => kind === 'switch' || kind === 'bridge';

function splicing(part: CataloguePart, device: PciFunction, name: string): DevicePlan {
  const words = `above ${name}`;
  return {
    change: { kind: 'splice-in', part: part.id, above: device.id },
    title: `put ${part.title} ${words}`,
    words,
  };
}
