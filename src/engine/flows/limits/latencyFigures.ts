import type { FigureSource } from '../throughputReport.ts';

/*
 * Times of parts that no register shows, ns. Public measurements of whole ways are few; what is not said to
 * be measured is derived from them or assumed.
 */

/** Cut-through: PEX 8747 at most 100, Switchtec of the third generation 85 to 140. */
export const SWITCH_NS = 100;
/** From port to port of a root complex: ways with it are 340 to 385 longer, of which one more switch takes 100. */
export const ROOT_COMPLEX_NS = 250;
/** From a request to what a device answers or does with it. An assumption. */
export const ENDPOINT_NS = 120;
/** Round trip of a read of 64 bytes that the last-level cache holds, Xeon E5 v1 to v4, as the card saw it. */
export const MEMORY_READ_NS = 440;
/** What DRAM adds to that. */
export const DRAM_NS = 50;
/** One way: QPI adds 107 to a round trip. */
export const SOCKET_NS = 54;
/** One way on AMD: 270 more on Turin. */
export const SOCKET_AMD_NS = 270;
/** What reads take longer while many are under way: 512 instead of 440 with 32 of them. */
export const QUEUE_NS = 72;
/**
 * A processor's load from the BAR of a card, there and back: 860 to 1700 were seen; this is their middle
 * as a ratio.
 */
export const CPU_LOAD_NS = 1210;
/** Transmitter, wire and receiver of a link: an assumption. */
export const WIRE_NS = 20;

export const MEMORY_READ_SOURCE: FigureSource = {
  title: 'pcie-bench, raw data: reads of 64 bytes of host memory by an NFP-6000',
  url: 'https://github.com/pcie-bench/data',
  quality: 'measured',
};
export const CPU_LOAD_SOURCE: FigureSource = {
  title: 'gdrcopy, README: a load of at most 16 bytes from a GPU’s BAR takes 0.86 to 1.7 µs',
  url: 'https://github.com/NVIDIA/gdrcopy/blob/master/README.md',
  quality: 'measured',
};
