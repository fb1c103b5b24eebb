import type { FunctionId } from '../../model/ids.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { functionAt, NOT_SHOWN, ON_ROOT_BUS, type Topology } from '../pci/topology.ts';
import { acsWay, OUTCOME, type PairJudge } from './calcMapTypeAndDist.ts';
import { pciBridgeHasAcsRedir } from './pciBridgeHasAcsRedir.ts';
import type { MapType, PairRule, PairVerdict } from './verdict.ts';

const OUTCOMES_OF: readonly (readonly MapType[])[] = Array.from({ length: 8 }, (_, bits) => {
  const list: MapType[] = [];
  if (bits & OUTCOME.BUS_ADDR) list.push('BUS_ADDR');
  if (bits & OUTCOME.THRU_HOST_BRIDGE) list.push('THRU_HOST_BRIDGE');
  if (bits & OUTCOME.NOT_SUPPORTED) list.push('NOT_SUPPORTED');
  return list;
});

/** The outcomes that a set of bits stands for. */
export function outcomesOf(bits: number): readonly MapType[] {
  return OUTCOMES_OF[bits] ?? [];
}

/**
 * What `pci_p2pdma_distance()` returns (drivers/pci/p2pdma.c, Linux 4.20 to 7.1): the distance, or
 * -1 when the pair is refused; `null` when that is not known. 5.2 and 5.3 add 0x1000 to ways
 * through the root complex.
 */
export function pciP2pdmaDistance(
  mapType: MapType | null,
  distance: number | null,
  features: KernelFeatures,
): number | null {
  if (mapType === null) return null;
  if (mapType === 'NOT_SUPPORTED') return -1;
  if (distance === null) return null;
  return mapType === 'THRU_HOST_BRIDGE' ? distance + features.hostPathPenalty : distance;
}

/** The judge's answer on the pair it was asked last, as a verdict with all that decided it. */
export function pairVerdict(
  topology: Topology,
  judge: PairJudge,
  features: KernelFeatures,
  provider: number,
  client: number,
): PairVerdict {
  const possible = outcomesOf(judge.possible);
  const [only] = possible;
  const mapType = possible.length === 1 && only ? only : null;
  const distance = judge.distance < 0 ? null : judge.distance;
  const decidedBy = judge.viaHost?.decidedBy ?? [];
  return {
    provider: functionAt(topology, provider).id,
    client: functionAt(topology, client).id,
    mapType,
    possible,
    distance,
    result: pciP2pdmaDistance(mapType, distance, features),
    ...acsOnWay(topology, judge.common, provider, client),
    rule: decidingRule(judge),
    confidence: mapType === null ? 'unknown' : decidedBy.length > 0 ? 'assumed' : 'proven',
    decidedBy,
  };
}

function decidingRule(judge: PairJudge): PairRule {
  const { possible, viaHost, common } = judge;
  if (!viaHost) return 'common-bridge';
  const decided = (possible & (possible - 1)) === 0;
  if (decided) return viaHost.rule;
  if ((possible & OUTCOME.BUS_ADDR) === 0) return viaHost.rule;
  return common === NOT_SHOWN ? 'parent-unknown' : 'acs-unknown';
}

/** The kernel collects redirecting functions only on the way to a common bridge. */
function acsOnWay(
  topology: Topology,
  common: number,
  provider: number,
  client: number,
): { readonly acsRedirect: readonly FunctionId[]; readonly acsUnknown: readonly FunctionId[] } {
  const acsRedirect: FunctionId[] = [];
  const acsUnknown: FunctionId[] = [];
  if (common !== ON_ROOT_BUS) {
    for (const index of acsWay(topology, provider, client)) {
      const fn = functionAt(topology, index);
      const answer = pciBridgeHasAcsRedir(fn);
      if (answer === 'yes') acsRedirect.push(fn.id);
      if (answer === 'unknown') acsUnknown.push(fn.id);
    }
  }
  return { acsRedirect, acsUnknown };
}
