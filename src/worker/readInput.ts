import { type Problem, problemError, problemNote, problemWarning } from '../base/problem.ts';
import { err, ok, type Result } from '../base/result.ts';
import { lookUpIds } from '../formats/read/lookUpIds.ts';
import { needsNames } from '../formats/read/needsNames.ts';
import { detectFormat, isNamedSketch, readAs } from '../formats/readAny.ts';
import type { PciNames } from '../model/pciNames.ts';
import type { Reading } from './protocol.ts';
import { titlesOf } from './titlesOf.ts';
import { MAX_BYTES, type Unreadable, unpack } from './unpack.ts';

interface ReadingParts {
  readonly loadNames: () => Promise<PciNames | null>;
  /** Called before each part of the work; resolves to false when nobody waits for it any more. */
  readonly begin: (doing: string) => Promise<boolean>;
  /** The name of the file; '' where there is none. */
  readonly name?: string;
}

type ReadInput = Result<Reading, readonly Problem[]>;

/** Text, or a file's bytes, to a machine with its titles; `null` when it was given up on the way. */
export async function readInput(
  input: string | ArrayBuffer,
  { loadNames, begin, name = '' }: ReadingParts,
): Promise<ReadInput | null> {
  if (!(await begin('Reading'))) return null;
  const decoded = await textOf(input);
  if (!decoded.ok) return decoded;
  const { text, notes } = decoded.value;
  const isSketch = isNamedSketch(name);
  if (text.trim() === '' && !isSketch) return err([EMPTY]);
  if (!(await begin('Reading'))) return null;
  const format = isSketch ? 'sketch' : detectFormat(text);
  const read = readAs(format, text);
  if (read === null) throw new Error(`no reader for the format ${format}`);
  if (!read.ok) return err([...notes, ...read.error]);
  let { machine } = read.value;
  const problems = [...notes, ...read.value.problems];
  let names: PciNames | null = null;
  if (needsNames(machine)) {
    if (!(await begin('Looking up names'))) return null;
    names = await loadNames();
    if (names) {
      const looked = lookUpIds(machine, names);
      machine = looked.machine;
      problems.push(...looked.problems);
    } else {
      problems.push(NAMES_MISSING);
    }
  }
  return ok({ format, machine, titles: titlesOf(machine, names), problems });
}

interface Decoded {
  readonly text: string;
  readonly notes: readonly Problem[];
}

async function textOf(input: string | ArrayBuffer): Promise<Result<Decoded, readonly Problem[]>> {
  if (typeof input === 'string') {
    return input.length > MAX_BYTES
      ? err([UNREADABLE['too-large']])
      : ok({ text: input, notes: [] });
  }
  const unpacked = await unpack(new Uint8Array(input));
  if (!unpacked.ok) return err([UNREADABLE[unpacked.error]]);
  const { text, encoding } = unpacked.value;
  if (encoding === 'utf-8') return ok({ text, notes: [] });
  // UTF-16 says so with its first bytes; the last resort is a guess.
  const treatment = encoding === 'windows-1252' ? 'guessed' : 'understood';
  const note = problemNote(`The text is not UTF-8; read as ${encoding}.`, { treatment });
  return ok({ text, notes: [note] });
}

const LIMIT = `${MAX_BYTES / 1024 / 1024} MiB`;

const EMPTY = problemError(
  'There is nothing to read. Expected is the output of lspci, best with its registers (lspci -vvvnnxxxx), or a file that Peerlane saved.',
  { hint: 'Run lspci on the machine in question and paste all that it prints.' },
);

const UNREADABLE: Readonly<Record<Unreadable, Problem>> = {
  'too-large': problemError(
    `The input holds more than ${LIMIT} of text. Expected is a dump of one machine; even large ones stay far below that.`,
    { hint: 'Cut it down to what lspci printed.' },
  ),
  damaged: problemError(
    'The file begins like a gzip file but is damaged or cut short. Expected is a whole gzip file, or plain text.',
    { hint: 'Copy the file again, or unpack it yourself and open the text.' },
  ),
};

const NAMES_MISSING = problemWarning(
  'The table of device names could not be loaded; ids are shown instead of names, and names without ids were not looked up.',
  { hint: 'Load the page again when you are online. A dump made with -nn holds the ids itself.' },
);
