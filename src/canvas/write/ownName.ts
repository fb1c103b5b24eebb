import type { Machine } from '../../model/machine.ts';
import type { PartId } from '../../store/state.ts';

/** The user's own name for a part; empty where it has none. */
export function ownName(machine: Machine, part: PartId): string {
  return named(machine).find(({ id }) => id === part)?.label ?? '';
}

/** Why a part cannot be called that; `null`: it can. Without a name it is called what it is. */
export function whyNotCalled(machine: Machine, part: PartId, name: string): string | null {
  const wanted = name.trim();
  if (wanted === '') return null;
  const other = named(machine).find(({ id, label }) => id !== part && label?.trim() === wanted);
  return other ? `Another part is called ${wanted}. Choose another name.` : null;
}

function named({ functions, hostBridges, sockets, slots }: Machine) {
  return [functions, hostBridges, sockets, slots].flat();
}
