import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { StoreApi } from 'zustand/vanilla';
import { startEngine } from '../worker/startEngine.ts';
import { createPeerlane } from './createPeerlane.ts';
import { documentsOfBrowser } from './persistDocuments.ts';
import { saveToFile } from './persistFile.ts';
import { rememberedView, rememberView } from './persistView.ts';
import type { PeerlaneState } from './state.ts';

let made: StoreApi<PeerlaneState> | null = null;

/** Made when it is first asked for: whoever merely imports this starts no worker. */
function store(): StoreApi<PeerlaneState> {
  made ??= createPeerlane({
    engine: startEngine(),
    documents: documentsOfBrowser(),
    files: saveToFile,
    loadExample,
    now: () => Date.now(),
    view: rememberedView(),
    rememberView,
    onLeaving,
    onGoing: (listener) => window.addEventListener('pagehide', listener),
  });
  return made;
}

/** The page's one store. */
export const peerlane: StoreApi<PeerlaneState> = {
  get getState() {
    return store().getState;
  },
  get getInitialState() {
    return store().getInitialState;
  },
  get setState() {
    return store().setState;
  },
  get subscribe() {
    return store().subscribe;
  },
};

/** Part of the state; the component is drawn again when it changes. The selector gives a plain value. */
export function usePeerlane<T>(select: (state: PeerlaneState) => T): T {
  return useStore(peerlane, select);
}

/** The same for selectors that put a new object or array together: its parts are compared. */
export function usePeerlaneShallow<T>(select: (state: PeerlaneState) => T): T {
  return useStore(peerlane, useShallow(select));
}

/** Examples are files beside the page: no visitor who brings a machine has to load them. */
async function loadExample(file: string): Promise<string> {
  const response = await fetch(`./${file}`);
  if (!response.ok) throw new Error(`${file} was not found (${response.status})`);
  return response.text();
}

/** Pages go without a word. These three are the last that can be heard, on one device or another. */
function onLeaving(listener: () => void): void {
  window.addEventListener('blur', listener);
  window.addEventListener('pagehide', listener);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') listener();
  });
}

// A second store beside the first would fight over documents: while developing, the page is loaded
// anew instead. Nothing is lost by it.
import.meta.hot?.accept(() => location.reload());
