import type { StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../worker/engineClient.ts';
import { Carrying } from './carrying.ts';
import { Clipboard } from './clipboard/clipboard.ts';
import type { DocumentFlow } from './documentFlow.ts';
import { lockRefusal } from './editRefusal.ts';
import type { Actions, PeerlaneState } from './state.ts';

type CarryingActions = Pick<
  Actions,
  'carry' | 'aim' | 'drop' | 'putBack' | 'rename' | 'noteOn' | 'copyParts' | 'duplicate' | 'paste'
>;

/** Actions of what is on its way to a place, by hand or over the clipboard. */
export function carryingActions(
  store: StoreApi<PeerlaneState>,
  engine: EngineClient,
  flow: DocumentFlow,
): CarryingActions {
  const carrying = new Carrying(store, engine, flow);
  const clipboard = new Clipboard(store, flow);
  return {
    carry: (what, by) => carrying.carry(what, by),
    aim: (place) => carrying.aim(place),
    drop: (isAgain = false) => carrying.drop(isAgain),
    putBack: () => carrying.putBack(),
    rename: (renaming) => {
      const { document, actions } = store.getState();
      const refusal = renaming && document && lockRefusal(document.machine, [renaming]);
      if (refusal) actions.notify('warning', refusal);
      else store.setState({ renaming, noting: null });
    },
    noteOn: (noting) => store.setState({ noting, renaming: null }),
    copyParts: () => clipboard.copyParts(),
    duplicate: () => clipboard.duplicate(),
    paste: (clip) => clipboard.paste(clip),
  };
}
