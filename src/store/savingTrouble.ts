import { TakenError } from './documentStore.ts';
import type { Saving } from './state.ts';

const ADVICE = 'Your work goes on; save it to a file so that it is not lost with this tab.';

/** Why a document could not be kept in this browser, and what to do. */
export function savingTrouble(error: unknown): string {
  if (isQuotaError(error)) {
    return `This browser has no room left for the document. ${ADVICE}`;
  }
  if (error instanceof TakenError) {
    return `Another tab has saved this document meanwhile. ${ADVICE}`;
  }
  const name = textOf(error, 'name');
  if (name === 'VersionError') {
    return `A newer Peerlane in another tab has taken over the storage of this browser. Save to a file, then load this page again.`;
  }
  if (name === 'BlockedError') {
    return `An older Peerlane in another tab holds the storage of this browser: close that tab. ${ADVICE}`;
  }
  return `This browser did not keep the document${inBrackets(error)}. ${ADVICE}`;
}

/** What is announced when the state of saving changes: trouble, once. */
export function notSavedWords(before: Saving, now: Saving): string | null {
  const why = now.kind === 'unsaved' ? now.why : null;
  const isNews = why !== null && !(before.kind === 'unsaved' && before.why === why);
  return isNews ? `Not saved: ${why}` : null;
}

/** Why the documents of earlier visits cannot even be looked for. */
export function lookingTrouble(error: unknown): string {
  return `What was kept in this browser cannot be shown${inBrackets(error)}. It is left as it is.`;
}

export const NOTHING_IS_KEPT =
  'This browser keeps no documents for this page. Save to a file what you want to keep.';

/** The storage is full. Browsers say so in three ways, often without a message. */
export function isQuotaError(error: unknown): boolean {
  const name = textOf(error, 'name');
  if (name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED') return true;
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 22 || error.code === 1014;
}

function inBrackets(error: unknown): string {
  const words = [textOf(error, 'name'), textOf(error, 'message')].filter((part) => part !== '');
  return words.length === 0 ? '' : ` (${words.join(': ')})`;
}

function textOf(error: unknown, field: 'name' | 'message'): string {
  if (typeof error === 'string') return field === 'message' ? error : '';
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : '';
}
