import { UNKNOWN } from '../../base/unknown.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';
import { acsWay } from '../p2pdma/calcMapTypeAndDist.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import { functionAt, type Topology } from '../pci/topology.ts';
import { RULES } from '../rules.ts';
import { nameOf, nameOfId } from './nameOf.ts';
import { type Reason, reason } from './reason.ts';

/** What the ACS words on the way contribute; nothing where the kernel does not look at them. */
export function acsReasons(topology: Topology, verdict: PairVerdict): readonly Reason[] {
  const reasons: Reason[] = [];
  if (verdict.acsRedirect.length > 0) {
    const redirecting = new Set(verdict.acsRedirect);
    const named = wayOf(topology, verdict)
      .filter((fn) => redirecting.has(fn.id))
      .map((fn) => `${nameOf(fn)} (${redirectBits(fn)})`);
    reasons.push(
      reason(RULES.acsRedirect, `ACS redirects at ${named.join(', ')}.`, verdict.acsRedirect),
    );
  }
  if (verdict.acsUnknown.length > 0) {
    reasons.push(
      reason(
        RULES.acsRedirect,
        `The input does not show the ACS control of ${verdict.acsUnknown.map((id) => nameOfId(topology, id)).join(', ')}; it takes root rights to read it.`,
        verdict.acsUnknown,
      ),
    );
  }
  if (reasons.length === 0 && verdict.rule === 'common-bridge') {
    const way = wayOf(topology, verdict);
    reasons.push(
      reason(
        RULES.acsRedirect,
        'No function on the way redirects: none has RR, CR or EC set.',
        way.map((fn) => fn.id),
      ),
    );
  }
  return reasons;
}

function wayOf(topology: Topology, verdict: PairVerdict): readonly PciFunction[] {
  const provider = topology.indexOf.get(verdict.provider);
  const client = topology.indexOf.get(verdict.client);
  if (provider === undefined || client === undefined) return [];
  return acsWay(topology, provider, client).map((index) => functionAt(topology, index));
}

/** `RR CR` */
function redirectBits(fn: PciFunction): string {
  if (fn.acs === null || fn.acs === UNKNOWN || fn.acs.control === UNKNOWN) return '';
  const { control } = fn.acs;
  const redirecting: readonly AcsBit[] = ['RR', 'CR', 'EC'];
  return redirecting.filter((bit) => (control & ACS_BITS[bit]) !== 0).join(' ');
}
