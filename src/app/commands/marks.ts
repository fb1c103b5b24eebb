import { familyOf } from '../../build/changes/family.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine, Placement } from '../../model/machine.ts';
import type { PartId } from '../../store/state.ts';

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

/** Upstream ports of switches with something behind them. */
export function foldableSwitches(machine: Machine): readonly FunctionId[] {
  const { below } = familyOf(machine);
  return machine.functions.flatMap((fn) =>
    fn.type === 'upstream' && below(fn.id).length > 0 ? [fn.id] : [],
  );
}
