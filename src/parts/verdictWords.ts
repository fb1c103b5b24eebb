import { OUTCOME } from '../engine/p2pdma/outcome.ts';
import type { MapType } from '../engine/report.ts';

/** What a row of the table says: one of the kernel's map types, or that the input leaves it open. */
export type VerdictKind = MapType | 'unknown';

export const VERDICT_KINDS: readonly VerdictKind[] = [
  'BUS_ADDR',
  'THRU_HOST_BRIDGE',
  'NOT_SUPPORTED',
  'unknown',
];

interface VerdictWords {
  /** In the table and as a heading. */
  readonly title: string;
  /** Behind a count: "4 through the host bridge". */
  readonly counted: string;
  /** What it means for a transfer, in one sentence. */
  readonly meaning: string;
}

export const VERDICT_WORDS: Readonly<Record<VerdictKind, VerdictWords>> = {
  BUS_ADDR: {
    title: 'Direct',
    counted: 'direct',
    meaning: 'Transfers turn round below the host bridge and never reach the CPU.',
  },
  THRU_HOST_BRIDGE: {
    title: 'Via host bridge',
    counted: 'through the host bridge',
    meaning:
      'Transfers go up into the root complex and down again; Linux trusts it to forward them.',
  },
  NOT_SUPPORTED: {
    title: 'Refused',
    counted: 'refused',
    meaning:
      'Linux does not map the memory for this client: data goes through main memory instead.',
  },
  unknown: {
    title: 'Unknown',
    counted: 'unknown',
    meaning: 'The input hides something that decides; every outcome it leaves open is listed.',
  },
};

/** The verdict behind a set of outcome bits: more than one possible outcome is "unknown". */
export function kindOfBits(possible: number): VerdictKind {
  switch (possible) {
    case OUTCOME.BUS_ADDR:
      return 'BUS_ADDR';
    case OUTCOME.THRU_HOST_BRIDGE:
      return 'THRU_HOST_BRIDGE';
    case OUTCOME.NOT_SUPPORTED:
      return 'NOT_SUPPORTED';
    default:
      return 'unknown';
  }
}

export type VerdictCounts = Readonly<Record<VerdictKind, number>>;

/** "12 pairs direct, 4 through the host bridge, 20 refused, 0 unknown" */
export function countsSentence(counts: VerdictCounts): string {
  return VERDICT_KINDS.map((kind, index) => {
    const count = counts[kind];
    const pairs = index > 0 ? '' : count === 1 ? ' pair' : ' pairs';
    return `${formatCount(count)}${pairs} ${VERDICT_WORDS[kind].counted}`;
  }).join(', ');
}

const COUNT = new Intl.NumberFormat('en');

/** `1,234`: the page is written in English, so are its numbers. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}
