import type { CataloguePart, PartKind } from '../../../catalogue/part.ts';
import { type DeviceKind, deviceKind } from '../../../model/deviceKind.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';

const BY_DEVICE: Partial<Record<DeviceKind, PartKind>> = {
  gpu: 'gpu',
  nic: 'nic',
  nvme: 'nvme',
  accelerator: 'fpga',
};

/**
 * The catalogue's kind of the part that a function belongs to: of its model where it has one, else by
 * what it is. `null`: a port, which is no part by itself.
 */
export function partKindOf(fn: PciFunction, model: CataloguePart | null): PartKind | null {
  if (fn.type === 'root-port' || fn.type === 'downstream') return null;
  if (model !== null && model.kind !== 'host' && model.kind !== 'port') return model.kind;
  if (fn.type === 'upstream') return 'switch';
  if (fn.bridge !== null) return 'bridge';
  return BY_DEVICE[deviceKind(fn)] ?? 'card';
}
