import { freeIds } from '../build/changes/freeIds.ts';
import type { FlowId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { Flow, FlowGroup } from '../model/workload.ts';
import { freeName } from './freeName.ts';

/** What a flow is about; the rest is as usual unless said. */
type Meant = Pick<Flow, 'from' | 'to' | 'operation'> & Partial<Omit<Flow, 'id' | 'label'>>;

/**
 * A flow of its own name, which is its id as well, so that a sketch says all of it: the next of f0, f1, …,
 * or the wish with a number behind it where something else has it.
 */
export function newFlow(machine: Machine, meant: Meant, wish: string | null = null): Flow {
  return {
    by: null,
    bothWays: false,
    sizeBytes: null,
    queueDepth: null,
    rateBytesPerSecond: null,
    ...meant,
    ...named(machine, wish === null ? counted(machine, 'f') : wished(machine, wish)),
  };
}

export function newGroup(
  machine: Machine,
  group: Omit<FlowGroup, 'id' | 'label'>,
  wish: string,
): FlowGroup {
  return { ...group, ...named(machine, wished(machine, wish)) };
}

/** Behind all that the document has. */
export const flowsEnd = ({ workload }: Machine): number => workload.flows.length;
export const groupsEnd = ({ workload }: Machine): number => workload.groups.length;

function named(machine: Machine, label: string): { readonly id: FlowId; readonly label: string } {
  return { id: freeIds(machine)(label) as FlowId, label };
}

function counted(machine: Machine, stem: string): string {
  const isFree = freeName(machine);
  let number = 0;
  while (!isFree(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

function wished(machine: Machine, wish: string): string {
  const isFree = freeName(machine);
  let name = wish;
  for (let number = 2; !isFree(name); number++) name = `${wish}-${number}`;
  return name;
}
