import type { FlowId } from '../../model/ids.ts';
import type { Workload } from '../../model/workload.ts';

/** Flows and groups as the input calls them; by id where it has no name for them, or one for several. */
export type FlowNames = (id: FlowId) => string;

export function flowNames({ flows, groups }: Workload): FlowNames {
  const ids = new Map<string, FlowId[]>();
  for (const { id, label } of [...flows, ...groups]) {
    for (const name of new Set([id, label ?? id])) {
      ids.set(name, [...(ids.get(name) ?? []), id]);
    }
  }
  const names = new Map<FlowId, string>();
  for (const { id, label } of [...flows, ...groups]) {
    names.set(id, label !== null && ids.get(label)?.length === 1 ? label : id);
  }
  return (id) => {
    const name = names.get(id);
    if (name !== undefined) return name;
    // Members of a group are numbered: `group1/3`.
    const group = names.get(id.slice(0, Math.max(0, id.lastIndexOf('/'))) as FlowId);
    return group === undefined ? id : `${group}${id.slice(id.lastIndexOf('/'))}`;
  };
}
