import type { FunctionId } from '../../../model/ids.ts';
import type { Flow, FlowEnd } from '../../../model/workload.ts';
import type { Topology } from '../../pci/topology.ts';
import type { StreamPlan } from '../streamPlan.ts';
import { nameOf, nameOfEnd } from './nameOf.ts';

/** One engine that moves bytes one way. */
export interface Move extends Pick<StreamPlan, 'from' | 'to' | 'operation' | 'cpu'> {
  /** `null`: a processor, or nobody. */
  readonly requester: FunctionId | null;
  /** The end whose memory the requests are for. */
  readonly target: FlowEnd;
  /** Moves of one flow with the same number are of the same bytes. */
  readonly chain: number;
  /** Why nobody can move it. */
  readonly refusal: string | null;
  readonly remarks: readonly string[];
}

/** Who moves what in a flow; both ways are two chains, a copy is one of two moves. */
export function movesOf(topology: Topology, flow: Flow): readonly Move[] {
  const there = oneWay(topology, flow, flow.from, flow.to, 0);
  if (!flow.bothWays) return there;
  return [...there, ...oneWay(topology, flow, flow.to, flow.from, 1)];
}

type Ends = Pick<Flow, 'operation' | 'by'>;

function oneWay(
  topology: Topology,
  { operation, by }: Ends,
  from: FlowEnd,
  to: FlowEnd,
  chain: number,
): readonly Move[] {
  const common = { from, to, chain, cpu: null, refusal: null, remarks: [] } as const;
  if (by?.kind === 'cpu') return byCpu(from, to, operation, by, chain);
  const engine = by?.kind === 'function' ? by.id : null;
  const [own, other] = [idOf(from), idOf(to)];
  if (engine !== null && engine !== own && engine !== other) {
    const middle = { kind: 'function', id: engine } as const;
    return [
      { ...common, to: middle, operation: 'read', requester: engine, target: from },
      { ...common, from: middle, operation: 'write', requester: engine, target: to },
    ];
  }
  const write = { ...common, operation: 'write', requester: own, target: to } as const;
  const read = { ...common, operation: 'read', requester: other, target: from } as const;
  if (engine !== null) return [engine === own ? write : read];
  const wanted = operation === 'read' ? read : write;
  if (operation === 'copy') {
    const remarks = ['No engine is named that copies: the source writes.'];
    if (wanted.requester !== null) return [{ ...wanted, remarks }];
  }
  if (wanted.requester !== null) return [wanted];
  const instead = operation === 'read' ? write : read;
  if (instead.requester === null) {
    const refusal = 'Neither end has an engine, and nobody is named who copies.';
    return [{ ...wanted, refusal }];
  }
  const name = nameOf(topology, instead.requester);
  const still = nameOfEnd(topology, operation === 'read' ? to : from);
  const verb = instead.operation === 'read' ? 'reads' : 'writes';
  return [{ ...instead, remarks: [`${upper(still)} has no engine: ${name} ${verb}.`] }];
}

/** A processor's stores into `to`, its loads from `from`; host memory is at hand. */
function byCpu(
  from: FlowEnd,
  to: FlowEnd,
  operation: Flow['operation'],
  { socket, caching }: NonNullable<StreamPlan['cpu']>,
  chain: number,
): readonly Move[] {
  const common = { from, to, chain, cpu: { socket, caching }, requester: null, remarks: [] };
  const loads = { ...common, operation: 'read', target: from, refusal: null } as const;
  const stores = { ...common, operation: 'write', target: to, refusal: null } as const;
  const [own, other] = [idOf(from), idOf(to)];
  if (own !== null && other !== null && own !== other) {
    return operation === 'copy' ? [loads, stores] : [operation === 'read' ? loads : stores];
  }
  if (own !== null && (other === null || operation === 'read')) return [loads];
  if (other !== null) return [stores];
  return [{ ...stores, refusal: 'From host memory to host memory nothing crosses PCI Express.' }];
}

function idOf(end: FlowEnd): FunctionId | null {
  return end.kind === 'function' ? end.id : null;
}

function upper(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
