import type { ConditionRequest } from '../engine/kernel/conditions.ts';
import { type MappingOptions, USUAL_MAPPING } from '../engine/mapping/mappingOptions.ts';
import type { MappingReport } from '../engine/mapping/mappingReport.ts';
import type { ScatterlistId } from '../model/ids.ts';

/** Conditions and options to hold beside those of the document. */
export interface MappedBeside {
  /** `Linux 5.10`, `IOMMU off`. */
  readonly title: string;
  readonly conditions: Partial<ConditionRequest>;
  readonly options: MappingOptions;
}

/** What the mapping panel looks at; no part of the document. */
export interface MappingView {
  /** The list that is shown; `null`: the first one there is. */
  readonly list: ScatterlistId | null;
  readonly options: MappingOptions;
  /** Index into the report's steps: how far the algorithm has come; `null`: all of it. */
  readonly step: number | null;
  /** The output that is pointed at; lit on the sheet as well. */
  readonly output: number | null;
  /** The input entry that is pointed at. */
  readonly entry: number | null;
  readonly beside: MappedBeside | null;
}

/** What the engine made of a list. Compare `revision` and `about` before it is shown as valid. */
export interface MappedList {
  readonly revision: number;
  readonly list: ScatterlistId;
  readonly options: MappingOptions;
  readonly report: MappingReport;
}

export const NO_MAPPING: MappingView = {
  list: null,
  options: USUAL_MAPPING,
  step: null,
  output: null,
  entry: null,
  beside: null,
};
