import type { KernelFeatures } from '../kernel/features.ts';
import type { Rule } from '../rule.ts';
import { RULES } from '../rules.ts';

/** The row of the rule by which kernels with these features judge pairs. */
export function pairRuleRow({ pairRule }: KernelFeatures): Rule {
  switch (pairRule) {
    case 'none':
      return RULES.notChecked;
    case 'same-upstream-port':
      return RULES.sameUpstreamPort;
    case 'common-bridge':
      return RULES.commonBridgeOnly;
    case 'redirect-refuses':
      return RULES.redirectRefuses;
    case 'map-types':
      return RULES.mapType;
    case 'node-verdicts':
      return RULES.nodeVerdicts;
    case 'tlp-classes':
      return RULES.tlpClasses;
  }
}
