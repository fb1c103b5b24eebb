import type { BounceSource } from './mapContext.ts';

/** A slot, and how many in a row one mapping may have (IO_TLB_SIZE, IO_TLB_SEGSIZE). */
const SLOT = 2048;
const ROW = 128;
const PAGE = 4096;

/** 64 MiB below 4 GiB, as by default. Where exactly it lies differs from boot to boot: an example. */
export const EXAMPLE_POOL = { base: 0x7800_0000, size: 64 * 1024 * 1024 } as const;

/**
 * A pool of bounce buffers, `swiotlb_tbl_map_single()` (kernel/dma/swiotlb.c, 5.15 to 6.12; one area):
 * slots of 2 KiB, at most 128 in a row for one mapping, which never reach over a row's end. The search
 * goes on where the last one ended. The low bits in the mask are kept; without a mask, pieces of a page
 * and more begin on a page.
 */
export class SwiotlbPool implements BounceSource {
  private readonly base: number;
  private readonly used: Uint8Array;
  /** By first byte's address: first slot and how many. */
  private readonly taken = new Map<number, readonly [first: number, count: number]>();
  private next = 0;

  constructor({ base, size }: { readonly base: number; readonly size: number } = EXAMPLE_POOL) {
    this.base = base;
    this.used = new Uint8Array(Math.floor(size / SLOT));
  }

  allocate(length: number, phys: number, minAlignMask: number): number | null {
    const low = (phys % 2 ** 32) & minAlignMask;
    const offset = low & (SLOT - 1);
    const count = Math.max(1, Math.ceil((length + offset) / SLOT));
    const slots = this.used.length;
    if (count > ROW || slots === 0) return null;
    const rest = low - offset;
    const kept = (length >= PAGE && minAlignMask === 0 ? PAGE - 1 : minAlignMask) & ~(SLOT - 1);
    for (let tried = 0; tried < slots; tried++) {
      const first = (this.next + tried) % slots;
      const isKept = (((this.base + first * SLOT) % 2 ** 32) & kept) === rest;
      if (!isKept || !this.isFree(first, count)) continue;
      this.used.fill(1, first, first + count);
      this.next = (first + count) % slots;
      const address = this.base + first * SLOT + offset;
      this.taken.set(address, [first, count]);
      return address;
    }
    return null;
  }

  free(address: number): void {
    const row = this.taken.get(address);
    if (row === undefined) return;
    this.taken.delete(address);
    this.used.fill(0, row[0], row[0] + row[1]);
  }

  private isFree(first: number, count: number): boolean {
    if ((first % ROW) + count > ROW || first + count > this.used.length) return false;
    for (let slot = first; slot < first + count; slot++) if (this.used[slot] === 1) return false;
    return true;
  }
}
