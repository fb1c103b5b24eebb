import { describeFunction } from '../../formats/write/describeFunction.ts';
import { writeDocument } from '../../formats/write/writeDocument.ts';
import { NO_MARK, writeLspciTree } from '../../formats/write/writeLspciTree.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciNames } from '../../model/pciNames.ts';
import { SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT } from '../command.ts';
import { readInputAloud } from '../input.ts';
import { UsageError } from '../usageError.ts';

type Writer = (machine: Machine, names: PciNames | null) => string;

/** What can be written. A new format is a new row. */
const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['document', (machine) => writeDocument(machine)],
  [
    'lspci-tree',
    (machine, names) =>
      writeLspciTree(machine, {
        name: (fn) => describeFunction(fn, names),
        mark: NO_MARK,
        width: Number.MAX_SAFE_INTEGER,
      }),
  ],
]);

const FORMATS = [...WRITERS.keys()].join(', ');

export const convert: Command = {
  name: 'convert',
  summary: 'write the machine in another format',
  synopsis: 'FILE --to FORMAT',
  help: [`Formats: ${FORMATS}.`],
  options: { ...SHARED_OPTIONS, to: { type: 'string' } },
  run: async (args, terminal) => {
    const to = args.text('to');
    const writer = to === null ? undefined : WRITERS.get(to);
    if (!writer) {
      const found = to === null ? '' : `, not ${to}`;
      throw new UsageError(`--to takes one of ${FORMATS}${found}.`);
    }
    const { machine, names } = await readInputAloud(args, terminal);
    const text = writer(machine, names);
    terminal.out(args.flag('json') ? `${JSON.stringify({ format: to, text })}\n` : text);
    return EXIT.done;
  },
};
