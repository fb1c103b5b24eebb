import { UNKNOWN } from '../../base/unknown.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import { deviceKind } from '../../model/deviceKind.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { DEVICE_KINDS, type NodeKind } from '../kinds.ts';
import { isBus, type Machinery } from './Machinery.ts';

const BY_ID = new Map(CATALOGUE.map((part) => [part.id, part]));

/** The catalogue's part that a function was made from. */
export function partOf(fn: PciFunction): CataloguePart | null {
  const model = fn.part?.model;
  return model === null || model === undefined ? null : (BY_ID.get(model) ?? null);
}

export function partWithId(id: string | null): CataloguePart | null {
  return id === null ? null : (BY_ID.get(id) ?? null);
}

export type Device = (typeof DEVICE_KINDS)[number];

export function isDevice(kind: string): kind is Device {
  return DEVICE_KINDS.some((each) => each === kind);
}

/** The word for a line: by what is below it, by its part, else by its class. */
export function kindOf(
  machinery: Machinery,
  fn: PciFunction,
  above: 'host' | 'switch' | 'other',
): NodeKind {
  const below = machinery.below(fn.id);
  if (machinery.domainOf(fn.id) && above !== 'switch') return 'vmd';
  if (
    fn.type === 'upstream' &&
    below.every(({ type, physfn }) => type === 'downstream' && physfn === null)
  ) {
    return 'switch';
  }
  if (above === 'switch') return 'port';
  if (fn.type === 'root-port' && above === 'host') {
    // The host bridge's own function of some Xeons calls itself a root port.
    return fn.bridge === null && below.length === 0 ? 'rciep' : 'port';
  }
  if (isBus(fn) || below.length > 0) return 'bridge';
  return leafKind(fn, above);
}

const HFI_IDS: ReadonlySet<number> = new Set([0x24f0, 0x24f1]);
const INTEL = 0x8086;

function leafKind(fn: PciFunction, above: 'host' | 'switch' | 'other'): Device {
  const part = partOf(fn);
  if (part && isDevice(part.kind)) return part.kind;
  const { pciId } = fn;
  if (pciId !== UNKNOWN && pciId.vendor === INTEL && HFI_IDS.has(Number(pciId.device))) {
    return 'hfi';
  }
  if (fn.type === 'rciep' && above === 'host') return 'rciep';
  const kind = deviceKind(fn);
  return kind === 'gpu' || kind === 'nic' || kind === 'nvme' ? kind : 'card';
}
