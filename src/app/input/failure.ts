import type { Problem } from '../../base/problem.ts';
import { formatCount } from '../../parts/verdictWords.ts';
import type { Unreadable } from './unpack.ts';

/** Why an input could not be used: found, expected, what to do, and the reader's own words. */
export interface Failure {
  readonly title: string;
  readonly found: string;
  readonly expected: string;
  readonly todo: string;
  readonly problems: readonly Problem[];
}

const EXPECTED =
  'The output of lspci: a line such as “03:00.0 Non-Volatile memory controller …” for each function, best with its registers below (lspci -vvvnnxxxx); or a file that Peerlane saved.';
const TODO =
  'Run the command shown on this page on the machine in question and paste all it prints.';

export function emptyInput(): Failure {
  return {
    title: 'There is nothing to read',
    found: 'An empty box.',
    expected: EXPECTED,
    todo: TODO,
    problems: [],
  };
}

/** A reader refused the text. */
export function notUnderstood(text: string, problems: readonly Problem[]): Failure {
  return {
    title: 'This was not understood',
    found: foundText(text),
    expected: EXPECTED,
    todo: TODO,
    problems,
  };
}

/** Peerlane itself broke: our mistake, and told as one. */
export function mistake(error: unknown): Failure {
  return {
    title: 'Peerlane made a mistake',
    found: `An error of its own: ${error instanceof Error ? error.message : String(error)}.`,
    expected: 'To read this, or to say why not.',
    todo: 'Report the message above, with the input if you may share it.',
    problems: [],
  };
}

export function badFile(name: string, why: Unreadable | 'unopened', limit: number): Failure {
  const megabytes = Math.round(limit / 1024 / 1024);
  switch (why) {
    case 'too-large':
      return {
        title: 'This file is too large',
        found: `${name} holds more than ${megabytes} MiB of text.`,
        expected: `A dump of one machine; even large ones stay far below ${megabytes} MiB.`,
        todo: 'Cut the file down to what lspci printed.',
        problems: [],
      };
    case 'damaged':
      return {
        title: 'This file cannot be unpacked',
        found: `${name} begins like a gzip file but is damaged or cut short.`,
        expected: 'A whole gzip file, or plain text.',
        todo: 'Copy the file again, or unpack it yourself and drop the text.',
        problems: [],
      };
    case 'unopened':
      return {
        title: 'This file cannot be opened',
        found: `${name} could not be read: it may be a folder, or gone.`,
        expected: 'One text file, plain or packed with gzip.',
        todo: 'Choose the file again, or paste its text.',
        problems: [],
      };
  }
}

const SHOWN = 60;

/** "3 lines, beginning with “hello”" */
function foundText(text: string): string {
  const lines = text.split(/\r?\n/);
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
  if (first === '') return 'Nothing but blank space.';
  const count = text.endsWith('\n') ? lines.length - 1 : lines.length;
  const printable = first.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '·');
  const shown = printable.length > SHOWN ? `${printable.slice(0, SHOWN)}…` : printable;
  return `${count === 1 ? 'One line' : `${formatCount(count)} lines`}, beginning with “${shown}”.`;
}
