import type { Problem } from '../base/problem.ts';
import { applyChanges } from '../build/applyChanges.ts';
import type { Change } from '../build/change.ts';
import { settle } from '../build/settle.ts';
import type { Machine } from '../model/machine.ts';
import type { OpenDocument } from './state.ts';
import { titlesOfNew } from './titlesOfNew.ts';

/** Another machine for the open document, with what to call its new functions. */
export interface Rebuilt {
  readonly machine: Machine;
  readonly titles: OpenDocument['titles'];
}

/** The document's machine with its structure changed, numbered anew. Fetched when first needed. */
export function changedMachine(
  document: OpenDocument,
  changes: readonly Change[],
): Rebuilt & { readonly problems: readonly Problem[] } {
  const { machine, problems } = settle(applyChanges(document.machine, changes));
  return { machine, titles: titlesOfNew(machine, document.byId), problems };
}
