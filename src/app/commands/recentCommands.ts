import type { Command } from './command.ts';

/** Ids of what was done from the palette and by menus, the last first; gone with the tab. */
let recent: readonly string[] = [];

const MOST_KEPT = 8;

export function rememberCommand({ id }: Command): void {
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, MOST_KEPT);
}

/** How long ago it was done: 0 was the last; `null`: not lately. */
export function recencyOf({ id }: Command): number | null {
  const at = recent.indexOf(id);
  return at < 0 ? null : at;
}
