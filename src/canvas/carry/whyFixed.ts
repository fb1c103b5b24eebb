import type { Machine } from '../../model/machine.ts';
import { partNamed } from '../../store/partNamed.ts';
import type { PartId } from '../../store/state.ts';

/** Why parts cannot be moved on the drawing: one of them is held in its place; `null`: they can. */
export function whyFixed(machine: Machine, parts: readonly PartId[]): string | null {
  const fixed = machine.placements.find(
    ({ about, pinned, locked }) => (pinned || locked) && parts.includes(about),
  );
  if (!fixed) return null;
  const name = partNamed(machine, fixed.about);
  return fixed.locked
    ? `${name} is locked. Unlock it first.`
    : `${name} is pinned to its place. Unpin it first.`;
}
