import { UNKNOWN } from '../../base/unknown.ts';
import type { Cpu } from '../../model/settings.ts';

export const CPU_CHOICES = ['intel', 'amd-zen', 'amd-old', 'hygon', 'arm64'] as const;
export type CpuChoice = (typeof CPU_CHOICES)[number];

/**
 * CPUs that the rules tell apart, one of each. AMD's families are a line drawn at 0x17; any number
 * on either side judges alike.
 */
export const CPU_OF_CHOICE: Readonly<
  Record<CpuChoice, { readonly title: string; readonly cpu: Cpu }>
> = {
  intel: { title: 'Intel', cpu: { arch: 'x86', vendor: 'GenuineIntel', family: 6 } },
  'amd-zen': {
    title: 'AMD Zen (family 17h and later)',
    cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 },
  },
  'amd-old': {
    title: 'AMD before Zen',
    cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: 0x15 },
  },
  hygon: { title: 'Hygon', cpu: { arch: 'x86', vendor: 'HygonGenuine', family: 0x18 } },
  arm64: { title: 'ARM64', cpu: { arch: 'arm64', vendor: null, family: null } },
};

/** A CPU as people call it: `Intel, family 6`, `AMD, family 0x19`, `arm64`. */
export function cpuWords(cpu: Cpu): string {
  if (cpu.vendor === null) return cpu.arch;
  const vendor = VENDOR_WORDS[cpu.vendor] ?? cpu.vendor;
  if (cpu.family === null || cpu.family === UNKNOWN) return vendor;
  const family = cpu.family < 10 ? String(cpu.family) : `0x${cpu.family.toString(16)}`;
  return `${vendor}, family ${family}`;
}

const VENDOR_WORDS: Readonly<Record<string, string>> = {
  GenuineIntel: 'Intel',
  AuthenticAMD: 'AMD',
  HygonGenuine: 'Hygon',
};

/** The choice that is exactly this CPU, if one is. */
export function cpuChoice(cpu: Cpu): CpuChoice | null {
  return CPU_CHOICES.find((each) => sameCpu(CPU_OF_CHOICE[each].cpu, cpu)) ?? null;
}

export function sameCpu(a: Cpu, b: Cpu): boolean {
  return a.arch === b.arch && a.vendor === b.vendor && a.family === b.family;
}
