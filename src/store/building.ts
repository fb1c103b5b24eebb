import type { StoreApi } from 'zustand/vanilla';
import type { DocumentFlow } from './documentFlow.ts';
import { makeChange } from './makeChange.ts';
import type { Actions, OpenDocument, PeerlaneState } from './state.ts';

type Building = Pick<Actions, 'change' | 'typeSketch'>;

export const NOT_LOADED =
  'What changes the machine could not be loaded. Try again when you are online, or load the page again.';

/**
 * Actions that make another machine of the document. What does it, with the catalogue of parts, is
 * fetched at the first of them; the document is taken as it is when that is there, and what was
 * meant for another one is left alone.
 */
export function buildingActions(store: StoreApi<PeerlaneState>, flow: DocumentFlow): Building {
  /** `null`: it did not come, or the document is another by now. */
  const fetched = async <Part>(
    load: () => Promise<Part>,
  ): Promise<{ readonly document: OpenDocument; readonly part: Part } | null> => {
    const serial = store.getState().document?.serial;
    try {
      const part = await load();
      const { document } = store.getState();
      return document && document.serial === serial ? { document, part } : null;
    } catch {
      store.getState().actions.notify('warning', NOT_LOADED);
      return null;
    }
  };

  return {
    change: async (title, changes) => {
      const there = await fetched(() => import('./changedMachine.ts'));
      if (!there) return;
      makeChange(store, flow, there.part.changedMachine, { title, changes });
    },

    typeSketch: async (text, gesture) => {
      const there = await fetched(() => import('./typedMachine.ts'));
      if (!there) return [];
      const { machine, titles, problems } = there.part.typedMachine(there.document, text);
      flow.edit({ kind: 'rebuilt', title: 'edit the text', machine }, gesture, titles);
      return problems;
    },
  };
}
