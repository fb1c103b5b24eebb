import type { ThroughputReport } from '../engine/flows/throughputReport.ts';
import type { FlowId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Flow, FlowGroup } from '../model/workload.ts';
import type { FlowsView } from './flowsView.ts';

/** What is looked at: a flow of the document, a group, or a flow that a group consists of. */
export type FlowInSight =
  | { readonly kind: 'flow'; readonly id: FlowId; readonly flow: Flow }
  | { readonly kind: 'group'; readonly id: FlowId; readonly group: FlowGroup }
  | { readonly kind: 'member'; readonly id: FlowId; readonly group: FlowGroup };

/**
 * The flow or group that was chosen, else the first of the document. Members of groups are known by what
 * the engine said last.
 */
export function flowInSight(
  machine: Machine | null | undefined,
  { flow: wanted }: Pick<FlowsView, 'flow'>,
  report: ThroughputReport | null,
): FlowInSight | null {
  if (!machine) return null;
  const { flows, groups } = machine.workload;
  const ofGroup = (id: FlowId | null): FlowInSight | null => {
    const group = groups.find((each) => each.id === id);
    return group ? { kind: 'group', id: group.id, group } : null;
  };
  const ofFlow = (flow: Flow | undefined): FlowInSight | null =>
    flow ? { kind: 'flow', id: flow.id, flow } : null;
  if (wanted !== null) {
    const own = ofFlow(flows.find(({ id }) => id === wanted)) ?? ofGroup(wanted);
    if (own) return own;
    const member = report?.flows.find(({ id }) => id === wanted);
    const group = groups.find(({ id }) => id === member?.group);
    if (member && group) return { kind: 'member', id: wanted, group };
  }
  return ofFlow(flows[0]) ?? ofGroup(groups[0]?.id ?? null);
}

/** The flow that charts over sizes are about; of a group the slowest of its members. */
export function flowOfCurves(
  machine: Machine | null | undefined,
  view: Pick<FlowsView, 'flow'>,
  report: ThroughputReport | null,
): FlowId | null {
  const seen = flowInSight(machine, view, report);
  if (seen?.kind !== 'group') return seen?.id ?? null;
  const members = report?.flows.filter(({ group }) => group === seen.id) ?? [];
  const rates = members.map(({ bytesPerSecond }) => bytesPerSecond ?? Number.POSITIVE_INFINITY);
  return members[rates.indexOf(Math.min(...rates))]?.id ?? null;
}
