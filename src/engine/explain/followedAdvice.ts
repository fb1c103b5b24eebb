import type { Analysis } from '../analyze.ts';
import type { PairVerdict } from '../p2pdma/verdict.ts';
import type { Fix } from './fixes/fix.ts';
import { logLines } from './kernelLog.ts';

/**
 * What becomes of the kernel's own advice to boot with `pci=disable_acs_redir=…`, where it is other than
 * one would expect; `null` where it does what it says, or where the kernel gives none.
 *
 * Source: `__pci_config_acs()`, drivers/pci/pci.c: Linux 6.11 to 6.12.116 write the firmware's bits back,
 * seen on running 6.12.15.
 */
export function followedAdvice(
  analysis: Analysis,
  verdict: PairVerdict,
  fixes: readonly Fix[],
): string | null {
  const lines = logLines(analysis, verdict);
  if (!lines.some(({ kind }) => kind === 'parameter')) return null;
  if (lines.some(({ kind }) => kind === 'crash')) return null;
  const { kernel, acsWords } = analysis.conditions;
  const isAtFault = kernel.value.features.disableAcsRedir === 'restores-firmware';
  if (acsWords.value === 'as-is') {
    return isAtFault
      ? 'Take care with that parameter: in this kernel it brings back RR, CR and EC as the firmware had set them, and writes every other bit as 1.'
      : null;
  }
  const follows = fixes.some(({ kind }) => kind === 'disable-acs-redir');
  if (follows || verdict.mapType === 'BUS_ADDR') return null;
  return isAtFault
    ? 'That parameter changes nothing here: in this kernel it brings back RR, CR and EC as the firmware had set them.'
    : 'Booting with that parameter would not change the verdict.';
}
