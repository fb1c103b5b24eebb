import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type DocumentStore, type StoredDocument, TakenError } from './documentStore.ts';
import { heldLocks } from './heldLocks.ts';
import { holdLock } from './holdLock.ts';

/** A document and the mark of its last write, by which another page's write is noticed. */
interface StampedDocument extends StoredDocument {
  readonly stamp: string;
}

interface Schema extends DBSchema {
  documents: {
    key: string;
    value: StampedDocument;
    indexes: { savedAt: number; stamp: string };
  };
  /** Earlier documents, numbered in the order they were put away. */
  snapshots: { key: number; value: StoredDocument };
}

const DATABASE = 'peerlane';
/** Raise it with a step in `upgrade`. */
const VERSION = 1;
const MOST_SNAPSHOTS = 10;
/** Documents of closed tabs that are looked at, the ones saved last. */
const MOST_CLOSED = 10;
const SNAPSHOT = 'snapshot-';
const DOCUMENT = 'document-';
const OWN_KEY = 'peerlane.document';

/** The browser's own storage; `null` where it has none for this page. */
export function documentsOfBrowser(): DocumentStore | null {
  try {
    return typeof indexedDB === 'undefined' ? null : new BrowserDocuments();
  } catch {
    return null; // a frame that may not
  }
}

class BrowserDocuments implements DocumentStore {
  #opening: Promise<IDBPDatabase<Schema>> | null = null;
  /** Once it is open. */
  #opened: IDBPDatabase<Schema> | null = null;
  /** Of each document that this page knows: the mark of the write it knows. */
  readonly #stamps = new Map<string, string>();
  readonly #held = new Set<string>();
  /** Gives up the write that is under way. */
  #overtake: (() => void) | null = null;

  async list(): Promise<readonly string[]> {
    const database = await this.#database();
    return (await database.getAllKeysFromIndex('documents', 'savedAt')).reverse();
  }

  async read(key: string): Promise<unknown> {
    const database = await this.#database();
    const record = await database.get('documents', key);
    if (record) this.#stamps.set(key, record.stamp);
    return record;
  }

  async write(document: StoredDocument): Promise<void> {
    const database = await this.#database();
    const stamp = randomText();
    const transaction = database.transaction('documents', 'readwrite');
    const known = this.#stamps.get(document.key);
    let isOvertaken = false;
    this.#overtake = () => {
      isOvertaken = true;
      try {
        transaction.abort();
      } catch {
        // It has just ended.
      }
    };
    const put = async () => {
      const isOurs =
        known === undefined
          ? (await transaction.store.getKey(document.key)) === undefined
          : (await transaction.store.index('stamp').getKey(known)) === document.key;
      if (!isOurs) throw new TakenError();
      await transaction.store.put({ ...document, stamp });
    };
    // A full storage may take the record and refuse the transaction.
    try {
      await Promise.all([put(), transaction.done]);
    } catch (error) {
      if (!isOvertaken) throw error;
      return; // something newer was written in its place
    } finally {
      this.#overtake = null;
    }
    this.#stamps.set(document.key, stamp);
  }

  writeAtOnce(document: StoredDocument): void {
    if (!this.#opened || !this.#held.has(document.key)) return;
    // The page would take it down, and with it everything that waits for it.
    this.#overtake?.();
    const stamp = randomText();
    const transaction = this.#opened.transaction('documents', 'readwrite');
    const ended = Promise.all([transaction.store.put({ ...document, stamp }), transaction.done]);
    // Without this a transaction is given up with the page.
    transaction.commit();
    const known = this.#stamps.get(document.key);
    this.#stamps.set(document.key, stamp);
    // The page may come back from the browser's cache, and goes on from what is there.
    ended.catch(() => {
      if (known === undefined) this.#stamps.delete(document.key);
      else this.#stamps.set(document.key, known);
    });
  }

  async addSnapshot(document: StoredDocument): Promise<void> {
    const database = await this.#database();
    const transaction = database.transaction('snapshots', 'readwrite');
    const add = async () => {
      await transaction.store.add(document);
      const keys = await transaction.store.getAllKeys();
      for (const key of keys.slice(0, -MOST_SNAPSHOTS)) await transaction.store.delete(key);
    };
    await Promise.all([add(), transaction.done]);
  }

  async listEarlier(): Promise<readonly string[]> {
    const database = await this.#database();
    const snapshots = await database.getAllKeys('snapshots');
    // Where tabs cannot tell each other what they have open, none is taken for closed.
    const held = await heldLocks();
    const closed = held ? (await this.list()).filter((key) => !held.has(lockName(key))) : [];
    return [
      ...snapshots.map((key) => `${SNAPSHOT}${key}`),
      ...closed.slice(0, MOST_CLOSED).map((key) => `${DOCUMENT}${key}`),
    ];
  }

  async readEarlier(key: string): Promise<unknown> {
    const database = await this.#database();
    // Not as `read` does: who only looks does not know what may be written over.
    return key.startsWith(SNAPSHOT)
      ? database.get('snapshots', Number(key.slice(SNAPSHOT.length)))
      : database.get('documents', key.slice(DOCUMENT.length));
  }

  ownKey(): string | null {
    try {
      return sessionStorage.getItem(OWN_KEY);
    } catch {
      return null;
    }
  }

  async claim(key: string, patienceMs: number): Promise<boolean> {
    if (!this.#held.has(key)) {
      if (!(await holdLock(lockName(key), patienceMs))) return false;
      this.#held.add(key);
    }
    try {
      sessionStorage.setItem(OWN_KEY, key);
    } catch {
      // After a reload the newest document is opened then, which is most often the same.
    }
    return true;
  }

  async claimNew(): Promise<string> {
    const key = randomText();
    await this.claim(key, 0);
    return key;
  }

  async keepForGood(): Promise<void> {
    // Without a secure connection there is no such thing.
    if ('storage' in navigator) await navigator.storage.persist();
  }

  #database(): Promise<IDBPDatabase<Schema>> {
    this.#opening ??= openDatabase(() => {
      this.#opening = null;
      this.#opened = null;
    }).then(
      (database) => {
        this.#opened = database;
        return database;
      },
      (error: unknown) => {
        this.#opening = null;
        throw error;
      },
    );
    return this.#opening;
  }
}

/** @param onClosed the connection is gone; the next question opens another */
function openDatabase(onClosed: () => void): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    openDB<Schema>(DATABASE, VERSION, {
      upgrade: (database) => {
        const documents = database.createObjectStore('documents', { keyPath: 'key' });
        documents.createIndex('savedAt', 'savedAt');
        documents.createIndex('stamp', 'stamp', { unique: true });
        database.createObjectStore('snapshots', { autoIncrement: true });
      },
      // An older tab does not let go of the database.
      blocked: () => reject(new DOMException('', 'BlockedError')),
      // A newer tab waits for us to let go of it.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        onClosed();
      },
      terminated: onClosed,
    }).then(resolve, reject);
  });
}

function lockName(key: string): string {
  return `peerlane-document-${key}`;
}

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
