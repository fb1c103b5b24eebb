import type { PairTable } from '../engine/analyze.ts';
import type { Check } from '../engine/check/check.ts';
import type { AcsBoot, Conditions, Explanation, FabricComparison } from '../engine/report.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Isolation, Pair } from '../worker/protocol.ts';

/** What the engine said of a revision. */
export interface Results {
  readonly revision: number;
  readonly conditions: Conditions;
  readonly table: PairTable;
  /** Row and column of each listed function. */
  readonly placeOf: ReadonlyMap<FunctionId, number>;
  readonly checks: readonly Check[];
  /** What became of the ACS control words at boot; `machineAsRun` puts them into the machine. */
  readonly boot: AcsBoot;
  readonly workMs: number;
}

export interface ExplainedPair {
  readonly revision: number;
  readonly explanation: Explanation;
}

/** IOMMU groups and effective ACS of a revision. */
export interface Isolated extends Isolation {
  readonly revision: number;
}

/** What the fabric does with the chosen pair's requests. */
export interface ComparedPair {
  readonly revision: number;
  readonly pair: Pair;
  readonly comparison: FabricComparison;
}
