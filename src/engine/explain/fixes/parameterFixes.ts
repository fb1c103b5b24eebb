import type { Analysis } from '../../analyze.ts';
import type { CmdlineSpan } from '../../kernel/cmdline/kernelParameters.ts';
import type { KernelFeatures } from '../../kernel/features.ts';
import type { PairVerdict } from '../../p2pdma/verdict.ts';
import { nameOfId } from '../nameOf.ts';
import type { Fix } from './fix.ts';
import { tryOut } from './tryOut.ts';
import { withPciOption } from './withPciOption.ts';

/**
 * The parameters that switch ACS redirection off, each booted again with: nothing where words are
 * taken as they stand, because a command line changes nothing there.
 */
export function parameterFixes(analysis: Analysis, verdict: PairVerdict): readonly Fix[] {
  const { acsRedirect, mapType } = verdict;
  const { acsWords } = analysis.conditions;
  if (acsWords.value === 'as-is' || acsRedirect.length === 0 || mapType === 'BUS_ADDR') return [];
  return [disableAcsRedir(analysis, verdict), configAcs(analysis, verdict)].filter(
    (fix) => fix !== null,
  );
}

/** Whatever comes of it in this era is told: that it may not do what it says, too. */
function disableAcsRedir(analysis: Analysis, verdict: PairVerdict): Fix | null {
  const { kernel, cmdline } = analysis.conditions;
  const how = kernel.value.features.disableAcsRedir;
  if (how === 'absent') return null;
  const names = verdict.acsRedirect.map((id) => nameOfId(analysis.topology, id));
  const given = cmdline.value.disableAcsRedir;
  return booted(analysis, verdict, {
    kind: 'disable-acs-redir',
    option: 'disable_acs_redir',
    given,
    value: [...(given ? [given.text] : []), ...names].join(';'),
    text: `Boot with ACS redirect disabled on ${names.join(', ')}: ${WHAT_IT_DOES[how]}`,
  });
}

const WHAT_IT_DOES: Readonly<Record<Exclude<KernelFeatures['disableAcsRedir'], 'absent'>, string>> =
  {
    clears: 'RR, CR and EC go, SV and UF stay.',
    'restores-firmware':
      'in this kernel it brings back RR, CR and EC as the firmware had them, and writes every other bit as 1, TB (which ends ATS) and DT, too.',
    'from-firmware':
      'the firmware’s word without RR, CR and EC; SV and UF go with them, and IOMMU groups may merge.',
  };

/** RR, CR and EC off by name, SV and UF on: isolation of groups is lost less than with the other. */
function configAcs(analysis: Analysis, verdict: PairVerdict): Fix | null {
  const { kernel, cmdline } = analysis.conditions;
  const form = kernel.value.features.configAcs;
  if (form === 'absent') return null;
  const names = verdict.acsRedirect.map((id) => nameOfId(analysis.topology, id));
  const given = cmdline.value.configAcs;
  // Flags hold for one device, or in the early form for all that follow: nothing can be added there.
  if (form === 'early' && given) return null;
  const entries =
    form === 'early' ? [`0x00xx@${names.join(';')}`] : names.map((name) => `0100x1@${name}`);
  return booted(analysis, verdict, {
    kind: 'config-acs',
    option: 'config_acs',
    given,
    value: [...(given ? [given.text] : []), ...entries].join(';'),
    text:
      form === 'early'
        ? `Boot with RR, CR and EC of ${names.join(', ')} as the firmware had them; SV and UF stay as the kernel sets them.`
        : `Boot with RR, CR and EC of ${names.join(', ')} off, and SV and UF on.`,
  });
}

interface Parameter {
  readonly kind: Fix['kind'];
  readonly option: string;
  readonly given: CmdlineSpan | null;
  readonly value: string;
  readonly text: string;
}

function booted(
  analysis: Analysis,
  verdict: PairVerdict,
  { kind, option, given, value, text }: Parameter,
): Fix {
  const cmdline = withPciOption(analysis.conditions.cmdline.value.text, option, given, value);
  const verdictAfter = tryOut(analysis, verdict, { request: { cmdline } }).mapType;
  return {
    kind,
    text,
    cmdline: `pci=${option}=${value}`,
    verdictAfter,
    change: { kind: 'cmdline', cmdline },
  };
}
