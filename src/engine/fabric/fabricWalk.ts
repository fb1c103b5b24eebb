import type { FunctionId } from '../../model/ids.ts';
import type { AssumptionId, Conditions } from '../kernel/conditions.ts';
import { functionAt, NOT_SHOWN, type Topology } from '../pci/topology.ts';
import { atRoot } from './atRoot.ts';
import { climb } from './climb.ts';
import { descend } from './descend.ts';
import { FABRIC_RULE } from './fabricRules.ts';
import { hop } from './hop.ts';
import { type Journey, type Packet, placeOf, type Stretch, type Surroundings } from './packet.ts';
import { peerMemory } from './peerMemory.ts';
import { mayTranslate } from './translatedRequest.ts';
import type { FabricWalk, Hop, WalkOutcome, WalkQuestion } from './walk.ts';
import { wayToRoot } from './wayToRoot.ts';

/**
 * The way of one request, and of its completion, through the machine as it stands: no times and no
 * queues, one packet.
 *
 * @param surroundings `kernelTrusts`: what the kernel thinks of ways through the root complex; where
 *   nothing shows what the hardware does, a walk goes on if the kernel counts on it, and its outcome is
 *   `unknown`
 */
export function fabricWalk(
  topology: Topology,
  conditions: Conditions,
  question: WalkQuestion,
  surroundings: Surroundings,
): FabricWalk {
  const requester = indexOf(topology, question.requester);
  const completer = indexOf(topology, question.completer);
  const journey: Journey = {
    topology,
    conditions,
    question,
    requester,
    completer,
    ...surroundings,
  };
  const request: Packet = {
    kind: question.operation,
    from: requester,
    to: completer,
    routedBy: routing(journey),
    answers: null,
    translated: question.address === 'translated',
    relaxedOrdering: question.relaxedOrdering,
  };
  const blocked = question.address === 'translated' ? withoutAts(journey, request) : null;
  const there = blocked ?? carry(journey, request);
  const back =
    there.outcome !== 'refused' && there.isThere && question.operation === 'read'
      ? carry(journey, completionOf(journey, request, there.hops))
      : null;
  return {
    question,
    hops: [...there.hops, ...(back?.hops ?? [])],
    outcome: worst(there.outcome, back?.outcome ?? 'completed'),
    throughRoot: { request: there.throughRoot, completion: back?.throughRoot ?? false },
    failure: there.failure ?? back?.failure ?? null,
    assumed: assumedBy(journey, there.throughRoot || (back?.throughRoot ?? false)),
  };
}

/** How a packet fared. */
interface Carried {
  readonly hops: readonly Hop[];
  readonly outcome: WalkOutcome;
  /** Whether its last hop is at its target. */
  readonly isThere: boolean;
  readonly throughRoot: boolean;
  readonly failure: string | null;
}

/** One packet from its sender to its target, or to where it ends. */
function carry(journey: Journey, packet: Packet): Carried {
  const up = climb(journey, packet);
  if (up.next.kind !== 'root') return settle(journey, packet, up.hops, up.next, false, false);
  const root = atRoot(journey, packet, up.next.host);
  const hops = [...up.hops, ...root.hops];
  return settle(journey, packet, hops, root.next, true, root.isSupposed);
}

function settle(
  journey: Journey,
  packet: Packet,
  before: readonly Hop[],
  next: Stretch['next'],
  throughRoot: boolean,
  isSupposed: boolean,
): Carried {
  switch (next.kind) {
    case 'down': {
      const hops = [...before, ...descend(journey, packet, next.at)];
      const outcome = isSupposed ? 'unknown' : 'completed';
      return { hops, outcome, isThere: true, throughRoot, failure: null };
    }
    case 'arrived':
      return { hops: before, outcome: 'completed', isThere: true, throughRoot, failure: null };
    case 'refused':
      return {
        hops: before,
        outcome: 'refused',
        isThere: false,
        throughRoot,
        failure: next.failure,
      };
    case 'unknown':
    case 'root':
      return { hops: before, outcome: 'unknown', isThere: false, throughRoot, failure: null };
  }
}

/**
 * The answer to a read: by the requester's id, with the request's ordering attribute. Where a VMD
 * function put its own id in its place, the completer of the same domain answers that.
 */
function completionOf({ topology }: Journey, request: Packet, hops: readonly Hop[]): Packet {
  const { from, to, relaxedOrdering } = request;
  const replaced = hops.find(({ rule, action }) => rule === FABRIC_RULE.vmd && action === 'up')?.at;
  const vmd = replaced?.kind === 'function' ? (topology.indexOf.get(replaced.id) ?? null) : null;
  const isBelow = vmd !== null && wayToRoot(topology, to).nodes.includes(vmd);
  return {
    kind: 'completion',
    from: to,
    to: from,
    routedBy: 'id',
    answers: isBelow ? vmd : null,
    translated: false,
    relaxedOrdering,
  };
}

/**
 * By which kind of address bridges see the request. An IOVA lies in no window: the kernel keeps those of
 * all host bridges out of its allocator. Nor does a CPU address, where the bus has other ones.
 */
function routing({ topology, question, completer, isTranslated }: Journey): Packet['routedBy'] {
  if (question.address !== 'host') return 'bus-address';
  if (isTranslated) return 'iova';
  const memory = peerMemory(topology, completer);
  return memory !== null && memory.cpu !== memory.bus ? 'cpu-address' : 'bus-address';
}

function withoutAts({ topology, conditions, requester }: Journey, request: Packet): Carried | null {
  const { answer, text } = mayTranslate(functionAt(topology, requester), conditions);
  if (answer === 'yes') return null;
  const action = answer === 'no' ? 'refused' : 'unknown';
  return {
    hops: [hop(request, placeOf(topology, requester), action, null, FABRIC_RULE.ats, text)],
    outcome: action,
    isThere: false,
    throughRoot: false,
    failure: answer === 'no' ? text : null,
  };
}

function worst(a: WalkOutcome, b: WalkOutcome): WalkOutcome {
  if (a === 'refused' || b === 'refused') return 'refused';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'completed';
}

function assumedBy({ topology, conditions, requester, completer }: Journey, throughRoot: boolean) {
  if (!throughRoot) return [];
  const assumed: AssumptionId[] = [];
  if (conditions.iommu.source === 'default') assumed.push('iommu');
  const hosts = [requester, completer].map((end) => wayToRoot(topology, end).host);
  const isGuess = (host: number) =>
    host !== NOT_SHOWN && (topology.machine.hostBridges[host]?.isGuess ?? false);
  if (hosts.some(isGuess)) assumed.push('root-bus');
  return assumed;
}

function indexOf(topology: Topology, id: FunctionId): number {
  const place = topology.indexOf.get(id);
  if (place === undefined) throw new RangeError(`no function ${id} in this machine`);
  return place;
}
