import type { Cpu } from '../../../model/settings.ts';

/** What `uname -m` and lscpu's `Architecture` print, one pattern for each architecture. */
const ARCHITECTURES: ReadonlyArray<readonly [RegExp, Cpu['arch']]> = [
  [/^(?:x86[_-]64|amd64|i[3-6]86)$/, 'x86'],
  [/^(?:aarch64(?:_be)?|arm64)$/, 'arm64'],
  [/^(?:ppc|powerpc)(?:64)?(?:le)?$/, 'powerpc'],
  [/^riscv(?:32|64)$/, 'riscv'],
  [/^loongarch(?:32|64)$/, 'loongarch'],
  [/^s390x?$/, 's390'],
  [/^(?:armv[4-8]\w{0,3}|mips(?:64)?(?:el)?|sparc(?:64)?|alpha|ia64|parisc(?:64)?)$/, 'other'],
];

/** The architecture that a word names; `null` when it names none. */
export function archOf(word: string): Cpu['arch'] | null {
  const known = ARCHITECTURES.find(([pattern]) => pattern.test(word.toLowerCase()));
  return known ? known[1] : null;
}
