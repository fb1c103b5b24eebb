import type { Machine, Placement } from '../../../model/machine.ts';
import type { PartId } from '../../../store/state.ts';
import { type Shared, shared } from '../shared.ts';

/** What the drawing can do with a part. */
export type Kept = 'locked' | 'pinned' | 'collapsed';

/** Whether it does so with these parts. */
export function keptOf(
  { placements }: Pick<Machine, 'placements'>,
  parts: readonly PartId[],
  what: Kept,
): Shared<boolean> {
  const on = new Set(placements.filter((place) => place[what]).map(({ about }) => about));
  return shared(parts.map((part) => on.has(part)));
}

/** Those of the parts that were moved from where the layout has them. */
export function movedOf(
  { placements }: Pick<Machine, 'placements'>,
  parts: readonly PartId[],
): readonly Placement[] {
  const wanted = new Set(parts);
  return placements.filter(({ about, dx, dy }) => wanted.has(about) && (dx !== 0 || dy !== 0));
}

/** Parts below which something is drawn, which can be put away. */
export function collapsible(machine: Machine, parts: readonly PartId[]): readonly PartId[] {
  const above = new Set<PartId>();
  for (const { parent, physfn } of machine.functions) {
    if (parent !== 'unknown' && physfn === null) above.add(parent.id);
  }
  for (const { socket } of machine.hostBridges) {
    if (socket !== null && socket !== 'unknown') above.add(socket);
  }
  return parts.filter((part) => above.has(part));
}
