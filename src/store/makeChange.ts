import type { StoreApi } from 'zustand/vanilla';
import type { Change } from '../build/change.ts';
import type { changedMachine } from './changedMachine.ts';
import type { DocumentFlow } from './documentFlow.ts';
import { problemWords } from './problemWords.ts';
import type { PeerlaneState } from './state.ts';

/** The panel of checks has them all. */
const MOST_TOLD = 3;

/**
 * Makes changes of the structure as one step, and tells what went wrong on the way. One that is
 * refused says why, and none is made.
 *
 * @returns whether they were made
 */
export function makeChange(
  store: StoreApi<PeerlaneState>,
  flow: DocumentFlow,
  rebuild: typeof changedMachine,
  { title, changes }: { readonly title: string; readonly changes: readonly Change[] },
): boolean {
  const { document, actions } = store.getState();
  if (!document) return false;
  const changed = rebuild(document, changes);
  if (changed.kind === 'refused') {
    actions.refuse([problemWords(changed.problem)]);
    return false;
  }
  const { machine, titles, problems } = changed;
  flow.edit({ kind: 'rebuilt', title, machine }, undefined, titles);
  const errors = problems.filter(({ severity }) => severity === 'error');
  for (const problem of errors.slice(0, MOST_TOLD)) {
    actions.notify('warning', problemWords(problem));
  }
  return true;
}
