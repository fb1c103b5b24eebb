import type { MappingReport, PageRun } from '../../../engine/mapping/mappingReport.ts';
import type { ShownPages } from '../../../layout/iommu/layOutPageTable.ts';
import { entriesOfRun } from './entriesOfRun.ts';

/** Pages of the drawing, or of the table: the latter's addresses are texts. */
export type PagesAsked = Pick<ShownPages, 'pageSize' | 'pages' | 'entry'> &
  Pick<ShownPages | PageRun, 'iova'>;

/** Whose memory a run of pages leads to, and of which entries of the list. */
export function leadsTo(
  run: PagesAsked,
  report: Pick<MappingReport, 'entries' | 'mapping'>,
  nameOf: (id: string) => string,
): { readonly text: string; readonly isPeer: boolean } {
  const one = report.entries[run.entry];
  const isPeer = one?.kind === 'peer';
  const whose = isPeer && one.provider !== null ? nameOf(one.provider) : 'RAM';
  const { first, last } = entriesOfRun(run, report.entries, report.mapping.maps);
  const which = last > first ? `entries ${first + 1}–${last + 1}` : `entry ${first + 1}`;
  return { text: `${whose}, ${which}`, isPeer };
}
