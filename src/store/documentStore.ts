import type { ChosenPair, Origin } from './state.ts';

/** A document as the browser keeps it. */
export interface StoredDocument {
  readonly key: string;
  readonly name: string;
  /** In the documented form, as a file would hold it: an old record is read like an old file. */
  readonly text: string;
  readonly origin: Origin;
  readonly pair: ChosenPair;
  /** How many functions the machine has; `null` in records of before this was kept. */
  readonly functions: number | null;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/**
 * Where documents are kept between visits: IndexedDB in a browser, memory in tests. Everything may
 * reject; `savingTrouble.ts` puts the reasons into words.
 */
export interface DocumentStore {
  /** Keys of the documents, the one saved last first. */
  readonly list: () => Promise<readonly string[]>;
  /** The record as found, of whatever form: `checkStoredDocument.ts` says whether it is one. */
  readonly read: (key: string) => Promise<unknown>;
  /**
   * Rejects with {@link TakenError} when another page has written this document since this page
   * last read or wrote it: the last writer never wins silently.
   */
  readonly write: (document: StoredDocument) => Promise<void>;
  /**
   * The same in this very moment, without a question before or an answer after: the page goes, and
   * waits for nothing. Only for a document that this tab has claimed; may throw.
   */
  readonly writeAtOnce: (document: StoredDocument) => void;
  /** Keeps an earlier document beside the present ones; the oldest beyond ten go. */
  readonly addSnapshot: (document: StoredDocument) => Promise<void>;
  /** Keys, of this store's own making, of the snapshots and of documents that no tab has open. */
  readonly listEarlier: () => Promise<readonly string[]>;
  /** The record under such a key as found, for looking at: it stays where it is. */
  readonly readEarlier: (key: string) => Promise<unknown>;

  /** The key this tab had before it was loaded again. */
  readonly ownKey: () => string | null;
  /** Makes a document this tab's alone until the tab is gone; false while another tab has it. */
  readonly claim: (key: string, patienceMs: number) => Promise<boolean>;
  /** A key that no document has, claimed. */
  readonly claimNew: () => Promise<string>;

  /** Asks the browser not to clear the storage on its own accord. */
  readonly keepForGood: () => Promise<void>;
}

/** Another page has written the document in the meantime. */
export class TakenError extends Error {
  override readonly name = 'TakenError';
}
