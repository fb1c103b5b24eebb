import { UNKNOWN } from '../../base/unknown.ts';
import { functionName } from '../pci/functionName.ts';
import { functionAt, NOT_SHOWN } from '../pci/topology.ts';
import { acsIngress, type IngressDecision, ingressPortOf } from './acsIngress.ts';
import { FABRIC_RULE } from './fabricRules.ts';
import { hop } from './hop.ts';
import { ingressFailure, ingressWords, missWords } from './ingressWords.ts';
import { leave } from './leave.ts';
import {
  type Journey,
  missesWindows,
  type Packet,
  placeAbove,
  placeOf,
  type Step,
  type Stretch,
} from './packet.ts';
import { routeUpwards, type UpwardRoute } from './routeAddress.ts';
import { requesterBusOf } from './routeCompletion.ts';
import type { Hop, Place } from './walk.ts';
import { holdsDomain, vmdHolder } from './wayToRoot.ts';

/**
 * A packet from its sender upwards, port by port, until something turns it towards its target, it
 * leaves for the root complex, or it ends.
 */
export function climb(journey: Journey, packet: Packet): Stretch {
  const { topology } = journey;
  const hops: Hop[] = [];
  const first = leave(journey, packet);
  hops.push(first.hop);
  if (first.next !== 'up') return { hops, next: first.next };
  let at = topology.upstream[packet.from] ?? NOT_SHOWN;
  let below = packet.from;
  for (let steps = 0; steps <= topology.functions.length; steps++) {
    if (at < 0) {
      const host = topology.host[below] ?? NOT_SHOWN;
      const holder = vmdHolder(topology, host);
      if (holder === null) return { hops, next: { kind: 'root', host } };
      at = holder;
    }
    if (at === packet.answers) return { hops, next: { kind: 'down', at } };
    const step = passUp(journey, packet, at);
    hops.push(step.hop);
    if (step.next !== 'up') return { hops, next: step.next };
    below = at;
    at = topology.upstream[at] ?? NOT_SHOWN;
  }
  return { hops, next: { kind: 'unknown' } };
}

/** A packet at a bridge (or VMD function) that it enters from below. */
function passUp(journey: Journey, packet: Packet, at: number): Step {
  const { topology } = journey;
  const fn = functionAt(topology, at);
  const place = placeOf(topology, at);
  const above = placeAbove(topology, at);
  const name = functionName(fn);
  const routing =
    packet.kind === 'completion' ? FABRIC_RULE.routeCompletion : FABRIC_RULE.routeAddress;
  if (holdsDomain(topology, at)) {
    const text = `${name} holds the VMD domain: it puts its own requester id in place of the device’s.`;
    return upOrHidden(packet, place, above, 'up', FABRIC_RULE.vmd, text);
  }
  const route = missesWindows(packet)
    ? ({ kind: 'above' } as const)
    : routeUpwards(topology, at, packet.to);
  if (route.kind === 'here') {
    return {
      hop: hop(packet, place, 'delivered', null, routing, `${name} is the target.`),
      next: { kind: 'arrived' },
    };
  }
  if (route.kind === 'hidden') {
    const text = 'The input does not show enough of the tree to say where this leads.';
    return { hop: hop(packet, place, 'unknown', null, routing, text), next: { kind: 'unknown' } };
  }
  const controlled = fn.type === 'root-port' || fn.type === 'downstream' || fn.type === UNKNOWN;
  if (!controlled) {
    if (route.kind === 'peer') {
      const text = `${functionName(functionAt(topology, route.at))}, beside ${name}, claims it.`;
      return {
        hop: hop(packet, place, 'peer', placeOf(topology, route.at), routing, text),
        next: { kind: 'down', at: route.at },
      };
    }
    const text = missesWindows(packet)
      ? missWords(packet)
      : 'An upstream port has nothing to decide.';
    return upOrHidden(
      packet,
      place,
      above,
      'up',
      routing,
      fn.type === 'upstream' ? text : 'On to the other side of the bridge.',
    );
  }
  const decision = acsIngress(ingressPortOf(fn), {
    kind: packet.kind === 'completion' ? 'completion' : 'request',
    translated: packet.translated,
    relaxedOrdering: packet.relaxedOrdering,
    requesterBus: requesterBusOf(topology, packet, at),
    target: route.kind,
    egressPort: route.kind === 'peer' ? portNumberOf(journey, route.at) : UNKNOWN,
  });
  if (fn.type === UNKNOWN && !isSameForAnyBridge(route, decision)) {
    const text = `The input does not show what kind of bridge ${name} is: only root and downstream ports decide by ACS.`;
    return { hop: hop(packet, place, 'unknown', null, routing, text), next: { kind: 'unknown' } };
  }
  const words = ingressWords(journey, packet, at, route, decision);
  const rule =
    decision.bits.length > 0 || route.kind !== 'above' ? FABRIC_RULE.acsIngress : routing;
  switch (decision.action) {
    case 'direct':
      if (route.kind !== 'peer') throw new Error('only what has a peer goes straight to it');
      return {
        hop: hop(packet, place, 'peer', placeOf(topology, route.at), rule, words, decision.bits),
        next: { kind: 'down', at: route.at },
      };
    case 'up':
      return upOrHidden(packet, place, above, 'up', rule, words, decision.bits);
    case 'redirect':
      return upOrHidden(packet, place, above, 'redirected', rule, words, decision.bits);
    case 'refuse': {
      const failure = ingressFailure(journey, packet, at, decision);
      return {
        hop: hop(packet, place, 'refused', null, rule, words, decision.bits),
        next: { kind: 'refused', failure },
      };
    }
    case 'unknown':
      return {
        hop: hop(packet, place, 'unknown', null, rule, words, decision.bits),
        next: { kind: 'unknown' },
      };
  }
}

/** Would a bridge that has no say, such as an upstream port, pass it on likewise? */
function isSameForAnyBridge(route: UpwardRoute, { action }: IngressDecision): boolean {
  return action === 'direct' || (action === 'up' && route.kind === 'above');
}

function upOrHidden(
  packet: Packet,
  at: Place,
  above: Place | null,
  action: 'up' | 'redirected',
  rule: string,
  text: string,
  bits: readonly string[] = [],
): Step {
  if (above !== null) return { hop: hop(packet, at, action, above, rule, text, bits), next: 'up' };
  return {
    hop: hop(
      packet,
      at,
      'unknown',
      null,
      rule,
      `${text} The input does not show what is above.`,
      bits,
    ),
    next: { kind: 'unknown' },
  };
}

function portNumberOf({ topology }: Journey, index: number) {
  const { pcie } = functionAt(topology, index);
  if (pcie === null || pcie === UNKNOWN || pcie.link === null || pcie.link === UNKNOWN)
    return UNKNOWN;
  return pcie.link.portNumber;
}
