import { deviceOf, familyOf, isPort } from '../../build/changes/family.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine, Placement } from '../../model/machine.ts';
import type { PartId } from '../../store/state.ts';
import { partsAbove } from './chosenParts.ts';

export type Mark = 'pinned' | 'collapsed' | 'locked';

/** Are all of these parts so? */
export function areMarked({ placements }: Machine, parts: readonly PartId[], mark: Mark): boolean {
  const marked = new Set(placements.filter((each) => each[mark]).map(({ about }) => about));
  return parts.length > 0 && parts.every((id) => marked.has(id));
}

/** Those that are not where the layout has them. */
export function arePutAside({ placements }: Machine): readonly Placement[] {
  return placements.filter(({ dx, dy }) => dx !== 0 || dy !== 0);
}

/** Has a part something below it that can be folded away: a switch, a bridge, a host bridge, a socket? */
export function canFold(machine: Machine, id: PartId): boolean {
  const family = familyOf(machine);
  const fn = family.byId.get(id as FunctionId);
  if (fn) return fn.bridge !== null && fn.bridge !== 'unknown' && family.below(fn.id).length > 0;
  const isHost = machine.hostBridges.some((host) => host.id === id);
  if (isHost) return family.below(id as never).length > 0;
  return machine.sockets.some((socket) => socket.id === id);
}

/**
 * The collapsed part that is to be expanded to see this one: itself, or the highest above it, of
 * which a drawing shows the box. `null`: it is in sight.
 */
export function foldedAround(machine: Machine, id: PartId): PartId | null {
  const folded = new Set(
    machine.placements.filter(({ collapsed }) => collapsed).map(({ about }) => about),
  );
  if (folded.size === 0) return null;
  const family = familyOf(machine);
  const fn = family.byId.get(id as FunctionId);
  // Functions beside a switch's upstream port go with it; beside the port of a root complex none do.
  const own = fn && !isPort(fn) ? deviceOf(family, fn).map((each) => each.id) : [id];
  const around = [...own, ...partsAbove(machine, id)];
  return around.findLast((each) => folded.has(each) && canFold(machine, each)) ?? null;
}

/** Upstream ports of switches with something behind them. */
export function foldableSwitches(machine: Machine): readonly FunctionId[] {
  const { below } = familyOf(machine);
  return machine.functions.flatMap((fn) =>
    fn.type === 'upstream' && below(fn.id).length > 0 ? [fn.id] : [],
  );
}
