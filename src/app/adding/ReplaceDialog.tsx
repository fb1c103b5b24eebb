import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { DevicePicker, type DevicePlan } from './DevicePicker.tsx';
import type { PickWay } from './PartPicker.tsx';

const WAYS: readonly PickWay[] = [{ id: 'here', title: 'Replace', keys: 'Enter' }];

/** Another part of the catalogue in a device's place. */
export function ReplaceDialog() {
  return (
    <DevicePicker
      titleOf={(name) => `Replace ${name} with another part`}
      placeholder="Name, maker, kind"
      ways={WAYS}
      isAmong={isOfItsKind}
      planOf={replacing}
    />
  );
}

function replacing(part: CataloguePart, device: PciFunction, name: string): DevicePlan {
  return {
    change: { kind: 'replace', device: device.id, part: part.id },
    title: `replace ${name} with ${part.title}`,
    words: `in the place of ${name}`,
  };
}

const NO_DEVICES: ReadonlySet<CataloguePart['kind']> = new Set(['host', 'slot', 'port']);

/** Switches for switches, bridges for bridges; of a known part its kind, else any device. */
function isOfItsKind(part: CataloguePart, device: PciFunction | undefined): boolean {
  if (!device || NO_DEVICES.has(part.kind)) return false;
  if (device.type === 'upstream') return part.kind === 'switch';
  if (device.bridge !== null) return part.kind === 'bridge';
  const model = device.part?.model ?? null;
  const kind = CATALOGUE.find(({ id }) => id === model)?.kind;
  if (kind !== undefined && kind !== 'switch') return part.kind === kind;
  return part.kind !== 'switch' && part.kind !== 'bridge' && part.kind !== 'fn';
}
