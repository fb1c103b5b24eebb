import type { StoreApi } from 'zustand/vanilla';
import type { Notice, PeerlaneState } from './state.ts';

/** Long enough to read a sentence twice. Warnings stay until they are sent away. */
const INFO_MS = 8000;
/** A refusal was seen at the place itself, too. */
const REFUSAL_MS = 6000;
/** A screen full of notices helps nobody. */
const MOST_REFUSALS = 3;

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

/** Why something was not done, in the place of earlier such words. They go by themselves. */
export function addRefusals(store: StoreApi<PeerlaneState>, why: readonly string[]): void {
  removeRefusals(store);
  const texts = [...new Set(why)].slice(0, MOST_REFUSALS);
  const added = texts.map(
    (text): Notice => ({ id: ++lastId, kind: 'warning', text, isRefusal: true }),
  );
  store.setState(({ notices }) => ({ notices: [...notices, ...added] }));
  setTimeout(() => {
    for (const { id } of added) removeNotice(store, id);
  }, REFUSAL_MS);
}

/** Something was done: what was not done before is forgotten. */
export function removeRefusals(store: StoreApi<PeerlaneState>): void {
  const { notices } = store.getState();
  const kept = notices.filter(({ isRefusal }) => isRefusal !== true);
  if (kept.length < notices.length) store.setState({ notices: kept });
}

export function removeNotice(store: StoreApi<PeerlaneState>, id: number): void {
  const { notices } = store.getState();
  if (!notices.some((notice) => notice.id === id)) return;
  store.setState({ notices: notices.filter((notice) => notice.id !== id) });
}
