import { analyze } from '../../analyze.ts';
import { machineOf } from '../flows.testkit.ts';
import { type PlanContext, planContext } from '../plan/planContext.ts';
import { planStreams } from '../planStreams.ts';
import type { StreamPlan, StreamSizes } from '../streamPlan.ts';
import { type ThroughputOptions, USUAL_THROUGHPUT } from '../throughputOptions.ts';
import type { FlowLimit } from '../throughputReport.ts';
import { ownLimitsOf } from './ownLimitsOf.ts';
import { sizesOf } from './sizesOf.ts';

/** One socket without an IOMMU, a switch with two GPUs, a drive and a NIC at ports of their own. */
export const SMALL_RIG = `machine "small rig"
cpu GenuineIntel:6
iommu none
socket 0
  host h0
    rp0: port gen5 x16 mps=256
      sw0: switch pex89104 mps=256
        gpu0: gpu gen5 x16 mps=256 mrrs=512 tags=256
        gpu1: gpu gen5 x16 mps=256 mrrs=512 tags=256
    rp1: port gen4 x4 mps=256
      nvme0: nvme gen4 x4 mps=256 mrrs=512 tags=256
    rp2: port gen5 x16 mps=256
      nic0: nic gen5 x16 mps=256 mrrs=512 tags=32
`;

/** A planned stream with all that its limits are computed from. */
export interface PlannedStream {
  readonly context: PlanContext;
  readonly plan: StreamPlan;
  readonly sizes: StreamSizes;
  readonly limits: readonly FlowLimit[];
}

/** The streams of a machine from text. */
export function plannedStreams(
  text: string,
  changes: Partial<ThroughputOptions> = {},
): readonly PlannedStream[] {
  const options = { ...USUAL_THROUGHPUT, ...changes };
  const { context, streams } = planStreams(analyze(machineOf(text)), options);
  return streams.map((plan) => {
    const sizes = sizesOf(context, plan);
    return { context, plan, sizes, limits: ownLimitsOf(plan, sizes, context) };
  });
}

/** The only stream of one flow added to the small rig, or to another machine. */
export function plannedStream(
  flow: string,
  changes: Partial<ThroughputOptions> = {},
  machine = SMALL_RIG,
): PlannedStream {
  const [first, second] = plannedStreams(`${machine}\nflow ${flow}\n`, changes);
  if (!first || second) throw new Error(`"${flow}" is not one stream`);
  return first;
}

/** The context that limits are computed in, of a machine from text. */
export function contextOf(text: string, changes: Partial<ThroughputOptions> = {}): PlanContext {
  return planContext(analyze(machineOf(text)), { ...USUAL_THROUGHPUT, ...changes });
}

/** A limit by its kind. Throws where the stream has none. */
export function limitNamed({ limits }: PlannedStream, kind: FlowLimit['kind']): FlowLimit {
  const found = limits.find((limit) => limit.kind === kind);
  if (!found) throw new Error(`no ${kind} among ${limits.map((limit) => limit.kind).join(', ')}`);
  return found;
}
