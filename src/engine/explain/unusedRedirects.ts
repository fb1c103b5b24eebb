import type { AcsBit } from '../../model/registers.ts';
import { type Legs, legsOf } from '../p2pdma/acsWay.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, type Topology } from '../pci/topology.ts';
import { nameOf } from './nameOf.ts';
import { redirectingBits } from './redirectingBits.ts';

/**
 * Redirecting functions that Linux counts and no packet of the pair asks, a sentence each. Ports act on
 * what enters them from below: requests meet RR and EC at the port on the client's leg just below the
 * common bridge, completions meet CR at its counterpart on the provider's leg, and nothing else on the
 * way decides.
 *
 * Source: PCI Express base specification 6.12.3; the truth table of the kernel's proposed rules (2026)
 * names the same two ports.
 */
export function unusedRedirects(topology: Topology, verdict: PairVerdict): readonly string[] {
  const provider = topology.indexOf.get(verdict.provider);
  const client = topology.indexOf.get(verdict.client);
  if (provider === undefined || client === undefined) return [];
  const legs = legsOf(topology, provider, client);
  return verdict.acsRedirect.flatMap((id) => {
    const place = topology.indexOf.get(id);
    if (place === undefined) return [];
    const bits = redirectingBits(functionAt(topology, place));
    const why = whyUnused(bits, place, legs);
    if (why === null) return [];
    const name = nameOf(functionAt(topology, place));
    return [`Linux counts ${bits.join(' ')} of ${name}; the fabric does not ask it here: ${why}.`];
  });
}

function whyUnused(
  bits: readonly AcsBit[],
  place: number,
  { common, client, provider }: Legs,
): string | null {
  if (place === common) {
    return client.length === 0 || provider.length === 0
      ? 'one of the pair is the common bridge itself'
      : 'it is the common bridge, and its redirect bits are about traffic to other ports';
  }
  const onClient = client.includes(place);
  const isTop = (onClient ? client : provider).at(-1) === place;
  if (!isTop) {
    return onClient
      ? 'requests pass it upwards whatever its bits say'
      : 'completions pass it upwards whatever its bits say';
  }
  const acting: readonly AcsBit[] = onClient ? ['RR', 'EC'] : ['CR'];
  if (bits.some((bit) => acting.includes(bit))) return null;
  return onClient
    ? 'CR acts on completions that enter a port from below, and here they leave it'
    : 'RR and EC act on requests that enter a port from below, and here they leave it';
}
