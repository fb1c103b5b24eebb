import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { KernelFeatures } from '../kernel/features.ts';
import { acsWay } from '../p2pdma/acsWay.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, type Topology } from '../pci/topology.ts';
import type { Rule } from '../rule.ts';
import { RULES } from '../rules.ts';
import { nameOf, nameOfId } from './nameOf.ts';
import { pairRuleRow } from './pairRuleRow.ts';
import { type Reason, reason } from './reason.ts';
import { redirectingBits } from './redirectingBits.ts';

/** What the ACS words on the way contribute; nothing where the kernel does not look at them. */
export function acsReasons(
  topology: Topology,
  verdict: PairVerdict,
  features: KernelFeatures,
): readonly Reason[] {
  if (features.pairRule === 'same-upstream-port' || features.pairRule === 'common-bridge') {
    return [notAsked(features)];
  }
  const rule = ruleOfAcs(features);
  const reasons: Reason[] = [];
  if (verdict.acsRedirect.length > 0) {
    const named = verdict.acsRedirect.map((id) => withBits(topology, id));
    const text = `${REDIRECTS[features.pairRule]} ${named.join(', ')}${AFTER[features.pairRule]}.`;
    reasons.push(reason(rule, text, verdict.acsRedirect));
  }
  if (verdict.acsUnknown.length > 0) {
    const named = verdict.acsUnknown.map((id) => nameOfId(topology, id)).join(', ');
    const text = `The input does not show the ACS control of ${named}; it takes root rights to read it.`;
    reasons.push(reason(rule, text, verdict.acsUnknown));
  }
  if (reasons.length === 0 && verdict.mapType === 'BUS_ADDR') {
    const way = wayOf(topology, verdict).map((fn) => fn.id);
    reasons.push(reason(rule, NONE_REDIRECTS[features.pairRule], way));
  }
  return reasons;
}

type AskingRule = Exclude<KernelFeatures['pairRule'], 'same-upstream-port' | 'common-bridge'>;

const REDIRECTS: Readonly<Record<AskingRule, string>> = {
  none: 'ACS redirects at',
  'redirect-refuses': 'ACS redirects at',
  'map-types': 'ACS redirects at',
  'node-verdicts': 'The way is not direct at',
  'tlp-classes': 'Where the ways part, traffic is turned away at',
};

const AFTER: Readonly<Record<AskingRule, string>> = {
  none: ', which no kernel code looks at: requests go up there',
  'redirect-refuses': ', which refuses the pair: the host bridge is not asked',
  'map-types': '',
  'node-verdicts': ', by its own verdict on redirection and egress control',
  'tlp-classes': ' (requests at the client’s port, completions at the provider’s)',
};

const CLASSIC_NONE = 'No function on the way redirects: none has RR, CR or EC set.';
const NONE_REDIRECTS: Readonly<Record<AskingRule, string>> = {
  none: CLASSIC_NONE,
  'redirect-refuses': CLASSIC_NONE,
  'map-types': CLASSIC_NONE,
  'node-verdicts': 'Every node on the way lets requests pass directly.',
  'tlp-classes':
    'Neither of the two ports where the ways part turns anything away: RR and EC are clear at the client’s, CR at the provider’s.',
};

function ruleOfAcs({ pairRule }: KernelFeatures): Rule {
  if (pairRule === 'node-verdicts') return RULES.nodeVerdict;
  return pairRule === 'tlp-classes' ? RULES.tlpClasses : RULES.acsRedirect;
}

function notAsked(features: KernelFeatures): Reason {
  const clears = features.acsAtBoot === 'request-then-clear-behind-switches';
  const why = clears
    ? 'a kernel built with it clears RR, CR and EC behind switches at boot'
    : 'this kernel does not look at ACS';
  return reason(pairRuleRow(features), `ACS is not asked: ${why}.`);
}

function wayOf(topology: Topology, verdict: PairVerdict): readonly PciFunction[] {
  const provider = topology.indexOf.get(verdict.provider);
  const client = topology.indexOf.get(verdict.client);
  if (provider === undefined || client === undefined) return [];
  return acsWay(topology, provider, client).map((index) => functionAt(topology, index));
}

/** `0000:02:00.0 (RR CR)` */
function withBits(topology: Topology, id: FunctionId): string {
  const place = topology.indexOf.get(id);
  if (place === undefined) return id;
  const fn = functionAt(topology, place);
  return `${nameOf(fn)} (${redirectingBits(fn).join(' ')})`;
}
