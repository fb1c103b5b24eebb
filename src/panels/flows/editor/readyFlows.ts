import { deviceKind } from '../../../model/deviceKind.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { FlowEnd, FlowGroup } from '../../../model/workload.ts';
import type { Edit } from '../../../store/edit.ts';
import { flowsEnd, groupsEnd, newFlow, newGroup } from '../../../store/newFlow.ts';
import { partNamed } from '../../../store/partNamed.ts';
import { EMPTY_FLOW } from './flowDraft.ts';

/** A flow or a group that this machine has the parts for. */
export interface ReadyFlow {
  readonly id: string;
  readonly title: string;
  /** What it shows. */
  readonly text: string;
  readonly edit: Edit;
}

/** More members are hard to read, and what they show is shown by these. */
const MOST_MEMBERS = 16;

const endOf = (id: FunctionId): FlowEnd => ({ kind: 'function', id });

/** What one asks first of a machine with GPUs, drives and network cards. */
export function readyFlows(machine: Machine): readonly ReadyFlow[] {
  const of = (kind: 'gpu' | 'nvme' | 'nic') => firstFunctions(machine, kind);
  const [gpus, drives, nics] = [of('gpu'), of('nvme'), of('nic')];
  const [gpu, peer] = gpus;
  const [drive] = drives;
  const [nic] = nics;
  const ready: ReadyFlow[] = [];
  if (gpu && peer) {
    ready.push(
      flowOf(machine, 'gpu-pair', gpu, peer, 'One GPU stores into the memory of the next.'),
    );
  }
  if (drive && nic) {
    ready.push(
      flowOf(machine, 'nvme-nic', drive, nic, 'A drive stores straight into the card’s memory.'),
    );
  }
  if (nic && gpu) {
    ready.push(
      flowOf(machine, 'nic-gpu', nic, gpu, 'GPUDirect RDMA: what arrives goes to the GPU.'),
    );
  }
  if (gpus.length > 2) {
    const members = gpus.slice(0, MOST_MEMBERS);
    ready.push(
      groupOf(
        machine,
        'ring',
        `Ring of ${members.length} GPUs`,
        'Each to the next, as rings of collectives do.',
        {
          pattern: 'ring',
          members: members.map(({ id }) => endOf(id)),
        },
      ),
      groupOf(
        machine,
        'all',
        `All-to-all of ${members.length} GPUs`,
        'Each to each; the time until the last is done.',
        {
          pattern: 'all-to-all',
          members: members.map(({ id }) => endOf(id)),
        },
      ),
    );
  }
  if (nic && drive) ready.push(...targets(machine, nic, drives));
  return ready;
}

/** NVMe-oF targets: through the memory buffer of a drive that has one, and through the host's. */
function targets(
  machine: Machine,
  nic: PciFunction,
  drives: readonly PciFunction[],
): readonly ReadyFlow[] {
  const members = [nic, ...drives.slice(0, MOST_MEMBERS - 1)].map(({ id }) => endOf(id));
  const buffer = drives.find(({ p2pMemory }) => p2pMemory.length > 0);
  const pattern = 'nvme-of';
  const through = (what: string) => `NVMe-oF target through ${what}`;
  return [
    ...(buffer
      ? [
          groupOf(
            machine,
            'target-cmb',
            through(`the CMB of ${partNamed(machine, buffer.id)}`),
            'What the network brings waits in a drive’s own memory, and host memory rests.',
            { pattern, members, through: endOf(buffer.id) },
          ),
        ]
      : []),
    groupOf(
      machine,
      'target-ram',
      through('host memory'),
      'As targets are without peer-to-peer: everything crosses the root twice.',
      { pattern, members },
    ),
  ];
}

function flowOf(
  machine: Machine,
  id: string,
  from: PciFunction,
  to: PciFunction,
  text: string,
): ReadyFlow {
  const ends = { from: endOf(from.id), to: endOf(to.id) };
  return {
    id,
    title: `${partNamed(machine, from.id)} → ${partNamed(machine, to.id)}`,
    text,
    edit: {
      kind: 'flow-add',
      flow: newFlow(machine, { ...EMPTY_FLOW, ...ends }),
      at: flowsEnd(machine),
    },
  };
}

function groupOf(
  machine: Machine,
  id: string,
  title: string,
  text: string,
  group: Pick<FlowGroup, 'pattern' | 'members' | 'through'>,
): ReadyFlow {
  const made = newGroup(machine, { ...group, operation: 'write', sizeBytes: null }, id);
  return { id, title, text, edit: { kind: 'flow-group-add', group: made, at: groupsEnd(machine) } };
}

/** Of each card the first function, without virtual ones. */
function firstFunctions(machine: Machine, kind: 'gpu' | 'nvme' | 'nic'): readonly PciFunction[] {
  return machine.functions.filter(
    (fn) =>
      deviceKind(fn) === kind &&
      fn.physfn === null &&
      (fn.address === null || fn.address.function === 0),
  );
}
