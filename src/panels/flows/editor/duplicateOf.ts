import type { Machine } from '../../../model/machine.ts';
import type { Edit } from '../../../store/edit.ts';
import type { FlowInSight } from '../../../store/flowInSight.ts';
import { newFlow, newGroup } from '../../../store/newFlow.ts';

/** The same once more, right behind it, with a name of its own; of a member the whole group. */
export function duplicateOf(machine: Machine, seen: FlowInSight): Edit {
  const { flows, groups } = machine.workload;
  if (seen.kind === 'flow') {
    const { id, label, ...flow } = seen.flow;
    const at = flows.findIndex((each) => each.id === id) + 1;
    const wish = label !== null && !/^f\d+$/.test(label) ? label : null;
    return { kind: 'flow-add', flow: newFlow(machine, flow, wish), at };
  }
  const { id, label, ...group } = seen.group;
  const at = groups.findIndex((each) => each.id === id) + 1;
  return { kind: 'flow-group-add', group: newGroup(machine, group, label ?? id), at };
}
