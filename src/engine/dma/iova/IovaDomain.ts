import type { DmaAddress } from '../dmaAddress.ts';
import type { IovaSource } from '../mapContext.ts';
import { IovaCache, MOST_CACHED_PAGES } from './IovaCache.ts';
import { type IovaRangeNode, IovaRanges } from './IovaRanges.ts';
import { type IovaSetup, LOW_END } from './iovaSetup.ts';

/** What a device got, and where from. */
export interface GivenIova {
  readonly base: DmaAddress;
  /** As taken: small sizes are rounded up to a power of two. */
  readonly reserved: number;
  /** Freed before and kept at hand, or cut from the space. */
  readonly from: 'cache' | 'space';
  /** What the kernel logs with it: there is no room below 4 GiB any more. */
  readonly log: string | null;
}

/** What lies at some addresses of a domain. */
export interface IovaPlace {
  readonly base: DmaAddress;
  readonly size: number;
  /** `cached`: free, and kept for the next mapping of that size; `waiting`: unmapped, not flushed yet. */
  readonly state: 'taken' | 'cached' | 'waiting' | NonNullable<IovaRangeNode['reserved']>;
}

/** How much of a domain is what, bytes. */
export interface IovaBytes {
  readonly taken: number;
  readonly cached: number;
  readonly waiting: number;
}

interface Waiting {
  readonly page: number;
  readonly pages: number;
}

const LONGEST = 2 ** 64;

/**
 * The allocator of IOVAs of one IOMMU domain, for one device. Nothing in it is random: the same calls
 * give the same addresses. Time is what {@link wait} is told.
 *
 * Source: iommu_dma_alloc_iova(), iommu_dma_free_iova(), drivers/iommu/dma-iommu.c;
 * alloc_iova_fast(), queue_iova(), drivers/iommu/iova.c, Linux 4.19 to 7.0.
 */
export class IovaDomain implements IovaSource {
  readonly #setup: IovaSetup;
  readonly #ranges: IovaRanges;
  readonly #cache: IovaCache;
  readonly #taken = new Map<number, number>();
  /** One page beyond all that 64 bits can say. */
  readonly #end: number;
  #waiting: Waiting[] = [];
  #takenPages = 0;
  #waitingPages = 0;
  #flushAt: number | null = null;
  #now = 0;
  #triesLow: boolean;

  constructor(setup: IovaSetup) {
    const { granule, reserved, lowFirst } = setup;
    this.#setup = setup;
    this.#end = LONGEST / granule;
    this.#triesLow = lowFirst !== 'never';
    const first = Math.max(1, Math.floor(setup.apertureStart / granule));
    const pages = reserved.map(({ base, last, what }) => ({
      low: this.#page(base),
      high: this.#page(last),
      what,
    }));
    this.#ranges = new IovaRanges(first, LOW_END / granule, pages, setup.searchesAgain);
    this.#cache = new IovaCache(setup.depot);
  }

  /** ms since the domain was made. */
  get now(): number {
    return this.#now;
  }

  allocate(size: number, limit: number): GivenIova | null {
    const { granule, apertureEnd, lowFirst } = this.#setup;
    const asked = Math.ceil(size / granule);
    const pages = asked < MOST_CACHED_PAGES ? 2 ** Math.ceil(Math.log2(asked)) : asked;
    const highest = Math.min(limit, apertureEnd);
    let log: string | null = null;
    if (highest >= LOW_END && this.#triesLow) {
      const low = this.#take(pages, LOW_END - 1, false);
      if (low) return this.#given(low, pages, null);
      if (lowFirst === 'until-it-fails') {
        this.#triesLow = false;
        log = `Using ${Math.ceil(Math.log2(highest + 1))}-bit DMA addresses`;
      }
    }
    const found = this.#take(pages, highest, true);
    return found && this.#given(found, pages, log);
  }

  free(base: DmaAddress): void {
    const page = this.#page(base);
    const pages = this.#taken.get(page);
    if (pages === undefined) throw new RangeError(`nothing is mapped at page ${page}`);
    this.#taken.delete(page);
    this.#takenPages -= pages;
    const { flush } = this.#setup;
    if (flush.kind === 'strict') {
      this.#release({ page, pages });
      return;
    }
    // The ring tells full from empty by one entry that stays free.
    if (this.#waiting.length >= flush.entries - 1) this.#flush();
    this.#waiting.push({ page, pages });
    this.#waitingPages += pages;
    this.#flushAt ??= this.#now + flush.windowMs;
  }

  /** Lets time pass. */
  wait(ms: number): void {
    const until = this.#now + ms;
    if (this.#flushAt !== null && this.#flushAt <= until) {
      this.#passTo(this.#flushAt);
      this.#flushAt = null;
      this.#flush();
    }
    this.#passTo(until);
  }

  /** Frees what is kept at hand, as happens where room is short. */
  giveUpCached(): void {
    this.#giveUp('all');
  }

  /** What is where, lowest address first. */
  places(): readonly IovaPlace[] {
    const waiting = new Set(this.#waiting.map(({ page }) => page));
    return this.#ranges.list().map(({ low, high, reserved }) => ({
      base: this.#address(low),
      size: (high - low + 1) * this.#setup.granule,
      state: reserved ?? (this.#taken.has(low) ? 'taken' : waiting.has(low) ? 'waiting' : 'cached'),
    }));
  }

  bytes(): IovaBytes {
    const { granule } = this.#setup;
    const [taken, waiting] = [this.#takenPages, this.#waitingPages];
    const cached = this.#ranges.pages - taken - waiting;
    return { taken: taken * granule, cached: cached * granule, waiting: waiting * granule };
  }

  #giveUp(what: 'all' | 'magazines'): void {
    for (const gone of this.#cache.drain(what)) this.#ranges.free(gone);
  }

  #passTo(moment: number): void {
    this.#now = moment;
    for (const page of this.#cache.trim(moment)) this.#ranges.free(page);
  }

  #flush(): void {
    const flushed = this.#waiting;
    this.#waiting = [];
    this.#waitingPages = 0;
    for (const one of flushed) this.#release(one);
  }

  #release({ page, pages }: Waiting): void {
    for (const gone of this.#cache.put(page, pages, this.#now)) this.#ranges.free(gone);
  }

  #take(
    pages: number,
    limit: number,
    drains: boolean,
  ): (Pick<GivenIova, 'from'> & { page: number }) | null {
    const highest = this.#page(limit);
    const cached = this.#cache.get(pages, highest + 1 - pages);
    if (cached !== null) return { page: cached, from: 'cache' };
    let page = this.#ranges.take(pages, highest);
    if (page === null && drains) {
      this.#giveUp(this.#setup.searchesAgain ? 'all' : 'magazines');
      page = this.#ranges.take(pages, highest);
    }
    return page === null ? null : { page, from: 'space' };
  }

  #given(
    { page, from }: Pick<GivenIova, 'from'> & { page: number },
    pages: number,
    log: string | null,
  ): GivenIova {
    this.#taken.set(page, pages);
    this.#takenPages += pages;
    return { base: this.#address(page), reserved: pages * this.#setup.granule, from, log };
  }

  #page(address: number): number {
    const page = Math.floor(address / this.#setup.granule);
    return page < 0 ? page + this.#end : Math.min(page, this.#end - 1);
  }

  #address(page: number): DmaAddress {
    const { granule } = this.#setup;
    return (page >= this.#end / 2 ? page - this.#end : page) * granule;
  }
}
