import type { Scatterlist } from '../../../../model/workload.ts';
import type { PeerlaneState } from '../../../../store/state.ts';
import { nearestFirst } from '../../editor/nearest.ts';
import { providersOf } from '../../editor/providers.ts';
import { readyList } from '../../editor/readyList.ts';
import type { ReadyMade } from '../../editor/readyMade.ts';

/**
 * Puts ready-made lists into the document for the client of another list, in one step; the device's
 * limits stay as they are. Says why where that cannot be.
 */
export function putIn(
  { getState }: { readonly getState: () => PeerlaneState },
  missing: readonly ReadyMade[],
  { client }: Pick<Scatterlist, 'client'>,
): string | null {
  const { document, actions, pair } = getState();
  if (!document) return null;
  const providers = providersOf(document.machine).filter(
    ({ id, p2pMemory }) => id !== client && p2pMemory.length > 0,
  );
  const provider =
    providers.find(({ id }) => id === pair.provider) ??
    nearestFirst(document.machine, client, providers)[0] ??
    null;
  const isNeeded = missing.some(({ pieces }) => pieces.some((piece) => 'peer' in piece));
  if (isNeeded && !provider) return 'No device of this machine offers memory for peers.';
  const gesture = { id: `ready-made several ${document.revision}` };
  for (const ready of missing) {
    const now = getState().document?.machine;
    if (!now) break;
    const made = readyList(now, { ...ready, limits: null }, client, provider);
    if (!made.ok) return made.why;
    for (const edit of made.edits) actions.edit(edit, gesture);
  }
  return null;
}
