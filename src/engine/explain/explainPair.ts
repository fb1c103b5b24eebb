import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { Analysis } from '../analyze.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, type Topology, wayUp } from '../pci/topology.ts';
import { RULES } from '../rules.ts';
import { acsReasons } from './acsReasons.ts';
import { type Fix, smallestFixes } from './fixes.ts';
import { hostReasons } from './hostReasons.ts';
import { kernelLog } from './kernelLog.ts';
import { nameOf, nameOfId } from './nameOf.ts';
import { type Reason, reason } from './reason.ts';

/** A verdict with its chain of reasons, the kernel's words, and what would change it. */
export interface Explanation {
  readonly verdict: PairVerdict;
  readonly reasons: readonly Reason[];
  readonly log: readonly string[];
  readonly fixes: readonly Fix[];
}

/** Why a pair is judged as it is, step by step as the kernel goes. */
export function explainPair(
  analysis: Analysis,
  provider: FunctionId,
  client: FunctionId,
): Explanation {
  const verdict = analysis.pair(provider, client);
  const reasons = [
    wayReason(analysis.topology, verdict),
    ...acsReasons(analysis.topology, verdict),
    ...hostReasons(analysis, verdict),
    conclusion(verdict),
  ];
  return {
    verdict,
    reasons,
    log: kernelLog(analysis, verdict),
    fixes: smallestFixes(analysis, verdict),
  };
}

function wayReason(topology: Topology, verdict: PairVerdict): Reason {
  const up = functionsUp(topology, verdict.provider);
  const down = functionsUp(topology, verdict.client);
  const provider = nameOfId(topology, verdict.provider);
  const client = nameOfId(topology, verdict.client);
  if (verdict.provider === verdict.client) {
    return reason(RULES.mapType, `Provider and client are the same function, ${provider}.`, [
      verdict.provider,
    ]);
  }
  const common = down.find((fn) => up.includes(fn));
  if (common) {
    const steps = `${up.indexOf(common)} + ${down.indexOf(common)} steps`;
    const text = `${nameOf(common)} is above both (${steps}): the lowest bridge they share.`;
    return reason(RULES.mapType, text, [common.id]);
  }
  const all = [...up, ...down].map((fn) => fn.id);
  const tops = [up.at(-1), down.at(-1)].filter((fn) => fn !== undefined);
  if (tops.every((fn) => fn.parent !== UNKNOWN)) {
    const [first, second] = tops.map(nameOf);
    const text = `No bridge is above both: the ways up end at ${first} and ${second} on a root bus (${up.length} + ${down.length} functions).`;
    return reason(RULES.mapType, text, all);
  }
  const hidden = `The input does not show every bridge above ${provider} and ${client}`;
  const text =
    verdict.possible.includes('BUS_ADDR') || verdict.acsRedirect.length > 0
      ? `${hidden}: whether they share one is not known.`
      : `${hidden}, but none that it shows leads to both.`;
  return reason(RULES.upstreamBridge, text, all);
}

/** The function and the bridges above it; a virtual function stands at its physical one's place. */
function functionsUp(topology: Topology, id: FunctionId): readonly PciFunction[] {
  const place = topology.indexOf.get(id);
  if (place === undefined) return [];
  return wayUp(topology, place).map((index) => functionAt(topology, index));
}

function conclusion(verdict: PairVerdict): Reason {
  const { mapType, result, distance } = verdict;
  switch (mapType) {
    case 'BUS_ADDR':
      return reason(
        RULES.mapType,
        `BUS_ADDR, distance ${result}: the client is given PCI bus addresses; no transfer leaves the common bridge.`,
      );
    case 'THRU_HOST_BRIDGE':
      return reason(
        RULES.mapType,
        `THRU_HOST_BRIDGE, distance ${result ?? 'not known'}: transfers go up through the root complex and down again.`,
      );
    case 'NOT_SUPPORTED':
      return reason(
        RULES.distance,
        `NOT_SUPPORTED: pci_p2pdma_distance() returns -1 (hop count ${distance ?? 'not known'}).`,
      );
    case null:
      return reason(
        RULES.mapType,
        `Not to be decided from this input: ${verdict.possible.join(' or ')}.`,
      );
  }
}
