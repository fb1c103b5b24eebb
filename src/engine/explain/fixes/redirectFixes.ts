import { hex } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { ACS_BITS } from '../../../model/registers.ts';
import { ACS_REDIRECT_BITS } from '../../acs/acsMasks.ts';
import type { Analysis } from '../../analyze.ts';
import { acsWay } from '../../p2pdma/acsWay.ts';
import type { PairVerdict } from '../../p2pdma/verdict.ts';
import { functionAt } from '../../pci/topology.ts';
import { redirectList } from '../kernelLog.ts';
import { nameOf, nameOfId } from '../nameOf.ts';
import type { Fix } from './fix.ts';
import { tryOut, withAcsControl } from './tryOut.ts';

/**
 * Clearing the redirect bits that stand in the way: now where words are taken as they stand (with
 * what does it for good), in the firmware's words where a boot starts from those.
 */
export function redirectOff(analysis: Analysis, verdict: PairVerdict): Fix | null {
  const { acsRedirect } = verdict;
  const { topology, conditions } = analysis;
  if (acsRedirect.length === 0 || verdict.mapType === 'BUS_ADDR') return null;
  const machine = withAcsControl(analysis.asRead, acsRedirect, (word) => word & ~ACS_REDIRECT_BITS);
  const named = acsRedirect.map((id) => nameOfId(topology, id)).join(', ');
  const verdictAfter = tryOut(analysis, verdict, { machine }).mapType;
  const fix = {
    kind: 'acs-redirect-off',
    verdictAfter,
    change: { kind: 'acs-control', functions: acsRedirect, set: 0, clear: ACS_REDIRECT_BITS },
  } as const;
  if (conditions.acsWords.value === 'boot') {
    return { ...fix, text: `Have the firmware leave ACS redirect (RR, CR, EC) clear on ${named}.` };
  }
  const clear = `Clear ACS redirect (RR, CR, EC) on ${named}`;
  switch (conditions.kernel.value.features.disableAcsRedir) {
    case 'absent':
      return { ...fix, text: `${clear}. This kernel has no parameter for it.` };
    case 'restores-firmware':
      return {
        ...fix,
        text: `${clear}. The kernel parameter of this era does not do it reliably: at the next boot it brings back RR, CR and EC as the firmware had set them, and sets every other bit, TB and DT, too.`,
      };
    case 'clears':
    case 'from-firmware':
      return {
        ...fix,
        text: `${clear}; from the next boot on with the kernel parameter${undriven(analysis, verdict)}. IOMMU groups may merge.`,
        cmdline: `pci=disable_acs_redir=${redirectList(topology, verdict)}`,
      };
  }
}

/** From 7.0 on, without an IOMMU, a word is written only when a driver binds. */
function undriven({ topology, conditions }: Analysis, verdict: PairVerdict): string {
  const { kernel, iommu } = conditions;
  if (kernel.value.features.acsMoment === 'found' || iommu.value.requestsAcs) return '';
  const without = verdict.acsRedirect.filter((id) => {
    const place = topology.indexOf.get(id);
    return place !== undefined && functionAt(topology, place).driver === null;
  });
  if (without.length === 0) return '';
  const names = without.map((id) => nameOfId(topology, id)).join(', ');
  return ` (without an IOMMU this kernel applies it only where a driver is bound: not on ${names})`;
}

/** What would take a direct pair away: redirection at a single function on the way. */
export function redirectOn(analysis: Analysis, verdict: PairVerdict): Fix | null {
  if (verdict.mapType !== 'BUS_ADDR') return null;
  const { topology } = analysis;
  const provider = topology.indexOf.get(verdict.provider);
  const client = topology.indexOf.get(verdict.client);
  if (provider === undefined || client === undefined) return null;
  const able = acsWay(topology, provider, client)
    .map((index) => functionAt(topology, index))
    .find(canRedirect);
  if (!able) return null;
  const machine = withAcsControl(analysis.asRead, [able.id], (word) => word | ACS_BITS.RR);
  return {
    kind: 'acs-redirect-on',
    text: `Redirection at ${nameOf(able)} would end it; Linux sets SV, RR, CR and UF there at boot when an IOMMU is in use (now 0x${hex(controlOf(able), 4)}).`,
    verdictAfter: tryOut(analysis, verdict, { machine }).mapType,
    change: { kind: 'acs-control', functions: [able.id], set: ACS_BITS.RR, clear: 0 },
  };
}

function canRedirect(fn: PciFunction): boolean {
  const { acs } = fn;
  if (acs === null || acs === UNKNOWN || acs.capability === UNKNOWN) return false;
  return (acs.capability & ACS_BITS.RR) !== 0 && acs.control !== UNKNOWN;
}

function controlOf(fn: PciFunction): number {
  const { acs } = fn;
  return acs === null || acs === UNKNOWN || acs.control === UNKNOWN ? 0 : acs.control;
}
