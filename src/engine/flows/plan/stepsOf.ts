import { UNKNOWN } from '../../../base/unknown.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { Hop, Place } from '../../fabric/walk.ts';
import { wayToRoot } from '../../fabric/wayToRoot.ts';
import { functionAt, NOT_SHOWN, type Topology } from '../../pci/topology.ts';

/** What a packet passes, one after the other; functions and host bridges by their places. */
export type Step =
  | { readonly kind: 'function'; readonly at: number }
  /** `NOT_SHOWN`: nobody knows which host bridge. */
  | { readonly kind: 'root'; readonly host: number }
  | { readonly kind: 'memory' };

/** The steps of a walk's request, or of its completion. */
export function stepsOf(
  topology: Topology,
  hops: readonly Hop[],
  packet: 'request' | 'completion',
): readonly Step[] {
  const mine = hops.filter((hop) => (hop.packet === 'completion') === (packet === 'completion'));
  const last = mine.at(-1)?.to;
  const places = [...mine.map(({ at }) => at), ...(last ? [last] : [])];
  const steps: Step[] = [];
  for (const place of places) {
    const step = stepOf(topology, place);
    if (step && !isSame(step, steps.at(-1))) steps.push(step);
  }
  return steps;
}

function stepOf({ indexOf, machine }: Topology, place: Place): Step | null {
  switch (place.kind) {
    case 'function':
      return { kind: 'function', at: indexOf.get(place.id) ?? NOT_SHOWN };
    case 'root-complex': {
      const host = machine.hostBridges.findIndex(({ id }) => id === place.host);
      return { kind: 'root', host: host < 0 ? NOT_SHOWN : host };
    }
    case 'memory':
      return { kind: 'memory' };
    case 'iommu':
      return null;
  }
}

function isSame(a: Step, b: Step | undefined): boolean {
  if (!b || a.kind !== b.kind) return false;
  if (a.kind === 'function') return b.kind === 'function' && a.at === b.at;
  return a.kind === 'memory' || (b.kind === 'root' && a.host === b.host);
}

/**
 * The steps by the tree alone, for ways that no walk follows to their end: turned round at the first
 * bridge that both ends share, else through the root complex; as far as the tree is shown.
 *
 * @param from place of the sender; `null`: the root complex itself with that host bridge
 */
export function stepsByTree(
  topology: Topology,
  from: number | { readonly host: number },
  to: number,
): readonly Step[] {
  const down = wayToRoot(topology, to);
  if (typeof from !== 'number')
    return [{ kind: 'root', host: from.host }, ...asSteps(down.nodes).toReversed()];
  const up = wayToRoot(topology, from);
  const common = up.nodes.find((node) => down.nodes.includes(node));
  if (common === undefined) {
    const root = up.isWhole || down.isWhole ? [{ kind: 'root', host: up.host } as const] : [];
    return [...asSteps(up.nodes), ...root, ...asSteps(down.nodes).toReversed()];
  }
  const isBridge = common !== from && common !== to;
  const turn = isBridge && isTurning(topology, common) ? [common] : [];
  const below = (nodes: readonly number[]) => nodes.slice(0, nodes.indexOf(common));
  const ends = isBridge ? [] : [common];
  return [
    ...asSteps(below(up.nodes)),
    ...asSteps([...turn, ...ends]),
    ...asSteps(below(down.nodes)).toReversed(),
  ];
}

/** Ports have one device below; whoever turns there comes up to it and goes down again. */
function isTurning(topology: Topology, at: number): boolean {
  const { type } = functionAt(topology, at);
  return type === 'root-port' || type === 'downstream' || type === UNKNOWN;
}

function asSteps(nodes: readonly number[]): Step[] {
  return nodes.map((at) => ({ kind: 'function', at }));
}

/** The upstream port of the switch that a port belongs to; `null`: it is none of a switch. */
export function switchOf(topology: Topology, at: number): FunctionId | null {
  const { id, type } = functionAt(topology, at);
  if (type === 'upstream') return id;
  const above = topology.upstream[at] ?? NOT_SHOWN;
  return type === 'downstream' && above >= 0 ? functionAt(topology, above).id : null;
}
