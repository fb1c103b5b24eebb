// What is said to people about the worker. Each sentence stands alone.

export const OLD_TAB =
  'This tab is older than the site; load the page again. Your document is kept.';

export const NOT_LOADED =
  'The engine could not be loaded: this tab may be older than the site, or offline. Load the page again. Your document is kept.';

/** Why a worker is replaced, as half a sentence. */
export type Cause = string;

export function fellSilent(ms: number): Cause {
  return `did not answer for ${Math.round(ms / 1000)} seconds`;
}

export function brokeDown(words: string | null): Cause {
  return words === null ? 'stopped without a word' : `stopped with an error (${words})`;
}

export function restartingWords(cause: Cause): string {
  return `The engine ${cause} and is being started again. Your document is kept.`;
}

export function deadWords(cause: Cause): string {
  return `The engine stopped again and again; the last time it ${cause}. Your document is kept, but nothing can be judged until the engine runs.`;
}

export function refusedWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return `This browser does not let the engine start (${words}). Your document is kept.`;
}

export function lostWords(cause: Cause): string {
  return `The engine failed twice over this question: it ${cause}.`;
}
