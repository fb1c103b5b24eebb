import type { ThroughputOptions } from '../throughputOptions.ts';
import type { FigureSource } from '../throughputReport.ts';

/** Walks of the IOMMU's table in a second, all together. */
export const WALKS_PER_SECOND = 20.5e6;
/** What a walk adds to a read, ns. */
export const WALK_NS = 280;
/**
 * Fitted to all random accesses of 64 bytes with pages of 4 KiB on Haswell, Broadwell and Ivy Bridge
 * (`bw_window_sweep` of the four systems without superpages): 19 to 22 million walks a second, of which
 * this is the middle, and 267 to 294 ns each, so about six at once. The first loss is at more than 64
 * pages; over the whole curve 90 entries come nearest.
 */
export const IOTLB_SOURCE: FigureSource = {
  title: 'pcie-bench, raw data: reads and writes of 64 bytes over windows of 4 KB to 64 MB',
  url: 'https://github.com/pcie-bench/data',
  quality: 'measured',
};

/** The part of random accesses to a working set that miss: entries hold one page each. */
export function missFraction({
  iotlbEntries,
  ioPageBytes,
  workingSetBytes,
}: Pick<ThroughputOptions, 'iotlbEntries' | 'ioPageBytes' | 'workingSetBytes'>): number {
  if (workingSetBytes === null || workingSetBytes <= 0) return 0;
  return Math.max(0, 1 - (iotlbEntries * ioPageBytes) / workingSetBytes);
}

/**
 * Bytes a second at which misses keep the walkers busy: a transfer misses once for each page that it
 * touches. `null`: nothing is missed.
 */
export function walkRate(
  options: Pick<ThroughputOptions, 'iotlbEntries' | 'ioPageBytes' | 'workingSetBytes'>,
  sizeBytes: number | null,
): number | null {
  const missed = missFraction(options);
  if (missed === 0) return null;
  const size = sizeBytes ?? options.ioPageBytes;
  return (WALKS_PER_SECOND / missed) * (size / Math.ceil(size / options.ioPageBytes));
}
