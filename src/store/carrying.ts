import type { StoreApi } from 'zustand/vanilla';
import type { EngineClient } from '../worker/engineClient.ts';
import type { DocumentFlow } from './documentFlow.ts';
import type { Actions, PeerlaneState } from './state.ts';

type Carrying = Pick<
  Actions,
  'carry' | 'aim' | 'drop' | 'putBack' | 'rename' | 'copyParts' | 'duplicate' | 'paste'
>;

/** Actions of what is on its way to a place. What knows places is fetched when it is first needed. */
export function carryingActions(
  store: StoreApi<PeerlaneState>,
  _engine: EngineClient,
  _flow: DocumentFlow,
): Carrying {
  const { setState, getState } = store;
  return {
    carry: (what, by) => {
      setState({ carry: { what, by, words: '', targets: null, aim: null, preview: null } });
    },
    aim: (aim) => {
      const { carry } = getState();
      if (carry) setState({ carry: { ...carry, aim } });
    },
    drop: async () => setState({ carry: null }),
    putBack: () => setState({ carry: null }),
    rename: (renaming) => setState({ renaming }),
    copyParts: async () => null,
    duplicate: async () => {},
    paste: async () => false,
  };
}
