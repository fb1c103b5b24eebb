import { archOf } from './archOf.ts';
import type { ContextLine } from './contextLines.ts';
import type { Evidence } from './evidence.ts';
import { isBareKernelRelease, isKernelRelease } from './kernelRelease.ts';

const MOST_WORDS = 40;
const BANNER = 'Linux version ';

function release(line: ContextLine, text: string, source: string): Evidence {
  return { kind: 'kernel', release: text, certain: true, line: line.number, source };
}

/** `Linux version 6.1.0-18-amd64 (…) …`: init/version.c, in the log and in /proc/version. */
function fromVersionBanner(line: ContextLine): readonly Evidence[] {
  if (!line.message.startsWith(BANNER)) return [];
  const word = line.message.slice(BANNER.length).split(' ', 1)[0] ?? '';
  return isKernelRelease(word) ? [release(line, word, 'the “Linux version” line')] : [];
}

/** `Linux host 6.1.0 #1 SMP … x86_64 GNU/Linux` (uname -a), `Linux 6.1.0 x86_64` (uname -srm). */
function fromUname(line: ContextLine): readonly Evidence[] {
  if (!/^Linux (?!version )/.test(line.message) || line.logged) return [];
  const words = line.message.split(/\s+/, MOST_WORDS);
  const word = words.slice(1, 3).find(isKernelRelease);
  const arch = words.map(archOf).findLast((one) => one !== null) ?? null;
  if (word === undefined || (arch === null && !words.some((one) => /^#\d/.test(one)))) return [];
  const found = [release(line, word, 'uname')];
  if (arch) found.push({ kind: 'arch', arch, line: line.number, source: 'uname' });
  return found;
}

/** `Kernel: Linux 6.1.0-18-amd64` (hostnamectl), `Kernel: 6.1.0 arch: x86_64` (inxi). */
function fromLabel(line: ContextLine): readonly Evidence[] {
  const match = /^kernel(?: release| version)?\s?: {0,20}(?:linux )?(\S+)/i.exec(line.message);
  const word = match?.[1];
  if (word === undefined || line.logged || !isKernelRelease(word)) return [];
  return [release(line, word, 'the “Kernel:” line')];
}

/** `uname -r`: nothing but the release. */
function fromBareLine(line: ContextLine): readonly Evidence[] {
  const text = line.message;
  const plausible = line.section === 'uname' ? isKernelRelease(text) : isBareKernelRelease(text);
  return plausible && !line.logged ? [release(line, text, 'uname -r')] : [];
}

/** Kernel release, and the architecture where uname gives it. */
export function findKernel(lines: readonly ContextLine[]): readonly Evidence[] {
  return lines.flatMap((line) => [
    ...fromVersionBanner(line),
    ...fromUname(line),
    ...fromLabel(line),
    ...fromBareLine(line),
  ]);
}
