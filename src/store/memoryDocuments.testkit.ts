import type { DocumentStore, StoredDocument } from './documentStore.ts';
import { TakenError } from './documentStore.ts';

/** A browser's storage in memory, shared by its tabs. */
export class MemoryBrowser {
  readonly records = new Map<string, { record: unknown; stamp: number }>();
  readonly snapshots: StoredDocument[] = [];
  /** Every document that was written, in order. */
  readonly writes: StoredDocument[] = [];
  readonly locks = new Map<string, object>();
  /** What the next writes fail with. */
  trouble: unknown = null;
  #keys = 0;
  #stamps = 0;

  /** A tab of this browser; `ownKey` is what its session remembers. */
  tab(ownKey: string | null = null): DocumentStore & { readonly end: () => void } {
    const tab = {};
    const known = new Map<string, number>();
    const claim = (key: string) => {
      const holder = this.locks.get(key);
      if (holder !== undefined && holder !== tab) return false;
      this.locks.set(key, tab);
      return true;
    };
    return {
      list: async () =>
        [...this.records.values()]
          .map(({ record }) => record as StoredDocument)
          .sort((a, b) => b.savedAt - a.savedAt)
          .map(({ key }) => key),
      read: async (key) => {
        const found = this.records.get(key);
        if (found) known.set(key, found.stamp);
        return found?.record;
      },
      write: async (document) => {
        if (this.trouble !== null) throw this.trouble;
        const { key } = document;
        if (this.records.get(key)?.stamp !== known.get(key)) throw new TakenError();
        const stamp = ++this.#stamps;
        this.records.set(key, { record: structuredClone(document), stamp });
        known.set(key, stamp);
        this.writes.push(document);
      },
      writeAtOnce: (document) => {
        if (this.trouble !== null || this.locks.get(document.key) !== tab) return;
        const stamp = ++this.#stamps;
        this.records.set(document.key, { record: structuredClone(document), stamp });
        known.set(document.key, stamp);
        this.writes.push(document);
      },
      addSnapshot: async (document) => {
        if (this.trouble !== null) throw this.trouble;
        this.snapshots.push(document);
      },
      listEarlier: async () =>
        [
          ...this.snapshots.keys(),
          ...[...this.records.keys()].filter((key) => !this.locks.has(key)),
        ].map(String),
      readEarlier: async (key) => this.snapshots[Number(key)] ?? this.records.get(key)?.record,
      ownKey: () => ownKey,
      claim: async (key) => claim(key),
      claimNew: async () => {
        const key = `key-${++this.#keys}`;
        claim(key);
        return key;
      },
      keepForGood: async () => {},
      end: () => {
        for (const [key, holder] of this.locks) if (holder === tab) this.locks.delete(key);
      },
    };
  }
}
