import { functionName } from '../pci/functionName.ts';
import { functionAt } from '../pci/topology.ts';
import { FABRIC_RULE } from './fabricRules.ts';
import { hop } from './hop.ts';
import { ingressFailure } from './ingressWords.ts';
import { internalPath, isSameDevice } from './internalPath.ts';
import {
  type Journey,
  missesWindows,
  type Packet,
  placeAbove,
  placeOf,
  type Step,
} from './packet.ts';
import { claimingNeighbour, neighbourTowards } from './routeAddress.ts';
import type { Hop, Place } from './walk.ts';

/** The first step: out of the sender. */
export function leave(journey: Journey, packet: Packet): Step {
  const { topology } = journey;
  const { from, to } = packet;
  const said = sentWords(journey, packet);
  const make = (
    action: Hop['action'],
    target: Place | null,
    text: string,
    rule: string = FABRIC_RULE.request,
    bits: readonly string[] = [],
  ) => hop(packet, placeOf(topology, from), action, target, rule, `${said} ${text}`.trim(), bits);

  if (!missesWindows(packet)) {
    const claiming = from === to ? null : claimingNeighbour(topology, from, to);
    if (claiming !== null && claiming !== from) {
      const text = `${functionName(functionAt(topology, claiming))} claims it on the bus that they share.`;
      return {
        hop: make('sent', placeOf(topology, claiming), text),
        next: { kind: 'down', at: claiming },
      };
    }
    const neighbour = from === to ? to : neighbourOf(journey, packet);
    if (neighbour !== null) {
      const inside = internalPath(topology, from, packet);
      const rule = FABRIC_RULE.internalPath;
      const other = functionName(functionAt(topology, neighbour));
      switch (inside.action) {
        case 'direct':
          return {
            hop: make(
              'sent',
              placeOf(topology, neighbour),
              `Inside the device to ${other}: ${inside.because}${inside.bits.length === 0 ? '' : ` (${inside.bits.join(' ')})`}.`,
              rule,
              inside.bits,
            ),
            next: { kind: 'down', at: neighbour },
          };
        case 'refuse': {
          const failure = ingressFailure(journey, packet, from, inside);
          return {
            hop: make('refused', null, failure, rule, inside.bits),
            next: { kind: 'refused', failure },
          };
        }
        case 'unknown':
          return {
            hop: make(
              'unknown',
              null,
              `${other} is in the same device: ${inside.because}, or the port above turns it round.`,
              rule,
              inside.bits,
            ),
            next: { kind: 'unknown' },
          };
        case 'redirect':
        case 'up':
          return {
            hop: make(
              'redirected',
              placeAbove(topology, from),
              `${other} is in the same device, and ${inside.bits.join(' ')} of the function sends it to the link.`,
              rule,
              inside.bits,
            ),
            next: 'up',
          };
      }
    }
  }
  const above = placeAbove(topology, from);
  if (above === null) {
    return {
      hop: make('unknown', null, 'The input does not show what is above.'),
      next: { kind: 'unknown' },
    };
  }
  return { hop: make('sent', above, ''), next: 'up' };
}

/** Another function of the sender's device that is the target or leads to it. */
function neighbourOf({ topology }: Journey, { from, to }: Packet): number | null {
  if (isSameDevice(topology, from, to)) return to;
  const neighbour = neighbourTowards(topology, from, to);
  return neighbour !== null && neighbour !== from && isSameDevice(topology, from, neighbour)
    ? neighbour
    : null;
}

function sentWords({ topology, question }: Journey, packet: Packet): string {
  const from = functionName(functionAt(topology, packet.from));
  if (question.wire && packet.kind !== 'completion') {
    return `${from} ${packet.kind === 'write' ? 'writes to' : 'reads from'} ${question.wire.address}.`;
  }
  const to = functionName(functionAt(topology, packet.to));
  if (packet.kind === 'completion') return `${from} answers ${to} with the data.`;
  const verb = packet.kind === 'write' ? 'writes to' : 'reads from';
  const address =
    packet.routedBy === 'iova'
      ? 'an IOVA that stands for its memory'
      : question.address === 'translated'
        ? 'a translated address'
        : question.address === 'host'
          ? 'the CPU’s address of its memory'
          : 'the bus address of its memory';
  return `${from} ${verb} ${to}, by ${address}.`;
}
