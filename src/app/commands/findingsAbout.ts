import { deviceOf, familyOf } from '../../build/changes/family.ts';
import type { Check, CheckedPart } from '../../engine/check/check.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PartId } from '../../store/state.ts';
import { foldedAround } from './marks.ts';

/**
 * The parts that findings are about, of those that are meant by what is selected: the parts, their
 * devices' other functions, and what a selected box hides.
 */
export function findingsAbout(
  machine: Machine,
  selection: ReadonlySet<PartId>,
  checks: readonly Check[],
): readonly CheckedPart[] {
  const family = familyOf(machine);
  const found = new Set<CheckedPart>();
  const folded = new Set([...selection].map((part) => foldedAround(machine, part)));
  for (const { parts } of checks) {
    const [part] = parts;
    if (part === undefined || found.has(part)) continue;
    const fn = family.byId.get(part as FunctionId);
    const isMeant =
      selection.has(part) || (fn && deviceOf(family, fn).some(({ id }) => selection.has(id)));
    const fold = isMeant ? null : foldedAround(machine, part);
    if (isMeant || (fold !== null && folded.has(fold))) found.add(part);
  }
  return [...found];
}
