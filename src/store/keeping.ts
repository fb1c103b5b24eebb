import { writeDocument } from '../formats/write/writeDocument.ts';
import { checkStoredDocument } from './checkStoredDocument.ts';
import { type DocumentStore, type StoredDocument, TakenError } from './documentStore.ts';
import type { Content } from './history.ts';
import type { ChosenPair, EarlierDocument } from './state.ts';

/** A tab that was loaded again waits so long for the lock of its former self. */
const OWN_LOCK_MS = 1000;
/** An import report has more lines than anybody reads twice. */
const MOST_PROBLEMS = 200;

/** What of a document is kept. */
export interface Kept {
  readonly content: Content;
  readonly pair: ChosenPair;
}

/** The documents of this tab in the browser's storage. */
export class Keeping {
  readonly #documents: DocumentStore;
  readonly #now: () => number;
  #key: Promise<string> | null = null;
  /** The same once it is known. */
  #settledKey: string | null = null;

  constructor(documents: DocumentStore, now: () => number) {
    this.#documents = documents;
    this.#now = now;
  }

  /** Key under which this tab's document is kept. */
  key(): Promise<string> {
    this.#key ??= this.#documents.claimNew().then((key) => {
      this.#settledKey = key;
      return key;
    });
    return this.#key;
  }

  /**
   * Kept documents that no other tab has open, this tab's own first, then the newest first. Each is
   * claimed before it is handed out, and stays so: whoever asks for the next found it damaged, and
   * no other tab shall stumble over it.
   */
  async *candidates(): AsyncGenerator<{
    readonly key: string;
    readonly stored: StoredDocument | null;
  }> {
    const keys = [...(await this.#documents.list())];
    const own = this.#documents.ownKey();
    if (own !== null && keys.includes(own)) {
      keys.splice(keys.indexOf(own), 1);
      keys.unshift(own);
    }
    for (const key of keys) {
      if (!(await this.#documents.claim(key, key === own ? OWN_LOCK_MS : 0))) continue;
      const record = await this.#documents.read(key).catch(() => null);
      yield { key, stored: checkStoredDocument(record) };
    }
  }

  /** This tab goes on with that document. */
  adopt(key: string): void {
    this.#key = Promise.resolve(key);
    this.#settledKey = key;
  }

  /** Writes the document; under a new key when another tab has taken the former one meanwhile. */
  async write(kept: Kept): Promise<void> {
    try {
      await this.#documents.write(this.#record(await this.key(), kept));
    } catch (error) {
      if (!(error instanceof TakenError)) throw error;
      this.#key = null;
      this.#settledKey = null;
      await this.#documents.write(this.#record(await this.key(), kept));
    }
  }

  /** Writes the document in this very moment, if that is possible. */
  writeAtOnce(kept: Kept): void {
    if (this.#settledKey === null) return;
    this.#documents.writeAtOnce(this.#record(this.#settledKey, kept));
  }

  async snapshot(kept: Kept): Promise<void> {
    await this.#documents.addSnapshot(this.#record(await this.key(), kept));
  }

  /**
   * Documents that were put away and those of closed tabs, the newest first. The same one is named
   * once: whoever goes back and forth puts it away each time.
   */
  async earlier(): Promise<readonly EarlierDocument[]> {
    const newest = new Map<string, EarlierDocument>();
    for (const key of await this.#documents.listEarlier()) {
      const stored = await this.readEarlier(key);
      if (!stored) continue;
      const { text, name, savedAt, functions } = stored;
      if (savedAt >= (newest.get(text)?.savedAt ?? 0)) {
        newest.set(text, { key, name, savedAt, functions });
      }
    }
    return [...newest.values()].sort((a, b) => b.savedAt - a.savedAt);
  }

  /** One of them; `null` when it is gone or damaged. */
  async readEarlier(key: string): Promise<StoredDocument | null> {
    return checkStoredDocument(await this.#documents.readEarlier(key));
  }

  #record(key: string, { content, pair }: Kept): StoredDocument {
    const { machine, origin } = content;
    return {
      key,
      name: machine.name,
      text: writeDocument(machine),
      origin: { ...origin, problems: origin.problems.slice(0, MOST_PROBLEMS) },
      pair,
      functions: machine.functions.length,
      savedAt: this.#now(),
    };
  }
}
