import type { RamPage } from '../../../model/workload.ts';

interface PageWords {
  /** Of the memory, where RAM stands for ordinary pages. */
  readonly title: string;
  /** What mapping makes of it. */
  readonly help: string;
}

/** Kinds of pages as the editor names them. */
export const PAGE_WORDS: Readonly<Record<RamPage, PageWords>> = {
  'fs-dax': { title: 'DAX file', help: 'mapped like RAM' },
  'device-dax': { title: 'DAX device', help: 'mapped like RAM' },
  highmem: { title: 'high memory', help: 'no kernel address' },
};
