import type { StoreApi } from 'zustand/vanilla';
import type { Notice, PeerlaneState } from './state.ts';

/** Long enough to read a sentence twice. Warnings stay until they are sent away. */
const INFO_MS = 8000;

let lastId = 0;

/** Adds a notice; one that is already there is not said again. */
export function addNotice(
  store: StoreApi<PeerlaneState>,
  kind: Notice['kind'],
  text: string,
): void {
  const { notices } = store.getState();
  if (notices.some((notice) => notice.text === text)) return;
  const id = ++lastId;
  store.setState({ notices: [...notices, { id, kind, text }] });
  if (kind === 'info') setTimeout(() => removeNotice(store, id), INFO_MS);
}

export function removeNotice(store: StoreApi<PeerlaneState>, id: number): void {
  const { notices } = store.getState();
  if (!notices.some((notice) => notice.id === id)) return;
  store.setState({ notices: notices.filter((notice) => notice.id !== id) });
}
