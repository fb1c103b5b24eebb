import type { Conditions } from '../kernel/conditions.ts';
import { functionAt, placeOfId, type Topology } from '../pci/topology.ts';
import { type Carried, carry } from './carry.ts';
import { completionOf } from './completionOf.ts';
import { FABRIC_RULE } from './fabricRules.ts';
import { hop } from './hop.ts';
import { type Journey, type Packet, placeOf, type Surroundings } from './packet.ts';
import { peerMemory } from './peerMemory.ts';
import { mayTranslate } from './translatedRequest.ts';
import type { FabricWalk, PeerQuestion } from './walk.ts';
import { walkOf } from './walkOf.ts';

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
  question: PeerQuestion,
  surroundings: Surroundings,
): FabricWalk {
  const requester = placeOfId(topology, question.requester);
  const completer = placeOfId(topology, question.completer);
  const journey: Journey = {
    topology,
    conditions,
    question,
    requester,
    ...surroundings,
  };
  const request: Packet = {
    kind: question.operation,
    from: requester,
    to: completer,
    routedBy: routing(journey, completer),
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
  return walkOf(journey, there, back);
}

/**
 * By which kind of address bridges see the request. An IOVA lies in no window: the kernel keeps those of
 * all host bridges out of its allocator. Nor does a CPU address, where the bus has other ones.
 */
function routing(
  { topology, question, isTranslated }: Journey,
  completer: number,
): Packet['routedBy'] {
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
    packet: request,
  };
}
