import type { Draft } from 'immer';
import type { Machine } from '../model/machine.ts';
import type { Scatterlist } from '../model/workload.ts';
import type { EditRow } from './editTable.ts';
import { partNamed } from './partNamed.ts';

/** Scatterlists of a document, and what drivers told of a device's DMA. */

const nameOf = ({ label, id }: Pick<Scatterlist, 'label' | 'id'>): string => label ?? id;

function place({ workload }: Machine | Draft<Machine>, id: Scatterlist['id']): number {
  const found = workload.scatterlists.findIndex((list) => list.id === id);
  if (found < 0) throw new RangeError(`no scatterlist ${id}`);
  return found;
}

const named = (machine: Machine, id: Scatterlist['id']): string => {
  const list = machine.workload.scatterlists.find((each) => each.id === id);
  return list ? nameOf(list) : id;
};

export const listAdd: EditRow<'list-add'> = {
  title: ({ list }) => `new scatterlist ${nameOf(list)}`,
  apply: (draft, { list, at }) => {
    draft.workload.scatterlists.splice(at, 0, structuredClone(list) as Draft<Scatterlist>);
  },
};

export const listRemove: EditRow<'list-remove'> = {
  title: ({ id }, machine) => `remove scatterlist ${named(machine, id)}`,
  // Flows from it or to it have nothing to move any more.
  apply: (draft, { id }) => {
    const { workload } = draft;
    const isIt = (end: { readonly kind: string; readonly id?: unknown }) =>
      end.kind === 'scatterlist' && end.id === id;
    workload.scatterlists.splice(place(draft, id), 1);
    const isNamed = workload.flows.some(({ from, to }) => isIt(from) || isIt(to));
    if (isNamed) workload.flows = workload.flows.filter(({ from, to }) => !isIt(from) && !isIt(to));
    for (const group of workload.groups.filter(({ members }) => members.some(isIt))) {
      group.members = group.members.filter((member) => !isIt(member));
    }
    for (const group of workload.groups)
      if (group.through && isIt(group.through)) delete group.through;
    if (workload.groups.some(({ members }) => members.length < 2)) {
      workload.groups = workload.groups.filter(({ members }) => members.length >= 2);
    }
  },
};

export const listEntries: EditRow<'list-entries'> = {
  title: ({ id, title }, machine) => `${title} in ${named(machine, id)}`,
  apply: (draft, { id, entries }) => {
    const list = draft.workload.scatterlists[place(draft, id)];
    if (list) list.entries = structuredClone(entries) as Draft<Scatterlist>['entries'];
  },
};

export const listClient: EditRow<'list-client'> = {
  title: ({ id, client }, machine) => `${named(machine, id)} is for ${partNamed(machine, client)}`,
  apply: (draft, { id, client }) => {
    const list = draft.workload.scatterlists[place(draft, id)];
    if (list) list.client = client;
  },
};

export const listLabel: EditRow<'list-label'> = {
  title: ({ id, label }, machine) => `call ${named(machine, id)} “${label ?? ''}”`,
  apply: (draft, { id, label }) => {
    const list = draft.workload.scatterlists[place(draft, id)];
    if (list) list.label = label;
  },
};

export const dmaLimits: EditRow<'dma-limits'> = {
  title: ({ about }, machine) => `DMA limits of ${partNamed(machine, about)}`,
  apply: (draft, { about, limits, untrusted }) => {
    const fn = draft.functions.find(({ id }) => id === about);
    if (!fn) throw new RangeError(`no function ${about}`);
    if (limits !== undefined) fn.dma = limits as typeof fn.dma;
    if (untrusted !== undefined) fn.untrusted = untrusted;
  },
};
