import type { Analysis } from '../../analyze.ts';
import type { PairVerdict } from '../../p2pdma/verdict.ts';
import type { Fix } from './fix.ts';
import { tryOut } from './tryOut.ts';

/**
 * Booting without the IOMMU: nobody then asks for ACS, and words stay as the firmware left them. Only
 * where words are those of a boot; a running machine's would not change. `iommu=off` ends the search for
 * any IOMMU on x86 (`amd_iommu=off` comes too late for ACS up to 6.18); others have no such word.
 */
export function iommuOff(analysis: Analysis, verdict: PairVerdict): Fix | null {
  const { acsWords, iommu, cmdline } = analysis.conditions;
  const { hardware, requestsAcs, isReported } = iommu.value;
  if (acsWords.value === 'as-is' || !requestsAcs || verdict.mapType === 'BUS_ADDR') return null;
  if (hardware !== 'intel' && hardware !== 'amd') return null;
  const text =
    'Switch the IOMMU off: ACS then stays as the firmware left it. That gives up isolation, and devices cannot be passed through to guests.';
  const booted = [cmdline.value.text.trim(), 'iommu=off'].filter((part) => part !== '').join(' ');
  if (isReported) {
    const request = { iommuMode: 'off' } as const;
    return {
      kind: 'iommu-off',
      text,
      cmdline: 'iommu=off',
      verdictAfter: tryOut(analysis, verdict, { request }).mapType,
      change: { kind: 'iommu', iommu: hardware, iommuMode: 'off' },
    };
  }
  return {
    kind: 'iommu-off',
    text,
    cmdline: 'iommu=off',
    verdictAfter: tryOut(analysis, verdict, { request: { cmdline: booted } }).mapType,
    change: { kind: 'cmdline', cmdline: booted },
  };
}
