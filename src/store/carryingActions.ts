import type { StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../worker/engineClient.ts';
import { NOT_LOADED } from './building.ts';
import { Carrying } from './carrying.ts';
import type { Clipboard } from './clipboard/clipboard.ts';
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
  let clipboard: Clipboard | null = null;
  /** Has the clipboard do something to the document that is open now, as soon as it is there. */
  const clip = async <Result>(
    act: (board: Clipboard) => Result | Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => {
    const serial = store.getState().document?.serial;
    try {
      const part = await import('./clipboard/clipboard.ts');
      clipboard ??= new part.Clipboard(store, flow);
    } catch {
      store.getState().actions.notify('warning', NOT_LOADED);
      return otherwise;
    }
    return store.getState().document?.serial === serial ? act(clipboard) : otherwise;
  };
  return {
    carry: (what, by) => carrying.carry(what, by),
    aim: (place) => carrying.aim(place),
    drop: (isAgain = false) => carrying.drop(isAgain),
    putBack: () => carrying.putBack(),
    rename: (renaming) => {
      const { document, actions } = store.getState();
      const refusal = renaming && document && lockRefusal(document.machine, [renaming]);
      if (refusal) actions.refuse([refusal]);
      else store.setState({ renaming, noting: null });
    },
    noteOn: (noting) => store.setState({ noting, renaming: null }),
    copyParts: () => clip((board) => board.copyParts(), null),
    duplicate: () => clip((board) => board.duplicate(), undefined),
    paste: (parts) => clip((board) => board.paste(parts), true),
  };
}
