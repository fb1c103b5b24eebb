import { hex64Value } from '../../base/hex.ts';
import type { Conditions } from '../kernel/conditions.ts';
import { functionName } from '../pci/functionName.ts';
import { functionAt, placeOfId, type Topology } from '../pci/topology.ts';
import { type AtAddress, atBusAddress } from './atAddress.ts';
import { type Carried, carry } from './carry.ts';
import { completionOf } from './completionOf.ts';
import { unsupportedRequest } from './ingressWords.ts';
import { answerOfMemory, atRootByAddress } from './memoryStage.ts';
import { type Journey, NO_FUNCTION, type Packet, type Surroundings } from './packet.ts';
import type { AddressQuestion, FabricWalk } from './walk.ts';
import { walkOf } from './walkOf.ts';
import { wayToRoot } from './wayToRoot.ts';

/**
 * The way of a request by the very address that a device was given, whatever was meant by it. Below its
 * host bridge the address leads to the BAR, or the window, that holds it; else to the root complex, where
 * the IOMMU looks it up or lets it pass, and a CPU address is host memory or a BAR.
 */
export function addressWalk(
  topology: Topology,
  conditions: Conditions,
  question: AddressQuestion,
  surroundings: Surroundings,
): FabricWalk {
  const requester = placeOfId(topology, question.requester);
  const journey: Journey = { topology, conditions, question, requester, ...surroundings };
  const { host } = wayToRoot(topology, requester);
  const claim = atBusAddress(topology, host, hex64Value(question.wire.address));
  const request: Packet = {
    kind: question.operation,
    from: requester,
    to: claim.kind === 'bar' || claim.kind === 'window' ? claim.at : NO_FUNCTION,
    routedBy: routing(claim, question, surroundings),
    answers: null,
    translated: false,
    relaxedOrdering: question.relaxedOrdering,
  };
  const there = ended(journey, claim, carry(journey, request, atRootByAddress));
  if (!there.isThere || there.outcome === 'refused' || question.operation === 'write') {
    return walkOf(journey, there, null);
  }
  const answer = completionOf(journey, there.packet, there.hops);
  const back =
    there.packet.to === NO_FUNCTION
      ? answerOfMemory(journey, answer, there)
      : carry(journey, answer);
  return walkOf(journey, there, back);
}

function routing(
  claim: AtAddress,
  { wire }: AddressQuestion,
  { isTranslated }: Surroundings,
): Packet['routedBy'] {
  if (claim.kind === 'bar' || claim.kind === 'window') return 'bus-address';
  return isTranslated && wire.leadsTo !== null ? 'iova' : 'host-memory';
}

/** What came to a bridge because its window holds the address ends there. */
function ended({ topology }: Journey, claim: AtAddress, carried: Carried): Carried {
  const last = carried.hops.at(-1);
  const isAtBridge = claim.kind === 'window' && carried.isThere && carried.packet.to === claim.at;
  if (!last || !isAtBridge) return carried;
  const name = functionName(functionAt(topology, claim.at));
  const text = `A window of ${name} holds the address, and nothing below claims it.`;
  return {
    ...carried,
    hops: [...carried.hops.slice(0, -1), { ...last, action: 'refused', to: null, text }],
    outcome: 'refused',
    isThere: false,
    failure: unsupportedRequest(carried.packet, name),
  };
}
