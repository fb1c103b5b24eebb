import { functionName } from '../pci/functionName.ts';
import { functionAt } from '../pci/topology.ts';
import { FABRIC_RULE } from './fabricRules.ts';
import { hop } from './hop.ts';
import { type Journey, type Packet, placeOf } from './packet.ts';
import { claimWords, stepDown } from './routeAddress.ts';
import { claimsIdWords } from './routeCompletion.ts';
import { sentence } from './sentence.ts';
import type { Hop } from './walk.ts';
import { holdsDomain } from './wayToRoot.ts';

/** The hops from a function on the way of the target down to the target, where it is taken in. */
export function descend({ topology }: Journey, packet: Packet, start: number): readonly Hop[] {
  const hops: Hop[] = [];
  const isCompletion = packet.kind === 'completion';
  const rule = isCompletion ? FABRIC_RULE.routeCompletion : FABRIC_RULE.routeAddress;
  let at = start;
  while (at !== packet.to) {
    const next = stepDown(topology, at, packet.to);
    if (next === null) throw new Error('a packet only goes down towards its target');
    const name = functionName(functionAt(topology, next));
    const isVmd = holdsDomain(topology, at);
    const claim = isCompletion
      ? claimsIdWords(topology, next, packet.to)
      : claimWords(topology, next, packet.to);
    const text = isVmd ? `Into the VMD domain, to ${name}.` : sentence(claim);
    const place = placeOf(topology, at);
    hops.push(
      hop(packet, place, 'down', placeOf(topology, next), isVmd ? FABRIC_RULE.vmd : rule, text),
    );
    at = next;
  }
  const name = functionName(functionAt(topology, at));
  const text = isCompletion ? `The data are with ${name}.` : `${name} takes it in.`;
  hops.push(hop(packet, placeOf(topology, at), 'delivered', null, rule, text));
  return hops;
}
