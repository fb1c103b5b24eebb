import { describeFunction } from '../../formats/write/describeFunction.ts';
import { writeDocument } from '../../formats/write/writeDocument.ts';
import { NO_MARK, writeLspciTree } from '../../formats/write/writeLspciTree.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciNames } from '../../model/pciNames.ts';
import { SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT } from '../command.ts';
import { readInput } from '../input.ts';
import { UsageError } from '../usageError.ts';

type Writer = (machine: Machine, names: PciNames | null) => string;

/** What can be written. A new format is a new row. */
const WRITERS: Readonly<Record<string, Writer>> = {
  document: (machine) => writeDocument(machine),
  'lspci-tree': (machine, names) =>
    writeLspciTree(machine, {
      name: (fn) => describeFunction(fn, names),
      mark: NO_MARK,
      width: Number.MAX_SAFE_INTEGER,
    }),
};

export const convert: Command = {
  name: 'convert',
  summary: 'write the machine in another format',
  synopsis: 'FILE --to FORMAT',
  help: [`Formats: ${Object.keys(WRITERS).join(', ')}.`],
  options: { ...SHARED_OPTIONS, to: { type: 'string' } },
  run: async (args, terminal) => {
    const to = args.text('to');
    const writer = to === null ? undefined : WRITERS[to];
    if (!writer) {
      throw new UsageError(`--to takes one of ${Object.keys(WRITERS).join(', ')}, not ${to}.`);
    }
    const { machine, names } = await readInput(args, terminal);
    const text = writer(machine, names);
    terminal.out(args.flag('json') ? `${JSON.stringify({ format: to, text })}\n` : text);
    return EXIT.done;
  },
};
