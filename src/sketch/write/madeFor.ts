import type { PciFunction } from '../../model/pciFunction.ts';
import { kindRow, type NodeKind } from '../kinds.ts';
import { nameWord } from '../lexLine.ts';
import { genericFor, type Made, madeBy } from '../made.ts';
import { type Above, NO_PARENT } from './above.ts';
import { partOf } from './kindOf.ts';
import type { Writer } from './Writer.ts';

/** Starts where the reader of the line will start. */
export function madeFor(writer: Writer, fn: PciFunction, kind: NodeKind, above: Above): Made {
  const part = modelFor(fn, kind, above.kind);
  const at = {
    id: fn.id,
    parent: above.parent ?? NO_PARENT,
    label: fn.label,
    numaNode: above.numaNode,
  };
  const isNamed = part !== null && modelWord(writer, part.id, kind, above) !== null;
  return madeBy(kind, isNamed ? part : null, at, above.around);
}

/** The part that a line of that kind may name as its model. */
export function modelFor(fn: PciFunction, kind: NodeKind, above: Above['kind']) {
  const part = partOf(fn);
  if (!part || part.kind !== kindRow(kind)?.models) return null;
  // A card with a switch of its own is made whole; one of its drives alone is not called after it.
  const isWhole = !('onboardSwitch' in part) || part.onboardSwitch === null;
  if (!isWhole && fn.type !== 'upstream') return null;
  return kind === 'port' && above === 'switch' ? null : part;
}

/** The part that stands for a kind needs no word on a drawn machine; on a captured one nothing else says that it does. */
export function modelWord(
  writer: Writer,
  id: string,
  kind: NodeKind,
  above?: Pick<Above, 'around'>,
): string | null {
  return id === genericFor(kind, above?.around ?? {})?.id && !writer.isCaptured && kind !== 'port'
    ? null
    : nameWord(id);
}
