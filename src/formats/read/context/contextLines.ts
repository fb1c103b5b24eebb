import type { TextLine } from '../textLine.ts';
import { stripLogPrefix } from './stripLogPrefix.ts';

/** A command whose output follows. */
export type Section = 'uname' | 'cmdline' | 'cpu' | 'dmesg' | 'groups' | 'lspci';

export interface ContextLine extends TextLine {
  /** The text without log prefix and surrounding blanks. */
  readonly message: string;
  /** A time stamp or another log prefix stood in front. */
  readonly logged: boolean;
  /** What was run last, as far as the paste shows it. */
  readonly section: Section | null;
  /** This line is the command itself. */
  readonly marker: boolean;
}

const COMMANDS: ReadonlyArray<readonly [RegExp, Section]> = [
  [/^uname\b|^(?:cat|head|more) \/proc\/version\b/, 'uname'],
  [/^(?:cat|head|more) \/proc\/cmdline\b/, 'cmdline'],
  [/^lscpu\b|^(?:cat|head|more|less|grep) .{0,60}\/proc\/cpuinfo\b/, 'cpu'],
  [/^(?:dmesg|journalctl)\b/, 'dmesg'],
  [/^(?:find|ls|tree|for) .{0,60}iommu_groups\b/, 'groups'],
  [/^(?:lspci|setpci)\b/, 'lspci'],
];

/** A prompt is short; what stands further right is text that happens to hold a `#`. */
const LONGEST_PROMPT = 80;

/**
 * The command that a line shows being run: `# uname -r`, `$ lscpu`, `root@host:~# sudo dmesg`.
 * `peerlane collect` marks its parts the same way.
 */
function commandIn(text: string): Section | null {
  const head = text.slice(0, LONGEST_PROMPT);
  for (const sign of ['# ', '$ ', '% ']) {
    const at = head.indexOf(sign);
    if (at < 0) continue;
    const command = text
      .slice(at + sign.length)
      .trimStart()
      .replace(/^sudo /, '');
    for (const [pattern, section] of COMMANDS) if (pattern.test(command)) return section;
  }
  return null;
}

/** Prepares the lines for all recognisers: log prefixes off, and under which command each stands. */
export function contextLines(lines: readonly TextLine[]): readonly ContextLine[] {
  let section: Section | null = null;
  return lines.map((line) => {
    const { text } = line;
    const command = commandIn(text);
    if (command) section = command;
    return { ...line, ...stripLogPrefix(text), section, marker: command !== null };
  });
}
