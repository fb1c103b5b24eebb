import { UNKNOWN } from '../base/unknown.ts';
import { type Analysis, analyze } from '../engine/analyze.ts';
import type { ConditionRequest } from '../engine/kernel/conditions.ts';
import { ERAS, type Era, NEWEST_ACCEPTED_ERA } from '../engine/kernel/eras.ts';
import { findEra, isAfterNewest } from '../engine/kernel/findEra.ts';
import type { Machine } from '../model/machine.ts';
import type { Cpu } from '../model/settings.ts';
import type { ParsedArgs } from './args.ts';
import type { Terminal } from './command.ts';
import { wrap } from './text.ts';
import { UsageError } from './usageError.ts';
import { wordAmong } from './wordOption.ts';

/** What `--kernel`, `--cpu` and their like ask for; a value that means nothing is a usage error. */
export function conditionRequest(args: ParsedArgs): ConditionRequest {
  const kernel = args.text('kernel');
  const cpu = args.text('cpu');
  return {
    kernel: kernel === null ? null : parseKernel(kernel),
    cpu: cpu === null ? null : parseCpu(cpu),
    cmdline: args.text('cmdline'),
    iommu: wordAmong(args, 'iommu', IOMMU_KINDS),
    iommuMode: null,
    acsWords: wordAmong(args, 'acs', ACS_WORDS),
  };
}

const IOMMU_KINDS = ['none', 'intel', 'amd', 'smmu', 'virtio'] as const;
const ACS_WORDS = ['as-is', 'boot'] as const;

/** A machine judged as the options ask. Tells what the kernel makes of a faulty `--cmdline`. */
export function analyzeAsAsked(
  machine: Machine,
  request: ConditionRequest,
  terminal: Terminal,
): Analysis {
  const analysis = analyze(machine, request);
  for (const text of cmdlineRemarks(analysis)) terminal.warn(`${wrap(text, 2)}\n`);
  return analysis;
}

/** What is wrong with the command line that was asked for, for this kernel and on this machine. */
function cmdlineRemarks({ conditions, boot }: Analysis): readonly string[] {
  const { cmdline, acsWords } = conditions;
  if (cmdline.source !== 'given') return [];
  // Lists that are not applied at all are told among the notes.
  const remarks = [
    ...cmdline.value.remarks,
    ...(acsWords.value === 'boot' ? boot.remarks : []),
  ].sort((a, b) => a.span.start - b.span.start);
  return remarks.map(({ span, severity, text }) => {
    const stretch = cmdline.value.text.slice(span.start, span.end);
    return `--cmdline, ${severity} at "${stretch}": ${text}`;
  });
}

/** Everything that an answer takes for granted, in sentences. */
export function assumedTexts(analysis: Analysis, args: ParsedArgs): readonly string[] {
  const { assumed } = analysis.conditions;
  return [...assumed.map(({ text }) => text), ...conditionNotes(analysis, args)];
}

/** Remarks on options that were understood and do not bear on the answer, and on near misses. */
function conditionNotes({ conditions }: Analysis, args: ParsedArgs): readonly string[] {
  const notes: string[] = [];
  if (conditions.acsWords.value === 'as-is') {
    const { disableAcsRedir, configAcs, noats } = conditions.cmdline.value;
    const asked = ['cmdline', 'iommu'].filter((option) => args.text(option) !== null);
    const named = asked.map((option) => `--${option}`).join(' and ');
    if (asked.includes('cmdline') && (disableAcsRedir !== null || configAcs !== null || noats)) {
      notes.push(`ACS parameters of --cmdline are not applied: ${AS_IS}`);
    } else if (asked.length > 0) {
      notes.push(`${named} ${asked.length > 1 ? 'change' : 'changes'} no ACS word: ${AS_IS}`);
    }
  }
  const kernel = args.text('kernel');
  if (kernel !== null && isAfterNewest(kernel)) {
    notes.push(`Linux ${kernel} is judged as ${NEWEST_ACCEPTED_ERA.id}, the newest that is known`);
  }
  return notes;
}

const AS_IS = 'the ACS words stand as in the input (--acs boot applies what the kernel does)';

/** What there was before the first release. */
const SERIES = ERAS.slice(
  0,
  ERAS.findIndex(({ since }) => since !== null),
).map(({ id }) => id);

function parseKernel(text: string): Era {
  const era = findEra(text);
  if (!era) {
    throw new UsageError(
      /^v?[0-9]+\.[0-9]+/.test(text)
        ? `--kernel ${text}: before the first release with p2pdma, 4.20. What came before it are patch series: ${SERIES.join(', ')}.`
        : `--kernel ${text}: neither a release such as 6.12.15 nor an era. Eras: ${ERAS.map(({ id }) => id).join(' ')}.`,
    );
  }
  return era;
}

const ARCHES = ['arm64', 'powerpc', 'riscv', 'loongarch', 's390'] as const;
/** What x86 CPUs call themselves (arch/x86/kernel/cpu); a slip here would be judged as "not AMD". */
const CPU_VENDORS: readonly string[] = [
  'GenuineIntel',
  'AuthenticAMD',
  'HygonGenuine',
  'CentaurHauls',
  'Shanghai',
];

/** `GenuineIntel:6`, `AuthenticAMD:0x17`, `AuthenticAMD`, `arm64`. */
function parseCpu(text: string): Cpu {
  const arch = ARCHES.find((name) => name === text);
  if (arch) return { arch, vendor: null, family: null };
  const match = /^([A-Za-z]{1,16})(?::(0x[0-9a-fA-F]{1,3}|\d{1,4}))?$/.exec(text);
  const [, name, family] = match ?? [];
  if (name === undefined) {
    throw new UsageError(
      `--cpu ${text}: expected VENDOR:FAMILY such as AuthenticAMD:0x19, or ${ARCHES.join(', ')}.`,
    );
  }
  const vendor = CPU_VENDORS.find((each) => each.toLowerCase() === name.toLowerCase());
  if (vendor === undefined) {
    throw new UsageError(`--cpu ${text}: CPUs call themselves ${CPU_VENDORS.join(', ')}.`);
  }
  return { arch: 'x86', vendor, family: family === undefined ? UNKNOWN : Number(family) };
}
