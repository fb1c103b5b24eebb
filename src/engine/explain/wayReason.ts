import { UNKNOWN } from '../../base/unknown.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, ON_ROOT_BUS, type Topology, wayUp } from '../pci/topology.ts';
import { RULES } from '../rules.ts';
import { nameOf, nameOfId } from './nameOf.ts';
import { pairRuleRow } from './pairRuleRow.ts';
import { type Reason, reason } from './reason.ts';

/** Where the two ways up meet, as the kernel in question looks for it. */
export function wayReasons(
  topology: Topology,
  verdict: PairVerdict,
  features: KernelFeatures,
): readonly Reason[] {
  const way = wayReason(topology, verdict, features);
  return features.pairRule === 'same-upstream-port'
    ? [way, twoAboveReason(topology, verdict)]
    : [way];
}

function wayReason(topology: Topology, verdict: PairVerdict, features: KernelFeatures): Reason {
  const rule = pairRuleRow(features);
  const up = functionsUp(topology, verdict.provider);
  const down = functionsUp(topology, verdict.client);
  const provider = nameOfId(topology, verdict.provider);
  const client = nameOfId(topology, verdict.client);
  if (verdict.provider === verdict.client) {
    return reason(rule, `Provider and client are the same function, ${provider}.`, [
      verdict.provider,
    ]);
  }
  const common = down.find((fn) => up.includes(fn));
  if (common) {
    const steps = `${up.indexOf(common)} + ${down.indexOf(common)} steps`;
    const text = `${nameOf(common)} is above both (${steps}): the lowest bridge they share.`;
    return reason(rule, text, [common.id]);
  }
  const all = [...up, ...down].map((fn) => fn.id);
  const tops = [up.at(-1), down.at(-1)].filter((fn) => fn !== undefined);
  if (tops.every((fn) => fn.parent !== UNKNOWN)) {
    const [first, second] = tops.map(nameOf);
    const text = `No bridge is above both: the ways up end at ${first} and ${second} on a root bus (${up.length} + ${down.length} functions).`;
    return reason(rule, text, all);
  }
  const hidden = `The input does not show every bridge above ${provider} and ${client}`;
  const text =
    verdict.possible.includes('BUS_ADDR') || verdict.acsRedirect.length > 0
      ? `${hidden}: whether they share one is not known.`
      : `${hidden}, but none that it shows leads to both.`;
  return reason(RULES.upstreamBridge, text, all);
}

/** What the series of 2017 and 2018 asked: the bridge two steps above each. */
function twoAboveReason(topology: Topology, verdict: PairVerdict): Reason {
  const rule = RULES.sameUpstreamPort;
  const [mine, yours] = [verdict.provider, verdict.client].map((id) => twoAbove(topology, id));
  const provider = nameOfId(topology, verdict.provider);
  const client = nameOfId(topology, verdict.client);
  if (mine && yours && mine !== 'none' && yours !== 'none') {
    const text =
      mine === yours
        ? `Two bridges above both is ${nameOf(mine)}: the upstream port of one switch.`
        : `Two bridges above ${provider} is ${nameOf(mine)}, above ${client} ${nameOf(yours)}: it has to be the same one.`;
    return reason(rule, text, mine === yours ? [mine.id] : [mine.id, yours.id]);
  }
  const without = mine === 'none' ? provider : yours === 'none' ? client : null;
  const text = without
    ? `${without} has no bridge two steps above it, as it would below a switch.`
    : `The input does not show the bridge two steps above ${mine ? client : provider}.`;
  return reason(rule, text, [verdict.provider, verdict.client]);
}

/** `none`: the way ends before it; `null`: not shown. */
function twoAbove(topology: Topology, id: FunctionId): PciFunction | 'none' | null {
  const place = topology.indexOf.get(id);
  const first = place === undefined ? undefined : topology.upstream[place];
  const second = first === undefined || first < 0 ? first : topology.upstream[first];
  if (second === undefined) return null;
  if (second === ON_ROOT_BUS) return 'none';
  return second < 0 ? null : functionAt(topology, second);
}

/** The function and the bridges above it; a virtual function stands at its physical one's place. */
function functionsUp(topology: Topology, id: FunctionId): readonly PciFunction[] {
  const place = topology.indexOf.get(id);
  if (place === undefined) return [];
  return wayUp(topology, place).map((index) => functionAt(topology, index));
}
