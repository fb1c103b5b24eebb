import type { FlowCurves, FlowReport } from '../../../engine/flows/throughputReport.ts';
import type { FlowId } from '../../../model/ids.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { useThroughput } from './useThroughput.ts';

export interface CurvesInSight {
  /** Flows that can be chosen. */
  readonly flows: readonly FlowReport[];
  /** The one that the curves are of. */
  readonly flow: FlowReport | null;
  readonly curves: FlowCurves | null;
  readonly isStale: boolean;
  /** Bytes of a transfer as it is; `null`: large ones. */
  readonly sizeBytes: number | null;
  readonly words: ReturnType<typeof useThroughput>['report'];
}

/** The flow that is looked at over sizes of its transfers. */
export function useCurves(): CurvesInSight {
  const { report, isStale } = useThroughput();
  const answer = usePeerlane((state) => state.curves);
  const revision = usePeerlane((state) => state.document?.revision);
  const options = usePeerlane((state) => state.flows.options);
  const chosen = usePeerlane((state) => state.flows.flow);
  const workload = usePeerlane((state) => state.document?.machine.workload);
  const flows = report?.flows ?? [];
  const curves = answer?.curves ?? null;
  const flow = flows.find(({ id }) => id === curves?.flow) ?? null;
  const isOther = chosen !== null && chosen !== flow?.id && chosen !== flow?.group;
  return {
    flows,
    flow,
    curves,
    isStale: isStale || isOther || answer?.revision !== revision || answer?.options !== options,
    sizeBytes: sizeOf(workload, flow),
    words: report,
  };
}

function sizeOf(
  workload:
    | {
        readonly flows: readonly { readonly id: FlowId; readonly sizeBytes: number | null }[];
        readonly groups: readonly { readonly id: FlowId; readonly sizeBytes: number | null }[];
      }
    | undefined,
  flow: FlowReport | null,
): number | null {
  if (!workload || !flow) return null;
  const own = workload.flows.find(({ id }) => id === flow.id);
  if (own) return own.sizeBytes;
  return workload.groups.find(({ id }) => id === flow.group)?.sizeBytes ?? null;
}
