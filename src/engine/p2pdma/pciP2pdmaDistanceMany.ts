import type { FunctionId } from '../../model/ids.ts';
import type { Client } from './client.ts';
import type { PairAsker } from './pairAsker.ts';
import type { PairVerdict } from './verdict.ts';

/** What a provider is to several clients at once. */
export interface ManyAnswer {
  /** The sum of the distances, -1 when one client is refused; `null` when it is not known. */
  readonly result: number | null;
  /** The pairs that the kernel looked at; each of them is remembered for mappings. */
  readonly asked: readonly PairVerdict[];
  /** What refused before any pair was looked at; `null` when nothing did. */
  readonly refusal: ClientRefusal | null;
}

export interface ClientRefusal {
  readonly why: 'virt-ops' | 'not-pci';
  readonly client: Client;
  /** The kernel's message in substance, when it is asked verbosely. */
  readonly message: string;
}

/**
 * The distance of a provider to a list of clients. No client: -1. Each is taken to its nearest PCI
 * function; one without ends it at once, and so does one with software DMA operations where kernels
 * ask for that. Asked quietly, the kernel stops at the first pair that is refused; asked verbosely,
 * it goes on, so that everything is logged.
 *
 * Source: `pci_p2pdma_distance_many()`, drivers/pci/p2pdma.c, Linux 4.20 to 7.1; the test for
 * `dma_virt_ops` 5.2 to 5.10.
 */
export function pciP2pdmaDistanceMany(
  asker: PairAsker,
  provider: FunctionId,
  clients: readonly Client[],
  verbose = false,
): ManyAnswer {
  if (clients.length === 0) return { result: -1, asked: [], refusal: null };
  const { features } = asker.conditions.kernel.value;
  const asked: PairVerdict[] = [];
  let isRefused = false;
  for (const client of clients) {
    if (client.dmaOps === 'virt' && features.virtOpsClients === 'refused') {
      return { result: -1, asked, refusal: refusalOf('virt-ops', client) };
    }
    if (client.device === null) {
      return { result: -1, asked, refusal: refusalOf('not-pci', client) };
    }
    const verdict = asker.pair(provider, client.device);
    asked.push(verdict);
    isRefused ||= verdict.result === -1;
    if (isRefused && !verbose) break;
  }
  return { result: isRefused ? -1 : sum(asked), asked, refusal: null };
}

function sum(verdicts: readonly PairVerdict[]): number | null {
  let total = 0;
  for (const { result } of verdicts) {
    if (result === null) return null;
    total += result;
  }
  return total;
}

const WHY: Readonly<Record<ClientRefusal['why'], string>> = {
  'virt-ops': 'cannot be used for peer-to-peer DMA because the driver makes use of dma_virt_ops',
  'not-pci': 'cannot be used for peer-to-peer DMA as it is not a PCI device',
};

function refusalOf(why: ClientRefusal['why'], client: Client): ClientRefusal {
  return { why, client, message: `${client.label}: ${WHY[why]}` };
}
