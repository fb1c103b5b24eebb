import type { MappingReport } from '../../engine/mapping/mappingReport.ts';
import { errnoWords, SPACE_WORDS } from '../../layout/mapping/mappingWords.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { MappingWay } from './mappingWays.ts';

/** What stands beside a way: a line, and one below it where there is more to say. */
export interface WayWords {
  readonly letter: string;
  readonly title: string;
  readonly why: string | null;
}

/** What most ways name: more entries are counted. */
const MOST_PIECES = 4;

/** Numbers of entries as people read them, from 1 on: `1, 2, 4`, `1–12, 15`, `1–3, 7 … (40 entries)`. */
export function entryNumbers(entries: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && run.last + 1 === entry) run.last = entry;
    else runs.push({ first: entry, last: entry });
  }
  const pieces = runs.flatMap(({ first, last }) => {
    if (last - first < 2) {
      return Array.from({ length: last - first + 1 }, (_, index) => `${first + index + 1}`);
    }
    return [`${first + 1}–${last + 1}`];
  });
  if (pieces.length <= MOST_PIECES + 1) return pieces.join(', ');
  const count = entries.length.toLocaleString('en');
  return `${pieces.slice(0, MOST_PIECES).join(', ')} … (${count} entries)`;
}

/** `1, 2, 4, 5 → RAM by IOVA`, and what is wrong with that. */
export function wayWords(
  way: MappingWay,
  report: MappingReport,
  nameOf: (id: FunctionId) => string,
): WayWords {
  const numbers = entryNumbers(way.entries);
  const target = targetName(way.target, nameOf);
  const letter = way.space === null ? '' : SPACE_WORDS[way.space].letter;
  if (way.space === null) {
    const { errno, failedAt, returns } = report.mapping;
    const which = failedAt === null ? 'The list never leaves' : `${numbers} never leaves`;
    const caller = returns === 'zero' ? ', the caller sees 0' : '';
    return { letter, title: `${which}: ${errnoWords(errno)}${caller}`, why: wholeList(failedAt) };
  }
  if (way.space === 'VADDR') {
    return {
      letter,
      title: `${numbers} never leave${way.entries.length === 1 ? 's' : ''} the CPU`,
      why: 'kernel addresses: no device can use them',
    };
  }
  const isWritten = report.addresses[way.outputs[0] ?? -1] !== null;
  if (!isWritten) {
    return {
      letter: '',
      title: `${numbers} → no address`,
      why: 'success, and nothing was written',
    };
  }
  if (way.space === 'SWIOTLB') {
    return {
      letter,
      title: `${numbers} → bounce buffer in RAM`,
      why: way.target === 'ram' ? 'a copy of the pages' : `a copy of ${target}`,
    };
  }
  const by = way.space === 'PHYS' ? 'physical address' : SPACE_WORDS[way.space].words;
  switch (way.fate) {
    case 'faults':
      return { letter, title: `${numbers} by ${by}: IOMMU fault`, why: `meant for ${target}` };
    case 'misses':
      return { letter, title: `${numbers} misses ${target}`, why: `by ${by}` };
    case 'unusable':
      return { letter, title: `${numbers} by ${by}: not sent`, why: `meant for ${target}` };
    case 'unknown':
      return {
        letter,
        title: `${numbers} → ${target} by ${by}`,
        why: 'not certain',
      };
    default:
      return { letter, title: `${numbers} → ${target} by ${by}`, why: null };
  }
}

function targetName(target: MappingWay['target'], nameOf: (id: FunctionId) => string): string {
  if (target === 'several') return 'RAM and peers';
  return target === 'ram' ? 'RAM' : nameOf(target);
}

function wholeList(failedAt: number | null): string | null {
  return failedAt === null ? null : 'nor does the rest of its list';
}
