import type { AddressSpace } from './mappingShown.ts';

/** What a space is called: the letter of its tag, in words, and what that means. */
export const SPACE_WORDS: Readonly<
  Record<
    AddressSpace,
    { readonly letter: string; readonly words: string; readonly meaning: string }
  >
> = {
  IOVA: { letter: 'I', words: 'IOVA', meaning: 'an address that the IOMMU translates' },
  BUS: {
    letter: 'B',
    words: 'bus address',
    meaning: 'peer memory where it is on the bus; no IOMMU has a part in it',
  },
  PHYS: { letter: 'P', words: 'physical', meaning: "the CPU's physical address" },
  VADDR: {
    letter: 'V',
    words: 'kernel virtual',
    meaning: 'a pointer of the kernel, which no device can use',
  },
  SWIOTLB: { letter: 'S', words: 'bounce buffer', meaning: 'a copy of the memory, below the mask' },
};

/** Defects, as short as a badge. */
const DEFECT_WORDS: Readonly<Record<string, string>> = {
  unwritten: 'address not written',
  'first-entry-length': 'the first entry’s length',
  'length-unset': 'length not written',
  'wrapped-maximum': 'longer: the test wrapped',
  'over-maximum': 'over the maximum alone',
  'wrong-sign': 'offset with wrong sign',
  'first-offset': 'first provider’s offset',
  'raw-physical': 'raw: not translated',
  'as-ram': 'peer mapped as RAM',
  'copied-peer': 'a copy of peer memory',
  'no-kernel-address': 'no kernel address',
};

export function defectWords(defect: string): string {
  return DEFECT_WORDS[defect] ?? defect;
}

/** What becomes of requests, where it is not what the list meant. */
const FATE_WORDS: Readonly<Record<string, string>> = {
  misses: 'misses its target',
  faults: 'refused by the IOMMU',
  unusable: 'nothing is sent by it',
};

export function fateWords(fate: string): string | null {
  return FATE_WORDS[fate] ?? null;
}

/** Reasons that hold for the list as a whole: said once. */
export const REASONS_OF_ALL: ReadonlySet<string> = new Set([
  'no-iommu',
  'not-mapped',
  'private-ops',
  'virtual',
  'untrusted',
  'first-page',
  'shim',
]);

const REASON_WORDS: Readonly<Record<string, string>> = {
  first: '',
  'no-iommu': 'not translated, nothing joins',
  'not-mapped': 'nobody maps yet, nothing joins',
  'private-ops': 'these operations join nothing',
  virtual: 'one pointer for each entry',
  bus: 'a bus address stands alone',
  'after-bus': 'a bus address came between',
  'after-module': 'a raw address came between',
  'offset-start': 'begins within a page',
  'short-end': 'the one before ended short',
  untrusted: 'untrusted: one by one',
  'first-page': 'goes as the first page goes',
  shim: 'injected operations: one by one',
};

/** Why an output begins; nothing of the first. */
export function reasonWords(
  why: string,
  device: { readonly maxSegment: number; readonly boundary: number },
): string {
  const words = REASON_WORDS[why];
  if (words !== undefined) return words;
  const boundary = lengthWords(device.boundary + 1);
  if (why === 'boundary') return `on the ${boundary} boundary`;
  if (why === 'boundary-pad') return `padded up to ${boundary} boundary`;
  if (why === 'max-segment') return `${lengthWords(device.maxSegment)} maximum`;
  if (why === 'whole-entry') return `whole entry, ${lengthWords(device.maxSegment)} maximum`;
  return why;
}

const UNITS = ['GiB', 'MiB', 'KiB'] as const;
/** More of a unit than that are no easier to read than the number: 2 GiB less a page. */
const MOST = 65_536;

/** `8 KiB` where that is exact, `0xe00` where it is not: nothing is rounded. */
export function lengthWords(bytes: number): string {
  if (bytes === 0) return '0';
  let size = 2 ** 30;
  for (const unit of UNITS) {
    if (bytes >= size && bytes % size === 0 && bytes / size < MOST)
      return `${bytes / size} ${unit}`;
    size /= 1024;
  }
  return `0x${bytes.toString(16)}`;
}

/** An address in fours, without prefix: `38 0000 0000`. */
export function addressWords(address: string | number): string {
  const digits =
    typeof address === 'string'
      ? address.replace(/^0x/, '')
      : BigInt.asUintN(64, BigInt(address)).toString(16);
  const wide = digits.length <= 8 ? digits.padStart(8, '0') : digits;
  return wide.replace(/(?<=.)(?=(?:.{4})+$)/g, ' ');
}

/** The errors a mapping gives, by name. */
const ERRORS: Readonly<Record<number, string>> = {
  [-5]: '-EIO',
  [-12]: '-ENOMEM',
  [-22]: '-EINVAL',
  [-121]: '-EREMOTEIO',
};

export function errnoWords(errno: number): string {
  return ERRORS[errno] ?? String(errno);
}

export function counted(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `100,000` */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
