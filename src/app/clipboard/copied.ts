import { peerlane } from '../../store/peerlane.ts';
import type { Clip } from '../../store/state.ts';
import { structureWork } from '../commands/structureCommands.ts';
import { rememberClip } from './readyClip.ts';

/** What follows when parts are on the clipboard, or could not be put there. */
export async function copied(clip: Clip | null, isCut: boolean): Promise<void> {
  const state = peerlane.getState();
  if (clip === null) {
    state.actions.notify('warning', 'Nothing of the selection can be copied.');
    return;
  }
  rememberClip(clip);
  if (!isCut) {
    state.actions.announce('Copied.');
    return;
  }
  const work = await structureWork(state);
  await work?.removeParts(state, 'cut');
}
