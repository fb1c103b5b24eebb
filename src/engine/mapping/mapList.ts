import type { Scatterlist } from '../../model/workload.ts';
import type { Analysis } from '../analyze.ts';
import type { ConditionRequest } from '../kernel/conditions.ts';
import type { MappingOptions } from './mappingOptions.ts';
import type { MappingReport } from './mappingReport.ts';

/** What is asked of a list. */
export interface ListQuestion {
  readonly list: Pick<Scatterlist, 'client' | 'entries'>;
  readonly options: MappingOptions;
  /** Other conditions than the machine's own. */
  readonly conditions: Partial<ConditionRequest>;
}

/** Maps a list of the machine for its client, and says why it comes out so. */
export function mapList(_analysis: Analysis, _question: ListQuestion): MappingReport {
  throw new Error('not built yet');
}
