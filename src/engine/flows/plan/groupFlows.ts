import type { FlowId } from '../../../model/ids.ts';
import type { Flow, FlowEnd, FlowGroup } from '../../../model/workload.ts';
import type { Topology } from '../../pci/topology.ts';
import { type Move, movesOf } from './moves.ts';

/** A flow, or what a member of a group does, with who moves what. */
export interface PlannedFlow {
  readonly flow: Flow;
  /** `null`: a flow of its own. */
  readonly group: FlowId | null;
  readonly moves: readonly Move[];
}

/** What a group consists of: a flow for each pair of its pattern, a pipeline for each drive. */
export function groupFlows(topology: Topology, group: FlowGroup): readonly PlannedFlow[] {
  if (group.pattern === 'nvme-of') return pipelines(topology, group);
  return pairsOf(group).map(([from, to], index) => {
    const flow = member(group, index, from, to);
    return { flow, group: group.id, moves: movesOf(topology, flow) };
  });
}

type Pair = readonly [from: FlowEnd, to: FlowEnd];

function pairsOf({ pattern, members }: FlowGroup): readonly Pair[] {
  const [first, ...rest] = members;
  if (!first) return [];
  const next = rest.map((to, index): Pair => [members[index] ?? first, to]);
  switch (pattern) {
    case 'sequence':
      return next;
    case 'ring': {
      const last = rest.at(-1);
      // Of two members a ring is there and back; of one it is nothing.
      return last ? [...next, [last, first]] : [];
    }
    case 'all-to-all':
      return members.flatMap((from, index) =>
        members.filter((_, other) => other !== index).map((to): Pair => [from, to]),
      );
    case 'incast':
      return rest.map((from): Pair => [from, first]);
    case 'nvme-of':
      return [];
  }
}

/**
 * A target of NVMe over Fabrics: what comes from the network is written into the buffer by the NIC and
 * fetched from there by the drive; the other way the drive writes and the NIC fetches.
 */
function pipelines(topology: Topology, group: FlowGroup): readonly PlannedFlow[] {
  const [nic, ...drives] = group.members;
  const buffer = group.through ?? { kind: 'memory' as const, socket: null };
  if (!nic) return [];
  return drives.map((drive, index) => {
    const isWrite = group.operation === 'write';
    const [from, to] = isWrite ? [nic, drive] : [drive, nic];
    const flow = member(group, index, from, to);
    const into = { ...flow, operation: 'write', from, to: buffer } as const;
    const outOf = { ...flow, operation: 'read', from: buffer, to } as const;
    const moves = [...movesOf(topology, into), ...movesOf(topology, outOf)];
    return { flow, group: group.id, moves };
  });
}

function member(group: FlowGroup, index: number, from: FlowEnd, to: FlowEnd): Flow {
  return {
    id: `${group.id}/${index + 1}` as FlowId,
    label: null,
    from,
    to,
    operation: group.operation,
    by: null,
    bothWays: false,
    sizeBytes: group.sizeBytes,
    queueDepth: null,
    rateBytesPerSecond: null,
  };
}
