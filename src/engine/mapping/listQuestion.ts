import type { Scatterlist } from '../../model/workload.ts';
import type { ConditionRequest } from '../kernel/conditions.ts';
import type { MappingOptions } from './mappingOptions.ts';

/** What is asked of a list. */
export interface ListQuestion {
  readonly list: Pick<Scatterlist, 'client' | 'entries'>;
  readonly options: MappingOptions;
  /** Other conditions than the machine's own. */
  readonly conditions: Partial<ConditionRequest>;
}
