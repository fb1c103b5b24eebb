import type { FunctionId } from '../../model/ids.ts';
import type { AssumptionId } from '../kernel/conditions.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { functionAt, NOT_SHOWN, type Topology } from '../pci/topology.ts';
import { OUTCOME, onlyOutcome, outcomesOf } from './outcome.ts';
import type { PairJudge } from './pairJudge.ts';
import type { MapType, PairRule, PairVerdict } from './verdict.ts';

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
  if (mapType === null || features.pairRule === 'none') return null;
  if (mapType === 'NOT_SUPPORTED') return -1;
  if (distance === null) return null;
  return mapType === 'THRU_HOST_BRIDGE' ? distance + features.hostPathPenalty : distance;
}

/**
 * The judge's answer on the pair it was asked last, as a verdict with all that decided it.
 *
 * @param doubtful assumptions behind the ACS words that this pair's outcome rests on
 */
export function pairVerdict(
  topology: Topology,
  judge: PairJudge,
  features: KernelFeatures,
  provider: number,
  client: number,
  doubtful: readonly AssumptionId[] = [],
): PairVerdict {
  const mapType = onlyOutcome(judge.possible);
  const distance = judge.distance < 0 ? null : judge.distance;
  const decidedBy = [...new Set([...(judge.viaHost?.decidedBy ?? []), ...doubtful])];
  const classes = judge.classes();
  const { redirecting, hidden } = judge.onWay();
  const name = (place: number): FunctionId => functionAt(topology, place).id;
  return {
    provider: name(provider),
    client: name(client),
    mapType,
    possible: outcomesOf(judge.possible),
    distance,
    result: pciP2pdmaDistance(mapType, distance, features),
    acsRedirect: redirecting.map(name),
    acsUnknown: hidden.map(name),
    rule: decidingRule(judge, hidden.length > 0),
    confidence: mapType === null ? 'unknown' : decidedBy.length > 0 ? 'assumed' : 'proven',
    decidedBy,
    ...(classes && { classes }),
  };
}

function decidingRule(judge: PairJudge, hidesAcs: boolean): PairRule {
  const { possible, viaHost, common, directRule } = judge;
  if (!viaHost) return directRule;
  const decided = (possible & (possible - 1)) === 0;
  if (decided || (possible & OUTCOME.BUS_ADDR) === 0) return viaHost.rule;
  return common === NOT_SHOWN || !hidesAcs ? 'parent-unknown' : 'acs-unknown';
}
