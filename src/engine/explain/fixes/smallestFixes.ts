import type { Analysis } from '../../analyze.ts';
import type { PairVerdict } from '../../p2pdma/verdict.ts';
import type { Fix } from './fix.ts';
import { iommuOff } from './iommuOff.ts';
import { otherKernels } from './otherKernels.ts';
import { parameterFixes } from './parameterFixes.ts';
import { redirectOff, redirectOn } from './redirectFixes.ts';
import { sameSwitch } from './sameSwitch.ts';

/** The smallest changes that flip a verdict; each was applied and judged again. */
export function smallestFixes(analysis: Analysis, verdict: PairVerdict): readonly Fix[] {
  if (verdict.mapType === null) return [];
  return [
    redirectOff(analysis, verdict),
    ...parameterFixes(analysis, verdict),
    iommuOff(analysis, verdict),
    sameSwitch(analysis, verdict),
    ...otherKernels(analysis, verdict),
    redirectOn(analysis, verdict),
  ].filter((fix): fix is Fix => fix !== null && fix.verdictAfter !== verdict.mapType);
}
