import { UNKNOWN } from '../base/unknown.ts';
import type { Analysis } from '../engine/analyze.ts';
import type { ConditionRequest } from '../engine/kernel/conditions.ts';
import { ERAS, type Era, isEraSupported, NEWEST_ACCEPTED_ERA } from '../engine/kernel/eras.ts';
import { findEra, isAfterNewest } from '../engine/kernel/findEra.ts';
import type { Cpu } from '../model/settings.ts';
import type { ParsedArgs } from './args.ts';
import { UsageError } from './usageError.ts';

/** What `--kernel`, `--cpu` and their like ask for; a value that means nothing is a usage error. */
export function conditionRequest(args: ParsedArgs): ConditionRequest {
  const kernel = args.text('kernel');
  const cpu = args.text('cpu');
  refuseUnplayed(args);
  return {
    kernel: kernel === null ? null : parseKernel(kernel),
    cpu: cpu === null ? null : parseCpu(cpu),
  };
}

const AS_IS = 'the ACS words stand as in the input';

/** Everything that an answer takes for granted, in sentences. */
export function assumedTexts(analysis: Analysis, args: ParsedArgs): readonly string[] {
  return [...analysis.conditions.assumed.map(({ text }) => text), ...conditionNotes(args)];
}

/** Remarks on options that were understood and do not bear on the answer, and on near misses. */
function conditionNotes(args: ParsedArgs): readonly string[] {
  const notes: string[] = [];
  const cmdline = args.text('cmdline');
  if (cmdline !== null) {
    const setsAcs = /\bpci=\S*(?:disable_acs_redir|config_acs|noats)/.test(cmdline);
    notes.push(
      setsAcs
        ? `ACS parameters of --cmdline are not applied: ${AS_IS}`
        : `--cmdline does not bear on the answer: ${AS_IS}`,
    );
  }
  if (args.text('iommu') !== null) {
    notes.push(`--iommu does not bear on the answer: ${AS_IS}`);
  }
  const kernel = args.text('kernel');
  if (kernel !== null && isAfterNewest(kernel)) {
    notes.push(`Linux ${kernel} is judged as ${NEWEST_ACCEPTED_ERA.id}, the newest that is known`);
  }
  return notes;
}

const IOMMU_KINDS: readonly string[] = ['none', 'intel', 'amd', 'smmu', 'virtio'];

function refuseUnplayed(args: ParsedArgs): void {
  const acs = args.text('acs');
  if (acs !== null && acs !== 'as-is') {
    throw new UsageError(
      acs === 'boot'
        ? '--acs boot (what a kernel programs at boot) is not built yet; --acs as-is is.'
        : `--acs takes as-is or boot, not ${acs}.`,
    );
  }
  const iommu = args.text('iommu');
  if (iommu !== null && !IOMMU_KINDS.includes(iommu)) {
    throw new UsageError(`--iommu takes ${IOMMU_KINDS.join(', ')}, not ${iommu}.`);
  }
}

function parseKernel(text: string): Era {
  const era = findEra(text);
  if (!era) {
    throw new UsageError(
      /^v?[0-9]+\.[0-9]+/.test(text)
        ? `--kernel ${text}: before the first release that is judged, 4.20.`
        : `--kernel ${text}: neither a release such as 6.12.15 nor an era. Eras: ${eraIds(() => true)}.`,
    );
  }
  if (!isEraSupported(era)) {
    throw new UsageError(
      `--kernel ${text}: ${era.title} is not judged yet. Judged: ${eraIds(isEraSupported)}.`,
    );
  }
  return era;
}

function eraIds(wanted: (era: Era) => boolean): string {
  return ERAS.filter(wanted)
    .map((era) => era.id)
    .join(' ');
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
