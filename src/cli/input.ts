import { decodeText } from '../base/decodeText.ts';
import { type Problem, problemNote } from '../base/problem.ts';
import { lookUpIds } from '../formats/read/lookUpIds.ts';
import type { ReadReport } from '../formats/read/readReport.ts';
import { detectFormat, formatNames, isNamedSketch, readAs } from '../formats/readAny.ts';
import { type PciNames, parsePciNames } from '../model/pciNames.ts';
import type { ParsedArgs } from './args.ts';
import { readBytes, unpack } from './bytes.ts';
import type { Terminal } from './command.ts';
import { describeProblem } from './describeProblem.ts';
import { wrap } from './text.ts';
import { UsageError } from './usageError.ts';

export interface Input extends ReadReport {
  readonly names: PciNames | null;
}

/** As {@link readInput}, and tells errors and warnings on the way: for commands that decide. */
export async function readInputAloud(args: ParsedArgs, terminal: Terminal): Promise<Input> {
  const input = await readInput(args, terminal);
  for (const problem of input.problems) {
    if (problem.severity !== 'note') terminal.warn(`${wrap(describeProblem(problem), 2)}\n`);
  }
  return input;
}

/** Reads FILE or `-`, unpacks `.gz`, detects the format; unreadable input is a {@link UsageError}. */
export async function readInput(args: ParsedArgs, terminal: Terminal): Promise<Input> {
  const [path, ...more] = args.positionals;
  if (path === undefined) {
    throw new UsageError('No input: name a file, or - for standard input.');
  }
  if (more.length > 0) throw new UsageError(`One input at a time: ${more[0]} is one too many.`);
  const bytes = unpack(await readBytes(path, terminal), path);
  const { text, encoding } = decodeText(bytes);
  const format = args.text('format') ?? (isNamedSketch(path) ? 'sketch' : detectFormat(text));
  const read = readAs(format, text);
  if (read === null) throw new UsageError(`There is no format ${format}; try ${formatNames()}.`);
  if (!read.ok) {
    throw new UsageError(
      [`${path} cannot be read as ${format}:`, ...read.error.map(describeProblem)].join('\n'),
    );
  }
  const namesText = await terminal.readNames();
  const names = namesText === null ? null : parsePciNames(namesText);
  const looked = names
    ? lookUpIds(read.value.machine, names)
    : { machine: read.value.machine, problems: [] };
  const notes: Problem[] = [];
  if (encoding !== 'utf-8') notes.push(problemNote(`The text is not UTF-8; read as ${encoding}.`));
  return {
    format: read.value.format,
    machine: looked.machine,
    problems: [...notes, ...read.value.problems, ...looked.problems],
    names,
  };
}
