import type { ContextLine } from './contextLines.ts';
import type { Evidence } from './evidence.ts';
import { isKernelRelease } from './kernelRelease.ts';
import { continuesCmdline, looksLikeCmdline } from './looksLikeCmdline.ts';

const PROC = '/proc/cmdline';
const LOG = "the kernel's log";
const LOGGED = /^(?:kernel )?command line: /i;

/** `BOOT_IMAGE=/boot/vmlinuz-6.1.0-18-amd64`: a file name, chosen by the distribution. */
function releaseInBootImage(text: string): string | null {
  const image = text.split(/\s+/).find((word) => word.startsWith('BOOT_IMAGE='));
  const at = image?.indexOf('vmlinuz-') ?? -1;
  const name = image && at >= 0 ? image.slice(at + 'vmlinuz-'.length) : '';
  return isKernelRelease(name) ? name : null;
}

function evidence(text: string, lines: readonly ContextLine[], source: string): Evidence[] {
  const line = lines[0]?.number ?? 0;
  const found: Evidence[] = [{ kind: 'cmdline', text, line, source }];
  const release = releaseInBootImage(text);
  if (release !== null) {
    found.push({ kind: 'kernel', release, certain: false, line, source: 'BOOT_IMAGE' });
  }
  for (const rest of lines.slice(1)) found.push({ kind: 'context', line: rest.number, source });
  return found;
}

/**
 * Kernel parameters: `Kernel command line: ` is init/main.c, `Command line: ` the setup code of
 * x86 and others. From 6.19 on a long line is logged in pieces, all but the last ending in ` \`.
 */
function fromLog(lines: readonly ContextLine[], at: number): readonly ContextLine[] {
  const pieces: ContextLine[] = [];
  for (let next = at; ; next++) {
    const line = lines[next];
    if (!line || !LOGGED.test(line.message)) return pieces;
    pieces.push(line);
    if (!line.message.endsWith(' \\')) return pieces;
  }
}

/** A whole line of parameters; after `cat /proc/cmdline` also what follows where it was broken. */
function fromProc(lines: readonly ContextLine[], at: number): readonly ContextLine[] {
  const first = lines[at];
  if (!first || first.marker || first.logged) return [];
  const asked = lines[at - 1]?.marker === true && first.section === 'cmdline';
  if (!(asked ? continuesCmdline(first.message) : looksLikeCmdline(first.message))) return [];
  const pieces = [first];
  for (let next = at + 1; asked; next++) {
    const line = lines[next];
    if (!line || line.marker || line.logged || !continuesCmdline(line.message)) break;
    pieces.push(line);
  }
  return pieces;
}

const piece = (line: ContextLine): string => line.message.replace(LOGGED, '').replace(/ \\$/, '');

export function findCmdline(lines: readonly ContextLine[]): readonly Evidence[] {
  const found: Evidence[] = [];
  for (let at = 0; at < lines.length; ) {
    const logged = fromLog(lines, at);
    const pieces = logged.length > 0 ? logged : fromProc(lines, at);
    if (pieces.length > 0) {
      const text = pieces.map(piece).join(' ').trim();
      // Not push(...): arguments are limited in number, the lines of a paste are not.
      for (const one of evidence(text, pieces, logged.length > 0 ? LOG : PROC)) found.push(one);
    }
    at += Math.max(1, pieces.length);
  }
  return found;
}
