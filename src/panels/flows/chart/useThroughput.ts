import type { ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import type { FlowsBeside } from '../../../store/flowsView.ts';
import { usePeerlane } from '../../../store/peerlane.ts';

/** The last answer, and whether it is about the document and the options as they are now. */
export interface Answered {
  readonly report: ThroughputReport | null;
  readonly isStale: boolean;
}

export function useThroughput(): Answered {
  const revision = usePeerlane((state) => state.document?.revision);
  const options = usePeerlane((state) => state.flows.options);
  const answer = usePeerlane((state) => state.throughput);
  return {
    report: answer?.report ?? null,
    isStale: answer?.revision !== revision || answer?.options !== options,
  };
}

/** The same of what is held beside it. */
export function useThroughputBeside(): Answered {
  const revision = usePeerlane((state) => state.document?.revision);
  const beside = usePeerlane((state) => state.flows.beside);
  const answer = usePeerlane((state) => state.throughputBeside);
  return {
    report: beside === null ? null : (answer?.report ?? null),
    isStale: answer?.revision !== revision || !isSame(answer?.beside ?? null, beside),
  };
}

/** Whatever either of them is called: who asks for the same once more has the answer already. */
function isSame(one: FlowsBeside | null, other: FlowsBeside | null): boolean {
  const asked = (each: FlowsBeside | null) =>
    each && JSON.stringify([each.conditions, each.options]);
  return one === other || asked(one) === asked(other);
}
