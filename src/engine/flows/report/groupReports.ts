import type { FlowGroup } from '../../../model/workload.ts';
import { finishTogether } from '../../throughput/finishTogether.ts';
import type { PlannedFlow } from '../plan/groupFlows.ts';
import type { FlowReport, GroupReport } from '../throughputReport.ts';
import { chainLimits } from './chainLimits.ts';
import type { Composing } from './composing.ts';

/** Transfers whose size nobody says: long ones. */
const LONG_TRANSFER = 2 ** 30;

/** How long the transfers of each group take that begin together, beside all other flows. */
export function groupReports(
  composing: Composing,
  groups: readonly FlowGroup[],
  planned: readonly PlannedFlow[],
  flows: readonly FlowReport[],
): readonly GroupReport[] {
  return groups.map((group): GroupReport => {
    const members = planned.filter((each) => each.group === group.id).map(({ flow }) => flow.id);
    const ids = new Set(members);
    const { states, fluid } = composing.network;
    const mine = states.filter(({ plan }) => ids.has(plan.flow));
    const chains = [...new Set(mine.flatMap(({ chain }) => (chain === null ? [] : [chain])))];
    const sizeBytes = group.sizeBytes ?? LONG_TRANSFER;
    const isIn = new Set(chains);
    const finish = finishTogether(
      fluid,
      fluid.streams.map((_, chain) => (isIn.has(chain) ? sizeBytes : null)),
    );
    const isTimed = Number.isFinite(finish.makespan) && finish.makespan > 0;
    const last = chains.toSorted(
      (a, b) => (finish.finishedAt[b] ?? 0) - (finish.finishedAt[a] ?? 0),
    )[0];
    const steady = chains.reduce((sum, each) => sum + (composing.solution.rates[each] ?? 0), 0);
    const isPipeline = group.pattern === 'nvme-of';
    const together = isTimed ? (chains.length * sizeBytes) / finish.makespan : null;
    const steadyOrNull = Number.isFinite(steady) ? steady : null;
    const refused = flows.filter(({ id, limit }) => ids.has(id) && limit?.kind === 'refused');
    return {
      id: group.id,
      title: group.label ?? group.id,
      pattern: group.pattern,
      flows: members,
      sizeBytes,
      bytesPerSecond: isPipeline ? steadyOrNull : together,
      steadyBytesPerSecond: steadyOrNull,
      makespanUs: isTimed ? finish.makespan * 1e6 : null,
      limit: last === undefined ? null : chainLimits(composing, last).limit,
      remarks:
        refused.length === 0
          ? []
          : [
              `${refused.length} of its ${members.length} flows are refused; the figures are those of the others.`,
            ],
    };
  });
}
