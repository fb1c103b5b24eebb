import type { StreamPlan } from '../streamPlan.ts';
import type { FigureSource } from '../throughputReport.ts';

/** How a processor's loads or stores appear on the wire. */
export interface CpuAccess {
  /** Data of one TLP, bytes. */
  readonly tlpBytes: number;
  /** Reads that one core has under way. */
  readonly readsUnderWay: number;
  /** From one store to the next, where they cannot follow each other at once; ns. */
  readonly storeGapNs: number | null;
}

/** Between uncached stores 50 to 300 ns were seen: this is the middle of the two, as a ratio. */
export const STORE_GAP_NS = 122;
export const STORE_GAP_SOURCE: FigureSource = {
  title: 'Intel community forum, uncached stores of 8 bytes: one every 50 to 300 ns',
  url: 'https://community.intel.com/t5/Software-Tuning-Performance/Why-do-MemReq-TLPs-take-100s-nanoseconds-to-be-generated-after/m-p/1186313',
  quality: 'report',
};

/** Line fill buffers of a core: cache lines that it may wait for. Ten on Xeons of the time measured. */
const LINE_FILL_BUFFERS = 10;
const LINE = 64;
const WORD = 8;

/**
 * Loads and stores by the way the memory is mapped. Uncached (UC): one TLP for each instruction, in
 * order. Write combining (WC): stores leave as whole lines where the program fills them; streaming
 * loads fetch whole lines, as many at once as there are line fill buffers. `null`: a write-back mapping
 * (WB), which x86 has for no device's BAR.
 */
export function cpuAccess({ cpu, operation }: StreamPlan): CpuAccess | null {
  if (cpu === null || cpu.caching === 'WB') return null;
  if (cpu.caching === 'UC') {
    return {
      tlpBytes: WORD,
      readsUnderWay: 1,
      storeGapNs: operation === 'write' ? STORE_GAP_NS : null,
    };
  }
  return { tlpBytes: LINE, readsUnderWay: LINE_FILL_BUFFERS, storeGapNs: null };
}
