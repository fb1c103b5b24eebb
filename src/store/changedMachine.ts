import type { Problem } from '../base/problem.ts';
import { applyChanges } from '../build/applyChanges.ts';
import { canApply } from '../build/canApply.ts';
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

/** The machine with all changes made, or why one of them cannot be made. */
export type Changed =
  | (Rebuilt & { readonly kind: 'changed'; readonly problems: readonly Problem[] })
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * The document's machine with its structure changed, numbered anew. Each change is asked about on
 * the machine that those before it left. Fetched when first needed.
 */
export function changedMachine(
  document: Pick<OpenDocument, 'machine' | 'byId'>,
  changes: readonly Change[],
): Changed {
  let draft = document.machine;
  for (const change of changes) {
    const problem = canApply(draft, change);
    if (problem) return { kind: 'refused', problem };
    draft = applyChanges(draft, [change]);
  }
  const { machine, problems } = settle(draft);
  return { kind: 'changed', machine, titles: titlesOfNew(machine, document.byId), problems };
}
