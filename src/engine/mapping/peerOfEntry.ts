import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Analysis } from '../analyze.ts';
import { SOFTWARE_RDMA_DRIVERS } from '../p2pdma/client.ts';
import { MappingCache } from '../p2pdma/mappingCache.ts';
import type { MapType, PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, wayUp } from '../pci/topology.ts';
import type { MappingOptions } from './mappingOptions.ts';

/** What the mapping code takes a provider's memory for, and why. */
export interface KnownPair {
  /** `null`: the input does not show it. */
  readonly mapType: MapType | null;
  /** What the list is mapped as if it were; the type itself where that is known. */
  readonly supposed: MapType;
  /** What-if: the switch's own IOMMU leads to it. */
  readonly isBySwitchIommu?: true;
  /** A clause: `the pair is BUS_ADDR, reached by its bus address`. */
  readonly text: string;
}

const WORDS: Readonly<Record<MapType, string>> = {
  BUS_ADDR: 'the pair is BUS_ADDR, reached by its bus address',
  THRU_HOST_BRIDGE: 'the pair is THRU_HOST_BRIDGE, reached through the host bridge',
  NOT_SUPPORTED: 'the pair is NOT_SUPPORTED, and must not be mapped',
};

/**
 * The pair as the mapping code of this kernel has it, where a driver asked the distance first, as all
 * drivers do: up to 5.3 nothing is remembered and bus addresses are given in any case; 5.4 to 5.19
 * remember the answer; from 6.0 on the mapping asks by itself.
 */
export function pairOfEntry(
  analysis: Analysis,
  provider: FunctionId,
  client: FunctionId,
  options: MappingOptions,
): KnownPair {
  const { features } = analysis.conditions.kernel.value;
  const verdict = analysis.pair(provider, client);
  if (options.design === 'out-of-tree') {
    return { ...known('THRU_HOST_BRIDGE'), text: 'nobody asks what the pair is' };
  }
  if (options.design === 'switch-iommu' && shareBridge(analysis, provider, client)) {
    return {
      ...known('THRU_HOST_BRIDGE'),
      isBySwitchIommu: true,
      text: 'the switch’s own IOMMU leads to it, by an IOVA',
    };
  }
  const asksDistance = features.unaskedMapping !== 'maps' && features.virtOpsClients === 'refused';
  if (asksDistance && isSoftware(analysis, client, options)) {
    return {
      ...known('NOT_SUPPORTED'),
      text: 'its distance is refused, because the driver makes use of dma_virt_ops',
    };
  }
  const cache = new MappingCache(features);
  cache.asked(verdict);
  const { mapType, source } = cache.map(verdict);
  if (mapType === null) return hidden(verdict);
  if (source === 'unchecked' && features.pairRule !== 'none') {
    return { ...known(mapType), text: 'this kernel’s mapping asks nobody: by its bus address' };
  }
  return { ...known(mapType), text: WORDS[mapType] };
}

function known(mapType: MapType): Pick<KnownPair, 'mapType' | 'supposed'> {
  return { mapType, supposed: mapType };
}

const BEST_FIRST: readonly MapType[] = ['BUS_ADDR', 'THRU_HOST_BRIDGE', 'NOT_SUPPORTED'];

/** What is shown where the input does not decide: the best of what is possible. */
function hidden({ possible }: PairVerdict): KnownPair {
  const supposed = BEST_FIRST.find((type) => possible.includes(type)) ?? 'NOT_SUPPORTED';
  return {
    mapType: null,
    supposed,
    text: `the input does not show how the device reaches it (${possible.join(' or ')}); shown as if ${supposed}`,
  };
}

function isSoftware(
  { topology }: Analysis,
  client: FunctionId,
  { driver }: MappingOptions,
): boolean {
  if (driver !== 'own') return driver === 'software-rdma';
  const place = topology.indexOf.get(client);
  if (place === undefined) return false;
  const bound = functionAt(topology, place).driver;
  return bound !== UNKNOWN && SOFTWARE_RDMA_DRIVERS.some((name) => name === bound);
}

/** Are both below one bridge, as below a switch? */
function shareBridge({ topology }: Analysis, a: FunctionId, b: FunctionId): boolean {
  const [one, two] = [a, b].map((id) => {
    const place = topology.indexOf.get(id);
    return place === undefined ? [] : wayUp(topology, place).slice(1);
  });
  return (one ?? []).some((bridge) => two?.includes(bridge));
}
