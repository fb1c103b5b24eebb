import { type CsvCell, csvText } from '../export/csv.ts';
import type { ComparedSection } from './comparedRows.ts';

const UNITS: Readonly<Record<ComparedSection['id'], string>> = {
  flows: 'bytes_per_second',
  groups: 'makespan_us',
  links: 'utilisation',
};

/** Both answers figure by figure, under the names that each of them has. */
export function compareCsv(
  sections: readonly ComparedSection[],
  names: readonly [string, string],
): string {
  const header = [
    'what',
    'title',
    'unit',
    'first',
    'second',
    'first_under',
    'second_under',
    'first_limit',
    'second_limit',
  ];
  const rows = sections.flatMap(({ id, rows }) =>
    rows.map(({ title, first, second, limits }): readonly CsvCell[] => [
      id.replace(/s$/, ''),
      title,
      UNITS[id],
      first ?? null,
      second ?? null,
      ...names,
      ...limits,
    ]),
  );
  return csvText([header, ...rows]);
}
