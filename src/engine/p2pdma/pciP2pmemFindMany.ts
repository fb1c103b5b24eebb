import type { FunctionId } from '../../model/ids.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import type { Client } from './client.ts';
import type { PairAsker } from './pairAsker.ts';
import { type ManyAnswer, pciP2pdmaDistanceMany } from './pciP2pdmaDistanceMany.ts';
import type { Provider } from './provider.ts';

/** A provider that all clients can use. */
export interface Candidate {
  readonly provider: FunctionId;
  /** Sum over the clients, as the kernel reckons it (5.2 and 5.3 add 0x1000 to ways via the root). */
  readonly distance: number;
  /** All clients reach it without the root complex. */
  readonly isDirect: boolean;
}

export interface FindAnswer {
  /** Suitable providers, the nearest first, else in order of enumeration. */
  readonly candidates: readonly Candidate[];
  /** Those that the kernel takes one of, at random; empty: it finds none. */
  readonly chosenFrom: readonly FunctionId[];
  /** Providers of which the input does not show whether they suit, and how near they are. */
  readonly undecided: readonly FunctionId[];
}

/** Ties are kept in one page of pointers: 512 on 64 bits with pages of 4 KiB. */
const MOST_TIES = 512;

/**
 * Which provider a driver is given that asks for memory near its clients: among all published ones
 * that every client can use, one of the nearest, at random. The patch series up to v2 took the first
 * it came across. Design B looks for direct ways before it looks at distances.
 *
 * Source: `pci_p2pmem_find_many()`, drivers/pci/p2pdma.c, Linux 4.20 to 7.1 (`pci_p2pmem_find()` in
 * the series); that a pool is needed: PCI maintainer tree after 7.1. Design B also ranks by the
 * HMAT table's bandwidth and latency, which no document shows.
 */
export function pciP2pmemFindMany(
  asker: PairAsker,
  clients: readonly Client[],
  providers: readonly Provider[],
): FindAnswer {
  const { features } = asker.conditions.kernel.value;
  const eligible = providers.filter(
    (each) => each.published && (each.hasPool || !features.findNeedsPool),
  );
  const answers = eligible.map(
    ({ id }) => [id, pciP2pdmaDistanceMany(asker, id, clients)] as const,
  );
  const inOrder = answers.flatMap(([id, answer]) => candidateOf(id, answer));
  const candidates = inOrder.toSorted((a, b) => rank(a, features) - rank(b, features));
  return {
    candidates,
    chosenFrom: chosenFrom(inOrder, candidates, features),
    undecided: answers.flatMap(([id, { result }]) => (result === null ? [id] : [])),
  };
}

function candidateOf(provider: FunctionId, { result, asked }: ManyAnswer): readonly Candidate[] {
  if (result === null || result < 0) return [];
  const isDirect = asked.every(({ mapType }) => mapType === 'BUS_ADDR');
  return [{ provider, distance: result, isDirect }];
}

function chosenFrom(
  inOrder: readonly Candidate[],
  nearestFirst: readonly Candidate[],
  features: KernelFeatures,
): readonly FunctionId[] {
  if (features.findChoice === 'first') return inOrder.slice(0, 1).map(({ provider }) => provider);
  const [best] = nearestFirst;
  if (!best) return [];
  return nearestFirst
    .filter((each) => rank(each, features) === rank(best, features))
    .slice(0, MOST_TIES)
    .map(({ provider }) => provider);
}

const BEHIND_ALL_DIRECT = 2 ** 32;

/** Lower is better. */
function rank({ distance, isDirect }: Candidate, { pairRule }: KernelFeatures): number {
  const prefersDirect = pairRule === 'node-verdicts';
  return prefersDirect && !isDirect ? distance + BEHIND_ALL_DIRECT : distance;
}
