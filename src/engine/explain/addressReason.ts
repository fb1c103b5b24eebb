import { UNKNOWN } from '../../base/unknown.ts';
import type { Analysis } from '../analyze.ts';
import { addressFor, type PeerAddress } from '../p2pdma/addressFor.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { RULES } from '../rules.ts';
import { type Reason, reason } from './reason.ts';

/** What the client is given as an address, with its largest stretch of memory as the example. */
export function addressReason(analysis: Analysis, verdict: PairVerdict): Reason {
  const { text, space, memory } = addressFor(
    analysis,
    verdict,
    analysis.isTranslated(verdict.client),
  );
  const largest = largestOf(memory);
  if (!largest || space === 'none' || space === 'unknown') return reason(RULES.peerAddress, text);
  const { bar, cpuAddress, programmed, busAddress, isAssumed, misses } = largest;
  const words = [`BAR ${bar} at ${cpuAddress}`];
  if (space === 'bus' && programmed !== null) words.push(`the client gets ${programmed}`);
  if (space === 'bus' && isAssumed) words.push('the host bridge’s offset is taken as 0');
  if (misses) {
    words.push(
      `this kernel reckons the offset with the wrong sign, the memory is at ${busAddress}`,
    );
  }
  return reason(RULES.peerAddress, `${text} Here: ${words.join('; ')}.`, [verdict.provider]);
}

function largestOf(memory: readonly PeerAddress[]): PeerAddress | null {
  const size = (each: PeerAddress) => (each.size === UNKNOWN ? 0 : each.size);
  return memory.reduce<PeerAddress | null>(
    (largest, each) => (largest && size(largest) >= size(each) ? largest : each),
    null,
  );
}
