import type { FunctionRecord } from './functionRecord.ts';
import type { DumpEvidence } from './settleFacts.ts';

/** What the dump as a whole was able to show. */
export function dumpEvidence(records: readonly FunctionRecord[]): DumpEvidence {
  return {
    extended: records.some(({ evidence }) => evidence.extended),
    drivers: records.some(({ facts, evidence }) => facts.driver !== undefined || evidence.modules),
    numaNodes: records.some(({ facts }) => facts.numaNode !== undefined),
    iommuGroups: records.some(({ facts }) => facts.iommuGroup !== undefined),
  };
}
