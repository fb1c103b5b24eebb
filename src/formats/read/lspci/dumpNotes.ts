import { type Problem, problemNote, problemWarning } from '../../../base/problem.ts';
import type { TextLine } from '../textLine.ts';
import { leavesOpen } from './cutRecords.ts';
import { isNoise, isTreeLine } from './foreignLine.ts';
import type { FunctionRecord } from './functionRecord.ts';

const MOST_NAMED = 5;

function named(records: readonly FunctionRecord[]): string {
  const ids = records.slice(0, MOST_NAMED).map(({ id }) => id);
  return records.length > MOST_NAMED ? `${ids.join(', ')}, …` : ids.join(', ');
}

function noteSilent(records: readonly FunctionRecord[]): readonly Problem[] {
  const silent = records.filter((record) => record.readAsOnes || record.evidence.silent);
  const first = silent[0];
  if (!first) return [];
  return [
    problemWarning(
      `${named(silent)} did not answer when lspci read ${silent.length === 1 ? 'it' : 'them'}: powered down, removed or broken. ${silent.length === 1 ? 'Its' : 'Their'} registers are unknown.`,
      { line: first.line, where: first.id },
    ),
  ];
}

function noteDenied(records: readonly FunctionRecord[]): readonly Problem[] {
  const denied = records.filter(
    ({ evidence, facts }) => evidence.capabilities === 'denied' && facts.pcie === undefined,
  );
  const first = denied[0];
  if (!first) return [];
  return [
    problemWarning(
      `The capabilities of ${denied.length === 1 ? first.id : `${denied.length} functions`} could not be read without root: type, link and ACS are unknown.`,
      { line: first.line, where: first.id, hint: 'Run lspci as root: sudo lspci -vvv.' },
    ),
  ];
}

/** No list of capabilities: `lspci -x`, `lspci -xxx` without root, a cut file. */
function noteShort(records: readonly FunctionRecord[]): readonly Problem[] {
  const short = records.filter(
    ({ evidence, facts }) =>
      facts.headerType !== undefined &&
      facts.pcie === undefined &&
      evidence.capabilities !== 'denied' &&
      !evidence.silent,
  );
  const first = short[0];
  if (!first) return [];
  const whose = short.length === 1 ? first.id : `${short.length} functions (${named(short)})`;
  return [
    problemWarning(
      `The dump does not show the capabilities of ${whose}: type, link and ACS are unknown.`,
      { line: first.line, hint: 'Run sudo lspci -vvv, or sudo lspci -xxxx.' },
    ),
  ];
}

/** Blocks of which lines are missing: what is not there may have been there. */
function noteCut(records: readonly FunctionRecord[]): readonly Problem[] {
  const first = records[0];
  if (!first) return [];
  const whose = records.length === 1 ? first.id : `${records.length} functions (${named(records)})`;
  return [
    problemWarning(`The description of ${whose} is cut; what is missing there is unknown.`, {
      line: first.line,
      where: first.id,
      hint: 'Paste the whole output of sudo lspci -vvv.',
    }),
  ];
}

/** Nothing but header lines: no capability of any function was printed. */
function noteBare(records: readonly FunctionRecord[]): readonly Problem[] {
  const isBare = ({ evidence, facts, readAsOnes }: FunctionRecord) =>
    !evidence.verbose && !evidence.silent && !readAsOnes && facts.headerType === undefined;
  if (!records.every(isBare)) return [];
  return [
    problemWarning(
      'The dump has one line for each function, as lspci prints without -v: types, links, ACS and the tree are unknown.',
      { hint: 'Run sudo lspci -vvv, or sudo lspci -xxxx.' },
    ),
  ];
}

function noteAcs(
  open: readonly FunctionRecord[],
  reason: string,
  hint: string,
): readonly Problem[] {
  const first = open[0];
  if (!first) return [];
  const one = open.length === 1;
  const whose = one ? first.id : `${open.length} PCI Express functions (${named(open)})`;
  return [
    problemWarning(`Whether ${whose} ${one ? 'has' : 'have'} ACS is unknown: ${reason}`, {
      line: first.line,
      hint,
    }),
  ];
}

/** Functions with a PCI Express capability of which nothing shows whether they have ACS. */
function noteNoAcs(records: readonly FunctionRecord[]): readonly Problem[] {
  const open = records.filter(({ facts }) => facts.pcie?.value === true && facts.acs === undefined);
  const isBroken = ({ evidence }: FunctionRecord) => evidence.extendedBroken;
  return [
    ...noteAcs(
      open.filter((record) => !isBroken(record)),
      'the dump shows no capabilities beyond the first 256 bytes.',
      'Run sudo lspci -vvv, or sudo lspci -xxxx.',
    ),
    ...noteAcs(
      open.filter(isBroken),
      'the list of capabilities beyond the first 256 bytes loops, or leads nowhere.',
      'Compare with the output of sudo lspci -xxxx on the machine: the dump may be damaged.',
    ),
  ];
}

function noteForeign(
  foreign: readonly TextLine[],
  isUnderstood: (line: number) => boolean,
): readonly Problem[] {
  const notes: Problem[] = [];
  const left = foreign.filter(({ text, number }) => !isUnderstood(number) && !isNoise(text));
  const tree = left.filter(({ text }) => isTreeLine(text));
  if (tree[0]) {
    notes.push(
      problemNote('The drawing of lspci -t was not used: registers and bus numbers say more.', {
        line: tree[0].number,
        treatment: 'ignored',
      }),
    );
  }
  const rest = left.filter(({ text }) => !isTreeLine(text));
  const first = rest[0];
  if (first) {
    const count = rest.length === 1 ? '1 line was' : `${rest.length} lines were`;
    notes.push(
      problemNote(
        `${count} not understood and ignored, first "${first.text.trim().slice(0, 60)}".`,
        {
          line: first.number,
          treatment: 'ignored',
        },
      ),
    );
  }
  return notes;
}

/** What is to be said about the dump as a whole: one sentence per matter. */
export function dumpNotes(
  records: readonly FunctionRecord[],
  foreign: readonly TextLine[],
  isUnderstood: (line: number) => boolean,
): readonly Problem[] {
  const whole = records.filter((record) => !leavesOpen(record));
  return [
    ...noteSilent(records),
    ...noteDenied(whole),
    ...noteCut(records.filter(leavesOpen)),
    ...noteShort(whole),
    ...noteBare(records),
    ...noteNoAcs(whole),
    ...noteForeign(foreign, isUnderstood),
  ];
}
