import type { FunctionId } from '../../model/ids.ts';
import type { Analysis } from '../analyze.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, type Topology, wayUp } from '../pci/topology.ts';
import { RULES } from '../rules.ts';
import { acsReasons } from './acsReasons.ts';
import { type Fix, smallestFixes } from './fixes.ts';
import { hostReasons } from './hostReasons.ts';
import { kernelLog } from './kernelLog.ts';
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
  const { provider, client } = verdict;
  const up = namesUp(topology, provider);
  const down = namesUp(topology, client);
  const all = [...new Set([...up, ...down])];
  if (provider === client) {
    return reason(RULES.mapType, `Provider and client are the same function, ${provider}.`, [
      provider,
    ]);
  }
  const onProviderLeg = new Set(up);
  const common = down.find((name) => onProviderLeg.has(name));
  if (common !== undefined) {
    const steps = `${up.indexOf(common)} + ${down.indexOf(common)} steps`;
    return reason(
      RULES.mapType,
      `${common} is above both (${steps}): the lowest bridge they share.`,
      [common],
    );
  }
  if (verdict.distance !== null && !endsHidden(topology, verdict)) {
    return reason(
      RULES.mapType,
      `No bridge is above both: the ways up end at ${up.at(-1)} and ${down.at(-1)} on a root bus (${up.length} + ${down.length} functions).`,
      all,
    );
  }
  return reason(
    RULES.upstreamBridge,
    `The input does not show every bridge above ${provider} and ${client}: whether they share one is not known.`,
    all,
  );
}

function endsHidden(topology: Topology, verdict: PairVerdict): boolean {
  return [verdict.provider, verdict.client].some((id) => {
    const top = wayUp(topology, topology.indexOf.get(id) ?? 0).at(-1);
    return top === undefined || (topology.upstream[top] ?? 0) < -1;
  });
}

/** The function and the bridges above it, by name. */
function namesUp(topology: Topology, id: FunctionId): readonly FunctionId[] {
  const place = topology.indexOf.get(id);
  if (place === undefined) return [];
  return wayUp(topology, place).map((index) => functionAt(topology, index).id);
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
