import { formatCount } from '../../parts/verdictWords.ts';
import type { Remark, SortedRemarks } from './sortRemarks.ts';

export type ReportGroup = keyof SortedRemarks;
export const REPORT_GROUPS: readonly ReportGroup[] = ['understood', 'guessed', 'ignored', 'look'];

interface GroupWords {
  readonly title: string;
  readonly meaning: string;
  /** Where the group is empty. */
  readonly none: string;
}

export const GROUP_WORDS: Readonly<Record<ReportGroup, GroupWords>> = {
  understood: {
    title: 'Understood',
    meaning: 'What the input says, and was taken over.',
    none: 'Nothing beyond the functions themselves.',
  },
  guessed: {
    title: 'Guessed',
    meaning: 'Settled without proof: by a name, by a default, or one of two that differ.',
    none: 'Nothing was guessed.',
  },
  ignored: {
    title: 'Ignored',
    meaning: 'Left out of the machine.',
    none: 'Nothing was left out.',
  },
  look: {
    title: 'Look at',
    meaning:
      'What the input leaves open or says oddly. What looks wrong on the machine is under Checks.',
    none: 'The input left nothing open.',
  },
};

const MOST_LINES = 4;

/** "line 168", "lines 12, 40 and more"; nothing where no line is meant. */
export function lineWords(remarks: readonly Pick<Remark, 'line'>[]): string {
  const lines = [...new Set(remarks.flatMap(({ line }) => line ?? []))];
  if (lines.length === 0) return '';
  const named = lines.slice(0, MOST_LINES).join(', ');
  const more = lines.length > MOST_LINES ? ' and more' : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${named}${more}`;
}

export function countWords(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
