import { UNKNOWN } from '../base/unknown.ts';
import type { Figure } from '../catalogue/figure.ts';
import type { CataloguePart, LinkPlan } from '../catalogue/part.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { partById } from './partById.ts';

/** The part of the catalogue that a function was made from. */
export function partOf({ part }: PciFunction): CataloguePart | null {
  const model = part?.model ?? null;
  return model === null ? null : partById(model);
}

/** The link of the catalogue's part that a function was made from; `null` where there is none. */
export function partLink(fn: PciFunction): Figure<LinkPlan | null> | null {
  const part = partOf(fn);
  if (!part) return null;
  switch (part.kind) {
    case 'slot':
    case 'vmd':
      return null;
    case 'host':
      return fn.type === 'root-port' ? part.rootPort.link : null;
    case 'port':
      return part.port.link;
    default:
      return part.link;
  }
}

/** The same, where it is a known link. */
export function partRate(fn: PciFunction): LinkPlan | null {
  const value = partLink(fn)?.value ?? null;
  return value === UNKNOWN ? null : value;
}
