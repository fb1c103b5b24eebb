import type { IovaSetup } from './iovaSetup.ts';

/** Sizes that are kept: 1, 2, 4, 8, 16 and 32 pages. */
export const MOST_CACHED_PAGES = 32;

/** Addresses in a magazine (128 up to 6.0). */
const MAGAZINE = 127;
const MOST_IN_DEPOT = 32;
const TRIM_MS = 100;

/** Freed addresses of one size: what the CPU has at hand, what it had before, and those put aside. */
interface Shelf {
  loaded: number[];
  before: number[];
  readonly depot: number[][];
  /** When a magazine goes back next; `null`: none does. */
  trimAt: number | null;
}

/**
 * Freed page numbers that a CPU keeps at hand for the next mapping of the same size: the last one
 * freed is the first to be used again, if the device can send it. All is taken to happen on one CPU.
 *
 * Source: iova_rcache_get(), iova_rcache_insert(), drivers/iommu/iova.c, Linux 4.9 to 7.0.
 */
export class IovaCache {
  readonly #shelves: readonly Shelf[];
  readonly #depot: IovaSetup['depot'];

  constructor(depot: IovaSetup['depot']) {
    this.#depot = depot;
    this.#shelves = Array.from({ length: Math.log2(MOST_CACHED_PAGES) + 1 }, () => ({
      loaded: [],
      before: [],
      depot: [],
      trimAt: null,
    }));
  }

  /** The page last freed of those not above `highest`; `null`: none will do. */
  get(pages: number, highest: number): number | null {
    const shelf = this.#shelf(pages);
    if (!shelf) return null;
    if (shelf.loaded.length === 0) {
      if (shelf.before.length > 0) swap(shelf);
      else shelf.loaded = shelf.depot.pop() ?? [];
    }
    const { loaded } = shelf;
    for (let i = loaded.length - 1; i >= 0; i--) {
      const page = loaded[i];
      const last = loaded.at(-1);
      if (page === undefined || last === undefined || page > highest) continue;
      loaded[i] = last;
      loaded.pop();
      return page;
    }
    return null;
  }

  /**
   * Keeps a page number.
   *
   * @returns what goes back to the ranges instead: nothing mostly, the page itself if its size is not
   *   kept, or a magazine for which there is no place
   */
  put(page: number, pages: number, now: number): readonly number[] {
    const shelf = this.#shelf(pages);
    if (!shelf) return [page];
    let gone: readonly number[] = [];
    if (shelf.loaded.length >= MAGAZINE) {
      if (shelf.before.length < MAGAZINE) swap(shelf);
      else gone = this.#putAside(shelf, now);
    }
    shelf.loaded.push(page);
    return gone;
  }

  /** What goes back to the ranges up to a moment. */
  trim(now: number): readonly number[] {
    const gone: number[] = [];
    for (const shelf of this.#shelves) {
      while (shelf.trimAt !== null && shelf.trimAt <= now) {
        const magazine = shelf.depot.length > 1 ? shelf.depot.pop() : undefined;
        if (magazine) gone.push(...magazine);
        shelf.trimAt = magazine ? shelf.trimAt + TRIM_MS : null;
      }
    }
    return gone;
  }

  /** Empties it, or all but the depot: there was no room elsewhere. */
  drain(what: 'all' | 'magazines' = 'all'): readonly number[] {
    const gone: number[] = [];
    for (const shelf of this.#shelves) {
      gone.push(...shelf.loaded, ...shelf.before);
      shelf.loaded = [];
      shelf.before = [];
      if (what === 'all') gone.push(...shelf.depot.splice(0).flat());
    }
    return gone;
  }

  list(): readonly number[] {
    return this.#shelves.flatMap(({ loaded, before, depot }) => [
      ...loaded,
      ...before,
      ...depot.flat(),
    ]);
  }

  #putAside(shelf: Shelf, now: number): readonly number[] {
    const full = shelf.loaded;
    shelf.loaded = [];
    if (this.#depot === 'at-most-32' && shelf.depot.length >= MOST_IN_DEPOT) return full;
    shelf.depot.push(full);
    if (this.#depot === 'trimmed') shelf.trimAt ??= now + TRIM_MS;
    return [];
  }

  #shelf(pages: number): Shelf | undefined {
    return this.#shelves[Math.ceil(Math.log2(pages))];
  }
}

function swap(shelf: Shelf): void {
  [shelf.loaded, shelf.before] = [shelf.before, shelf.loaded];
}
