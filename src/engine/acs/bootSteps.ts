import { type OrUnknown, UNKNOWN } from '../../base/unknown.ts';
import { ACS_BITS, type AcsRegisters } from '../../model/registers.ts';
import type { Conditions } from '../kernel/conditions.ts';
import { functionAt, type Topology } from '../pci/topology.ts';
import { acsBitNames, acsWordText } from './acsBitNames.ts';
import type { AcsHistory, AcsStep } from './acsHistory.ts';
import type { AcsLists } from './acsLists.ts';
import { ACS_CONTROL_BITS, ACS_REDIRECT_BITS } from './acsMasks.ts';
import { acsWordIsWritten } from './acsMoment.ts';
import { type BlockingCause, blocksTranslated } from './blocksTranslated.ts';
import { clearsAcsP2pFlags } from './clearsAcsP2pFlags.ts';
import { configAcs, configFlagsOf } from './configAcs.ts';
import { firstMatch } from './deviceList.ts';
import { disableAcsRedir } from './disableAcsRedir.ts';
import { enableQuirkOf } from './enableQuirk.ts';
import { hardwareKeeps } from './hardwareKeeps.ts';
import { standardAcsBits, withAcsBits } from './pciStdEnableAcs.ts';
import { usableCapability } from './usableCapability.ts';

/** One function on its way through the boot. */
interface Boot {
  readonly topology: Topology;
  readonly index: number;
  readonly conditions: Conditions;
  readonly lists: AcsLists;
  readonly acs: AcsRegisters;
  readonly firmware: OrUnknown<number>;
}

/** What a step makes of the words, and what it says of it; no text: nothing worth telling. */
interface Words {
  readonly control: OrUnknown<number>;
  readonly dwordAt8: OrUnknown<number>;
}
interface Outcome extends Words {
  readonly text: string | null;
  /** Where another rule than the step's own decided. */
  readonly rule?: string;
}

type Rule = (boot: Boot, words: Words) => Outcome;

/** In the order in which the kernel goes. */
const RULES: readonly (readonly [string, Rule])[] = [
  ['acs-default', requestStep],
  ['disable-acs-redir', disableStep],
  ['config-acs', configStep],
  ['acs-cleared-for-peers', seriesStep],
  ['acs-hardware', hardwareStep],
];

/** What a boot makes of one function's ACS control word. */
export function bootHistory(
  topology: Topology,
  index: number,
  conditions: Conditions,
  lists: AcsLists,
  acs: AcsRegisters,
): AcsHistory {
  const firmware = acs.firmwareControl === UNKNOWN ? acs.control : acs.firmwareControl;
  const boot: Boot = { topology, index, conditions, lists, acs, firmware };
  const steps: AcsStep[] = [];
  let words: Words = { control: firmware, dwordAt8: acs.dwordAt8 };
  for (const [step, apply] of RULES) {
    const { text, rule = step, ...after } = apply(boot, words);
    if (text !== null) steps.push({ rule, before: words.control, after: after.control, text });
    words = after;
  }
  const { id } = functionAt(topology, index);
  const { control, dwordAt8 } = words;
  return {
    function: id,
    firmware,
    steps,
    control,
    ...(dwordAt8 === acs.dwordAt8 ? {} : { dwordAt8 }),
  };
}

/** The kernel's own default: only where an IOMMU asked for isolation. */
function requestStep(boot: Boot, words: Words): Outcome {
  const { topology, index, conditions, acs } = boot;
  if (!conditions.iommu.value.requestsAcs) return { ...words, text: null };
  const cause = blocksTranslated(topology, index, conditions);
  const why = whoAsked(conditions);
  const fn = functionAt(topology, index);
  const { brokenSourceValidation } = conditions.kernel.value.features;
  const bits = standardAcsBits(usableCapability(fn, brokenSourceValidation), cause !== null);
  const quirk = enableQuirkOf(fn);
  const set = withAcsBits(words.control, bits);
  if (quirk === null) {
    return { ...words, control: set, text: requestText(words.control, set, acs, cause, why) };
  }
  if (quirk === 'intel-pch') {
    const text =
      'Not touched: on these Intel ports isolation is switched in registers of the chipset.';
    return { ...words, text, rule: 'acs-enable-quirk' };
  }
  // Where the dword is hidden it is known for these bits, and the others count as 0.
  const dwordAt8 = withAcsBits(words.dwordAt8 === UNKNOWN ? 0 : words.dwordAt8, bits);
  if (quirk === 'intel-spt') {
    const text = `Not touched: on these Intel ports the control word lies at +8; ${bits === UNKNOWN ? 'bits' : (acsBitNames(bits) ?? 'nothing')} set there: ${why}.`;
    return { ...words, dwordAt8, text, rule: 'acs-enable-quirk' };
  }
  const text =
    'An IOMMU is in use; whether the bits are set here cannot be told, because the id is hidden: some Intel ports are switched elsewhere.';
  const control = set === words.control ? set : UNKNOWN;
  return { control, dwordAt8: dwordAt8 === words.dwordAt8 ? dwordAt8 : UNKNOWN, text };
}

const CAUSES: Readonly<Record<Exclude<BlockingCause, null>, string>> = {
  noats: 'TB because of pci=noats',
  'external-facing': 'TB because the port leads out of the case',
  untrusted: 'TB because it sits behind a port that leads out of the case',
};

/** An IOMMU that is off may have asked as well, where the word that switches it off comes too late. */
function whoAsked({ iommu }: Conditions): string {
  return iommu.value.mode === 'off'
    ? 'the IOMMU was found, and this kernel hears amd_iommu=off only after that'
    : 'an IOMMU is in use';
}

function requestText(
  before: OrUnknown<number>,
  after: OrUnknown<number>,
  { capability }: AcsRegisters,
  cause: BlockingCause,
  why: string,
): string {
  if (before === UNKNOWN || after === UNKNOWN) {
    return `Bits are added that the input does not show: ${why}.`;
  }
  const added = after & ~before;
  const blocked = cause !== null && (added & ACS_BITS.TB) !== 0 ? `; ${CAUSES[cause]}` : '';
  if (added !== 0) return `${acsBitNames(added)} set: ${why}${blocked}.`;
  const has = capability === UNKNOWN ? 0 : capability & after;
  return has === 0
    ? `Nothing set, although ${why}: the capability has none of SV, RR, CR and UF.`
    : `Nothing set: ${why}, and what the kernel sets was on already.`;
}

function disableStep(boot: Boot, words: Words): Outcome {
  const { topology, index, conditions, lists, firmware } = boot;
  if (!lists.disableAcsRedir) return { ...words, text: null };
  const match = firstMatch(lists.disableAcsRedir, topology, index);
  const how = conditions.kernel.value.features.disableAcsRedir;
  return applyParameter(boot, words, match, () => {
    const control = disableAcsRedir(how, { firmware, control: words.control });
    const isPlain = how === 'from-firmware' && words.control === firmware;
    return { control, text: DISABLE_TEXTS[isPlain ? 'clears' : how] };
  });
}

const DISABLE_TEXTS = {
  absent: '',
  clears: 'RR, CR and EC cleared by pci=disable_acs_redir=; the rest stays.',
  'restores-firmware':
    'RR, CR and EC as the firmware had them and every other bit 1: what pci=disable_acs_redir= does in these kernels, by mistake.',
  'from-firmware':
    'The firmware’s word without RR, CR and EC by pci=disable_acs_redir=; what the kernel had set is lost.',
} as const;

function configStep(boot: Boot, words: Words): Outcome {
  const { topology, index, lists, firmware } = boot;
  const list = lists.configAcs;
  if (!list) return { ...words, text: null };
  const { match, flags } = configFlagsOf(list, topology, index);
  return applyParameter(boot, words, match, () => {
    if (flags === null) return { control: words.control, text: '' };
    const control = configAcs(list.form, flags, { firmware, control: words.control });
    const { mask, set } = flags;
    const on = set === 0 ? [] : [`${acsBitNames(set)} on`];
    const off =
      (mask & ~set) === 0
        ? []
        : [
            `${acsBitNames(mask & ~set)} ${list.form === 'early' ? 'as the firmware had it' : 'off'}`,
          ];
    const others =
      list.form === 'early' ? 'other bits stay' : 'other bits as the firmware had them';
    return { control, text: `${[...on, ...off, others].join(', ')}: pci=config_acs=.` };
  });
}

/** A parameter acts on a function that it names, if the kernel gets to its word at all. */
function applyParameter(
  { topology, index, conditions }: Boot,
  words: Words,
  match: ReturnType<typeof firstMatch>,
  apply: () => { readonly control: OrUnknown<number>; readonly text: string },
): Outcome {
  if (match === 'no' || match === 'unreadable') return { ...words, text: null };
  const fn = functionAt(topology, index);
  const isWritten = acsWordIsWritten(fn, conditions);
  if (isWritten === 'no') {
    const text =
      'Left as the firmware had it: without an IOMMU this kernel writes the word when a driver binds, and none is bound.';
    return { ...words, text, rule: 'acs-moment' };
  }
  const quirk = enableQuirkOf(fn);
  const isSure = match === 'yes' && isWritten === 'yes';
  if (quirk === 'intel-spt') return clearedAt8(words, isSure);
  const { control, text } = apply();
  if (isSure && quirk !== UNKNOWN) return { ...words, control, text };
  const why =
    match === UNKNOWN
      ? 'whether the command line names this function'
      : isWritten === UNKNOWN
        ? 'whether a driver is bound, and without an IOMMU this kernel writes the word only then'
        : 'whether this is one of the Intel ports whose control word lies elsewhere';
  return {
    ...words,
    control: control === words.control ? control : UNKNOWN,
    text: `Not to be told: the input does not show ${why}.`,
  };
}

/** On Intel's 100 and 200 series either parameter clears the three bits, whatever was asked for. */
function clearedAt8({ control, dwordAt8 }: Words, isSure: boolean): Outcome {
  const cleared = dwordAt8 === UNKNOWN ? UNKNOWN : dwordAt8 & ~ACS_REDIRECT_BITS;
  const where = 'Not touched: on these Intel ports the control word lies at +8';
  return {
    control,
    dwordAt8: isSure || cleared === dwordAt8 ? cleared : UNKNOWN,
    text: isSure
      ? `${where}; RR, CR and EC cleared there.`
      : `${where}. Not to be told whether RR, CR and EC are cleared there: the input does not show what decides it.`,
    rule: 'acs-enable-quirk',
  };
}

/** The patch series of 2018: peers came before isolation. */
function seriesStep({ topology, index, conditions }: Boot, words: Words): Outcome {
  const { acsAtBoot } = conditions.kernel.value.features;
  const clears = clearsAcsP2pFlags(acsAtBoot, topology, index);
  const control = words.control === UNKNOWN ? UNKNOWN : words.control & ~ACS_REDIRECT_BITS;
  if (clears === 'no' || (control === words.control && control !== UNKNOWN)) {
    return { ...words, text: null };
  }
  if (clears === UNKNOWN) {
    const text = 'Not to be told: the input does not show what is above it, or what it is.';
    return { ...words, control: UNKNOWN, text };
  }
  const where =
    acsAtBoot === 'request-then-clear-on-bridges' ? 'below any bridge' : 'behind switches';
  const text = `RR, CR and EC cleared: this kernel puts peer-to-peer DMA ${where} before isolation.`;
  return { ...words, control, text };
}

/** What is written is one thing, what the register keeps another. */
function hardwareStep({ acs: { capability }, firmware }: Boot, words: Words): Outcome {
  const written = words.control;
  const control = hardwareKeeps(written, firmware, capability);
  if (control === written || written === UNKNOWN) return { ...words, text: null };
  const isWritten = `${acsWordText(written)} is written`;
  if (control === UNKNOWN) {
    const text = `${isWritten}; what the register keeps depends on the capability, which the input does not show.`;
    return { ...words, control, text };
  }
  const lost = acsBitNames(written & ~control & ACS_CONTROL_BITS, 'or');
  const why = lost === null ? 'there are no other bits' : `the capability has no ${lost}`;
  const text = `${isWritten}, and the register keeps ${acsWordText(control)}: ${why}.`;
  return { ...words, control, text };
}
