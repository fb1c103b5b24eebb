import type { ReservedWindow } from './iovaSetup.ts';

/** Pages `low` to `high`, taken or reserved, with its neighbours. */
export interface IovaRangeNode {
  readonly low: number;
  readonly high: number;
  /** `null`: taken. */
  readonly reserved: ReservedWindow['what'] | null;
  below: IovaRangeNode | null;
  above: IovaRangeNode | null;
}

/** Pages to keep clear of. */
interface ReservedPages {
  readonly low: number;
  readonly high: number;
  readonly what: ReservedWindow['what'];
}

/**
 * The taken page numbers of a domain in order, and the search for room: from the range that was
 * taken last downwards, and once more from the top where there is none. Two marks say where that
 * was: one for what lies below 4 GiB, one for the rest. Room above a mark is found again when a range
 * there is freed, or by the second search.
 *
 * Source: alloc_iova(), free_iova(), reserve_iova(), drivers/iommu/iova.c, Linux 5.11 to 7.0 (before,
 * without the second search).
 */
export class IovaRanges {
  /** Above all pages that there are. */
  readonly #top: IovaRangeNode = {
    low: Number.POSITIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    reserved: null,
    below: null,
    above: null,
  };
  readonly #taken = new Map<number, IovaRangeNode>();
  readonly #first: number;
  readonly #lowEnd: number;
  readonly #searchesAgain: boolean;
  #mark = this.#top;
  #lowMark = this.#top;
  /** The lowest range that begins above 4 GiB. */
  #lowestHigh = this.#top;
  /** No room for so many pages below 4 GiB, as long as nothing there is freed. */
  #tooMany: number;

  #pages = 0;

  /**
   * @param first the lowest page that is given out
   * @param lowEnd the page at 4 GiB
   * @param searchesAgain from the top where there is no room from a mark downwards
   */
  constructor(
    first: number,
    lowEnd: number,
    reserved: readonly ReservedPages[],
    searchesAgain: boolean,
  ) {
    this.#searchesAgain = searchesAgain;
    this.#first = first;
    this.#lowEnd = lowEnd;
    this.#tooMany = lowEnd;
    for (const { low, high, what } of apart(reserved)) this.#insert(low, high, what, this.#top);
  }

  /** How many pages are taken. */
  get pages(): number {
    return this.#pages;
  }

  /**
   * Takes pages at a multiple of the power of two that holds them.
   *
   * @param limit the highest page that will do
   * @returns the lowest of them; `null`: there is no room
   */
  take(pages: number, limit: number): number | null {
    const isLow = limit < this.#lowEnd;
    if (isLow && pages >= this.#tooMany) return null;
    const mark = isLow ? this.#lowMark : this.#mark;
    const found =
      this.#search(mark, pages, limit, this.#first) ??
      (this.#searchesAgain && mark.high <= limit
        ? this.#search(this.#start(isLow), pages, limit, mark.high + 1)
        : null);
    if (found === null) {
      this.#tooMany = pages;
      return null;
    }
    const node = this.#insert(found.page, found.page + pages - 1, null, found.above);
    this.#taken.set(node.low, node);
    this.#pages += pages;
    if (node.high < this.#lowEnd) this.#lowMark = node;
    else this.#mark = node;
    return node.low;
  }

  /** Gives back what {@link take} took. */
  free(page: number): void {
    const node = this.#taken.get(page);
    if (!node?.above) throw new RangeError(`nothing was taken at page ${page}`);
    const wasLow = node.high < this.#lowEnd;
    if (node === this.#lowMark || (wasLow && node.low >= this.#lowMark.low))
      this.#lowMark = node.above;
    if (node.low < this.#lowEnd) this.#tooMany = this.#lowEnd;
    if (node.low >= this.#mark.low) this.#mark = node.above;
    if (node === this.#lowestHigh) this.#lowestHigh = node.above;
    node.above.below = node.below;
    if (node.below) node.below.above = node.above;
    this.#taken.delete(page);
    this.#pages -= node.high - node.low + 1;
  }

  /** All of them, lowest first. */
  list(): readonly IovaRangeNode[] {
    const nodes: IovaRangeNode[] = [];
    for (let node = this.#top.below; node; node = node.below) nodes.push(node);
    return nodes.reverse();
  }

  #start(isLow: boolean): IovaRangeNode {
    return isLow ? this.#lowestHigh : this.#top;
  }

  #search(from: IovaRangeNode, pages: number, limit: number, lowest: number) {
    const alignment = 2 ** Math.ceil(Math.log2(pages));
    let above = from;
    let end = limit + 1;
    for (;;) {
      end = Math.min(end, above.low);
      const page = Math.floor((end - pages) / alignment) * alignment;
      if (page < lowest) return null;
      if (!above.below || page > above.below.high) return { page, above };
      above = above.below;
    }
  }

  #insert(
    low: number,
    high: number,
    reserved: IovaRangeNode['reserved'],
    above: IovaRangeNode,
  ): IovaRangeNode {
    const node: IovaRangeNode = { low, high, reserved, below: above.below, above };
    if (above.below) above.below.above = node;
    above.below = node;
    if (low >= this.#lowEnd && low < this.#lowestHigh.low) this.#lowestHigh = node;
    return node;
  }
}

/** In ascending order, and none of them in another. */
function apart(windows: readonly ReservedPages[]): readonly ReservedPages[] {
  const out: ReservedPages[] = [];
  for (const window of [...windows].sort((a, b) => a.low - b.low || b.high - a.high)) {
    const free = Math.max(window.low, (out.at(-1)?.high ?? -1) + 1);
    if (free <= window.high) out.push({ ...window, low: free });
  }
  return out;
}
