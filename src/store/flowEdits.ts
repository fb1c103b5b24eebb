import type { Draft } from 'immer';
import type { Machine } from '../model/machine.ts';
import type { Flow, FlowGroup } from '../model/workload.ts';
import type { EditRow } from './editTable.ts';

/** Flows of a document and groups of them. */

const nameOf = ({ label, id }: Pick<Flow | FlowGroup, 'label' | 'id'>): string => label ?? id;

type Kind = 'flows' | 'groups';

function place({ workload }: Machine | Draft<Machine>, kind: Kind, id: Flow['id']): number {
  const found = workload[kind].findIndex((each) => each.id === id);
  if (found < 0) throw new RangeError(`no flow ${id}`);
  return found;
}

const named = ({ workload }: Machine, kind: Kind, id: Flow['id']): string => {
  const all: readonly Pick<Flow | FlowGroup, 'label' | 'id'>[] = workload[kind];
  const found = all.find((each) => each.id === id);
  return found ? nameOf(found) : id;
};

export const flowAdd: EditRow<'flow-add'> = {
  title: ({ flow }) => `new flow ${nameOf(flow)}`,
  apply: (draft, { flow, at }) => {
    draft.workload.flows.splice(at, 0, structuredClone(flow) as Draft<Flow>);
  },
};

export const flowChange: EditRow<'flow-change'> = {
  title: ({ title }) => title,
  apply: (draft, { flow }) => {
    draft.workload.flows[place(draft, 'flows', flow.id)] = structuredClone(flow) as Draft<Flow>;
  },
};

export const flowRemove: EditRow<'flow-remove'> = {
  title: ({ id }, machine) => `remove flow ${named(machine, 'flows', id)}`,
  apply: (draft, { id }) => {
    draft.workload.flows.splice(place(draft, 'flows', id), 1);
  },
};

export const flowGroupAdd: EditRow<'flow-group-add'> = {
  title: ({ group }) => `new group of flows ${nameOf(group)}`,
  apply: (draft, { group, at }) => {
    draft.workload.groups.splice(at, 0, structuredClone(group) as Draft<FlowGroup>);
  },
};

export const flowGroupChange: EditRow<'flow-group-change'> = {
  title: ({ title }) => title,
  apply: (draft, { group }) => {
    const at = place(draft, 'groups', group.id);
    draft.workload.groups[at] = structuredClone(group) as Draft<FlowGroup>;
  },
};

export const flowGroupRemove: EditRow<'flow-group-remove'> = {
  title: ({ id }, machine) => `remove group ${named(machine, 'groups', id)}`,
  apply: (draft, { id }) => {
    draft.workload.groups.splice(place(draft, 'groups', id), 1);
  },
};
