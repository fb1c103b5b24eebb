import type { Unknown } from '../base/unknown.ts';

/**
 * How a figure is known. `specification` and `kernel` hold for all parts of a kind; `datasheet` is
 * what the maker states; `ids` the public list of PCI ids; `measured` and `report` what others saw
 * on machines; `emulator` what QEMU's model of the part does; `convention` what we chose where any
 * choice would do, such as the size of a part that comes in all sizes.
 */
export const QUALITIES = [
  'specification',
  'kernel',
  'datasheet',
  'ids',
  'measured',
  'report',
  'emulator',
  'convention',
] as const;
export type Quality = (typeof QUALITIES)[number];

/** Where a figure comes from: words a reader can look up, and an address where there is one. */
export interface Source {
  readonly title: string;
  /** `https://…`, or `null` for a printed or unaddressed source (a specification's section). */
  readonly url: string | null;
  readonly quality: Quality;
  /**
   * Rows of the table of public throughput measurements that the figure was taken from, by their ids:
   * a prediction that rests on the figure is no evidence for these rows.
   */
  readonly rows?: readonly string[];
}

/** A figure of a part with its source; where nothing was found it is unknown, and says so. */
export type Figure<T> =
  | { readonly value: T; readonly source: Source }
  | { readonly value: Unknown; readonly source: null };

export const UNKNOWN_FIGURE: Figure<never> = { value: 'unknown', source: null };
