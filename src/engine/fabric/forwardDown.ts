import { UNKNOWN } from '../../base/unknown.ts';
import { functionName } from '../pci/functionName.ts';
import { functionAt } from '../pci/topology.ts';
import { FABRIC_RULE } from './fabricRules.ts';
import { hop } from './hop.ts';
import { unsupportedRequest } from './ingressWords.ts';
import { type Journey, type Packet, placeOf, rootPlace, type Stretch } from './packet.ts';
import { rootComplexForwards } from './rootComplex.ts';
import { sentence } from './sentence.ts';
import type { Hop } from './walk.ts';
import { wayToRoot } from './wayToRoot.ts';

/** A stretch that may go on where nothing promises it. */
export interface RootStretch extends Stretch {
  /** It went on because the kernel counts on it, not because anything shows it. */
  readonly isSupposed: boolean;
  /** What it was made into, where it turned out for whom it is. */
  readonly packet?: Packet;
}

/** The root complex with a packet for a function: does it hand it on, and to which port? */
export function forwardDown(
  journey: Journey,
  packet: Packet,
  host: number,
  before: readonly Hop[],
): RootStretch {
  const { topology, conditions, question } = journey;
  const hops = [...before];
  const here = rootPlace(topology, host);
  const isRequest = packet.kind !== 'completion';
  const way = wayToRoot(topology, packet.to);
  const top = way.nodes.at(-1) ?? packet.to;
  if (!way.isWhole) {
    const text = 'The input does not show under which root port the target is.';
    hops.push(hop(packet, here, 'unknown', null, FABRIC_RULE.rootComplex, text));
    return { hops, next: { kind: 'unknown' }, isSupposed: false };
  }
  const { hostBridges } = topology.machine;
  const trust = journey.kernelTrusts(host, way.host);
  const { answer, text } = rootComplexForwards(
    [hostBridges[host], hostBridges[way.host]],
    question.operation,
    trust,
    conditions.kernel.value.accepted ? `Linux ${conditions.kernel.value.id}` : 'This kernel',
  );
  const topName = functionName(functionAt(topology, top));
  const where = relation(journey, packet, host, way.host, top).replace('%', topName);
  switch (answer) {
    case 'yes':
      hops.push(
        hop(
          packet,
          here,
          'forwarded',
          placeOf(topology, top),
          FABRIC_RULE.rootComplex,
          `${text} ${sentence(where)}`,
        ),
      );
      return { hops, next: { kind: 'down', at: top }, isSupposed: false };
    case 'no': {
      const failure = isRequest
        ? unsupportedRequest(packet, 'the root complex')
        : 'Unexpected completion at the root complex; the requester waits until its completion timeout.';
      hops.push(hop(packet, here, 'refused', null, FABRIC_RULE.rootComplex, text));
      return { hops, next: { kind: 'refused', failure }, isSupposed: false };
    }
    case 'unknown': {
      if (trust !== 'yes' && trust !== 'not-asked') {
        hops.push(hop(packet, here, 'unknown', null, FABRIC_RULE.rootComplex, text));
        return { hops, next: { kind: 'unknown' }, isSupposed: false };
      }
      hops.push(
        hop(
          packet,
          here,
          'unknown',
          placeOf(topology, top),
          FABRIC_RULE.rootComplex,
          `${text} ${where}.`,
        ),
      );
      return { hops, next: { kind: 'down', at: top }, isSupposed: true };
    }
  }
}

/** Where it goes on; `%` stands for the port's name. */
function relation(
  { topology }: Journey,
  packet: Packet,
  from: number,
  to: number,
  top: number,
): string {
  const sender = wayToRoot(topology, packet.from).nodes.at(-1);
  if (sender === top) return 'back down through %, which it came by';
  if (from === to) return 'down through %, another port of the same host bridge';
  const sockets = [from, to].map((host) => topology.machine.hostBridges[host]?.socket ?? UNKNOWN);
  const [one, two] = sockets;
  return one !== UNKNOWN && two !== UNKNOWN && one !== null && two !== null && one !== two
    ? 'down through %, on another socket'
    : 'down through %, on another host bridge';
}
