import { type ThroughputOptions, USUAL_THROUGHPUT } from '../engine/flows/throughputOptions.ts';
import type { FlowCurves, ThroughputReport } from '../engine/flows/throughputReport.ts';
import type { ConditionRequest } from '../engine/kernel/conditions.ts';
import type { FlowId } from '../model/ids.ts';
import type { FlowEnd } from '../model/workload.ts';

/** The sides from which throughput is looked at. */
export const FLOWS_SIDES = ['flow', 'links', 'sweep', 'roofline', 'what-if', 'compare'] as const;
export type FlowsSide = (typeof FLOWS_SIDES)[number];

/** Conditions and options to hold beside those of the document. */
export interface FlowsBeside {
  /** `ACS redirect on`, `Linux 5.10`. */
  readonly title: string;
  readonly conditions: Partial<ConditionRequest>;
  readonly options: ThroughputOptions;
}

/** An answer that was kept, of this machine as it was or of another one, to hold others beside it. */
export interface PinnedThroughput {
  /** The machine's name and under what it was computed. */
  readonly title: string;
  readonly report: ThroughputReport;
}

/** What the flows panel looks at; no part of the document. */
export interface FlowsView {
  /** The flow or group that is shown; `null`: the first one there is. */
  readonly flow: FlowId | null;
  readonly side: FlowsSide;
  readonly options: ThroughputOptions;
  readonly beside: FlowsBeside | null;
  readonly pinned: PinnedThroughput | null;
  /** The link that is pointed at, by its index in the report. */
  readonly link: number | null;
}

export const NO_FLOWS: FlowsView = {
  flow: null,
  side: 'flow',
  options: USUAL_THROUGHPUT,
  beside: null,
  pinned: null,
  link: null,
};

/** What the engine said of all flows. Compare `revision` and `options` before it is shown as valid. */
export interface ThroughputAnswer {
  readonly revision: number;
  readonly options: ThroughputOptions;
  /** `null`: under the document's own conditions. */
  readonly beside: FlowsBeside | null;
  readonly report: ThroughputReport;
}

export interface CurvesAnswer {
  readonly revision: number;
  readonly options: ThroughputOptions;
  readonly flow: FlowId;
  readonly curves: FlowCurves | null;
}

/** A flow that is being drawn on the sheet, by hand or by keys. It ends with a drop or Escape. */
export interface FlowDrawing {
  /** Where it begins; `null`: not said yet, the next part pressed is it. */
  readonly from: FlowEnd | null;
  /** Where it would end now; `null`: nowhere. */
  readonly aim: FlowEnd | null;
  readonly by: 'pointer' | 'keys';
  /** Data go against the line: what it begins at reads. Left out: they go along it. */
  readonly isBack?: boolean;
}

/** Is an answer older than what is looked at, or computed with other options? */
export function isThroughputStale({
  document,
  flows,
  throughput,
}: {
  readonly document: { readonly revision: number } | null;
  readonly flows: Pick<FlowsView, 'options'>;
  readonly throughput: {
    readonly revision: number;
    readonly options: FlowsView['options'];
  } | null;
}): boolean {
  return throughput?.revision !== document?.revision || throughput?.options !== flows.options;
}
