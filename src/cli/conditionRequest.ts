import type { ConditionRequest } from '../engine/kernel/conditions.ts';
import { ERAS, type Era, isEraSupported } from '../engine/kernel/eras.ts';
import { findEra } from '../engine/kernel/findEra.ts';
import { type Cpu, IOMMU_HARDWARE } from '../model/settings.ts';
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

/** Remarks on options that were understood and do not bear on the answer. */
export function conditionNotes(args: ParsedArgs): readonly string[] {
  const cmdline = args.text('cmdline');
  if (cmdline === null || !/\bpci=\S*(?:disable_acs_redir|config_acs)=/.test(cmdline)) return [];
  return [
    '--cmdline: ACS parameters are not applied with --acs as-is (the words stand as captured)',
  ];
}

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
  if (iommu !== null && !(IOMMU_HARDWARE as readonly string[]).includes(iommu)) {
    throw new UsageError(`--iommu takes none, intel, amd, smmu or virtio, not ${iommu}.`);
  }
}

function parseKernel(text: string): Era {
  const era = findEra(text);
  if (!era) {
    throw new UsageError(
      `--kernel ${text}: neither a release such as 6.12.15 nor an era. Eras: ${eraIds(() => true)}.`,
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

/** `GenuineIntel:6`, `AuthenticAMD:0x17`, `AuthenticAMD`, `arm64`. */
function parseCpu(text: string): Cpu {
  const arch = ARCHES.find((name) => name === text);
  if (arch) return { arch, vendor: null, family: null };
  const match = /^([A-Za-z][A-Za-z ]{0,11}?)(?::(0x[0-9a-fA-F]{1,3}|\d{1,4}))?$/.exec(text);
  const [, vendor, family] = match ?? [];
  if (vendor === undefined) {
    throw new UsageError(
      `--cpu ${text}: expected VENDOR:FAMILY such as AuthenticAMD:0x19, or ${ARCHES.join(', ')}.`,
    );
  }
  if (family === undefined) {
    throw new UsageError(`--cpu ${text}: the family is missing, as in ${text}:0x19.`);
  }
  return { arch: 'x86', vendor, family: Number(family) };
}
