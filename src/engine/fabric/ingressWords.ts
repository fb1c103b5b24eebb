import { functionName } from '../pci/functionName.ts';
import { functionAt } from '../pci/topology.ts';
import type { IngressDecision } from './acsIngress.ts';
import { type Journey, missesWindows, type Packet } from './packet.ts';
import { claimWords, type UpwardRoute } from './routeAddress.ts';
import { claimsIdWords } from './routeCompletion.ts';
import { sentence } from './sentence.ts';

/** What a port decided about a packet that came in from below, in a sentence or two. */
export function ingressWords(
  { topology }: Journey,
  packet: Packet,
  at: number,
  route: UpwardRoute,
  decision: IngressDecision,
): string {
  const name = functionName(functionAt(topology, at));
  const claim = (by: number) =>
    packet.kind === 'completion'
      ? claimsIdWords(topology, by, packet.to)
      : claimWords(topology, by, packet.to);
  const bits = decision.bits.join(' ');
  switch (decision.action) {
    case 'direct': {
      const peer = route.kind === 'peer' ? route.at : at;
      return `${sentence(claim(peer))} ${directBecause(packet, bits)}`;
    }
    case 'redirect': {
      const peer = route.kind === 'peer' ? functionName(functionAt(topology, route.at)) : 'a peer';
      const what = packet.kind === 'completion' ? 'It belongs to' : 'Its address leads to';
      return `${what} ${peer}, but ${bits} is set at ${name}: up instead.`;
    }
    case 'up':
      if (route.kind === 'same-port') {
        return `It would go back down through ${name} itself; UF is set there, so it goes on up.`;
      }
      return missesWindows(packet)
        ? missWords(packet)
        : elsewhere(packet, functionAt(topology, at).type === 'root-port');
    case 'refuse':
      return refusalWords(packet, name, decision);
    case 'unknown':
      return unknownWords(topology.functions[at]?.acs === null, name, route, decision, packet);
  }
}

/** Why no window holds the address. */
export function missWords({ routedBy, answers }: Packet): string {
  if (answers !== null)
    return 'It answers the VMD function, whose bus is behind none of these ports.';
  switch (routedBy) {
    case 'cpu-address':
      return 'The CPU’s address lies in no bridge’s window: on the bus the memory has another one.';
    case 'host-memory':
      return 'The address lies in no bridge’s window.';
    default:
      return 'An IOVA lies in no bridge’s window.';
  }
}

function elsewhere(packet: Packet, isRootPort: boolean): string {
  const what = packet.kind === 'completion' ? 'The requester is' : 'The address belongs';
  return `${what} behind ${isRootPort ? 'another port than this one' : 'no port of this switch'}.`;
}

function directBecause(packet: Packet, bits: string): string {
  if (bits === 'DT') return 'Straight there: DT lets translated requests pass, whatever RR says.';
  if (bits === 'EC') return 'Straight there: EC is set, and its vector lets that port through.';
  if (packet.kind === 'completion') {
    return packet.relaxedOrdering
      ? 'Straight there: relaxed-ordered completions are exempt from CR.'
      : 'Straight there: CR is clear.';
  }
  return 'Straight there: RR is clear.';
}

function unknownWords(
  hasNone: boolean,
  name: string,
  route: UpwardRoute,
  { bits }: IngressDecision,
  packet: Packet,
): string {
  if (route.kind === 'same-port' && hasNone) {
    return `It would go back down through ${name}, a root port without ACS: nothing promises that it turns requests round.`;
  }
  if (bits.length === 1 && bits[0] === 'EC') {
    return `EC is set at ${name}, and the input does not show what its vector says of the other port.`;
  }
  const what = packet.kind === 'completion' ? 'the completion' : 'the request';
  return `The input does not show the ACS control of ${name}: ${bits.join(', ')} would decide where ${what} goes.`;
}

function refusalWords(packet: Packet, name: string, decision: IngressDecision): string {
  switch (decision.error) {
    case 'acs-violation':
      switch (decision.bits[0]) {
        case 'SV':
          return `${name} refuses it: SV is set, and the requester’s bus is not behind this port.`;
        case 'TB':
          return `${name} refuses it: TB is set, and it carries a translated address.`;
        default:
          return `${name} refuses it: EC is set with the other port’s bit in its vector, and RR is clear.`;
      }
    case 'unsupported':
    case 'unexpected-completion':
      return `It would go back down through ${name} itself, and UF is clear: not forwarded.`;
    case null:
      return `${name} refuses the ${packet.kind}.`;
  }
}

/** How a refusal at a port is reported, and what the requester sees of it. */
export function ingressFailure(
  { topology }: Journey,
  packet: Packet,
  at: number,
  { error }: Pick<IngressDecision, 'error'>,
): string {
  const fn = functionAt(topology, at);
  const name = functionName(fn);
  switch (error) {
    case 'acs-violation':
      return packet.kind === 'read'
        ? `ACS violation, logged by ${name} (AER uncorrectable bit 21); the read is answered with Completer Abort.`
        : `ACS violation, logged by ${name} (AER uncorrectable bit 21); the write is dropped.`;
    case 'unexpected-completion':
      return `Unexpected completion at ${name}; the requester waits until its completion timeout.`;
    case 'unsupported':
    case null:
      return unsupportedRequest(packet, name);
  }
}

/** An unsupported request, as the requester sees it. */
export function unsupportedRequest(packet: Packet, where: string): string {
  return packet.kind === 'read'
    ? `Unsupported Request at ${where}: the read is answered with that status, which software commonly sees as all ones.`
    : `Unsupported Request at ${where}: the write is dropped.`;
}
