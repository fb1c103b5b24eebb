import { describeFunction } from '../../formats/write/describeFunction.ts';
import { writeDocument } from '../../formats/write/writeDocument.ts';
import { NO_MARK, writeLspciTree } from '../../formats/write/writeLspciTree.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciNames } from '../../model/pciNames.ts';
import { updateSketch } from '../../sketch/updateSketch.ts';
import { writeSketch } from '../../sketch/writeSketch.ts';
import { CONDITION_OPTIONS, type ParsedArgs, SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { readInputAloud } from '../input.ts';
import { SVG_OPTIONS, svgOf, svgRequest } from '../svgOf.ts';
import { wrap } from '../text.ts';
import { UsageError } from '../usageError.ts';

interface Writer {
  readonly write: (
    machine: Machine,
    names: PciNames | null,
    args: ParsedArgs,
    terminal: Terminal,
  ) => string;
  /** Options of this format alone. */
  readonly options: readonly string[];
  /** Finds fault with the options before the input is read. */
  readonly check: (args: ParsedArgs) => void;
}

const PLAIN = { options: [], check: () => {} };

/** What can be written. A new format is a new row. */
const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['document', { ...PLAIN, write: (machine) => writeDocument(machine) }],
  [
    'lspci-tree',
    {
      ...PLAIN,
      write: (machine, names) =>
        writeLspciTree(machine, {
          name: (fn) => describeFunction(fn, names),
          mark: NO_MARK,
          width: Number.MAX_SAFE_INTEGER,
        }),
    },
  ],
  [
    'sketch',
    { ...PLAIN, write: (machine, _names, _args, terminal) => sketchOf(machine, terminal) },
  ],
  [
    'svg',
    {
      options: [...Object.keys(SVG_OPTIONS), ...Object.keys(CONDITION_OPTIONS)],
      check: svgRequest,
      write: svgOf,
    },
  ],
]);

/** What was typed, with what has changed since; of a machine that was not typed, all of it. */
function sketchOf(machine: Machine, terminal: Terminal): string {
  const { text, dropped } = writeSketch(machine);
  if (dropped.length > 0) {
    terminal.warn(`${wrap(`note: a sketch does not carry ${dropped.join(', ')}.`, 2)}\n`);
  }
  return machine.sketch === null ? text : updateSketch(machine.sketch, machine);
}

const FORMATS = [...WRITERS.keys()].join(', ');

export const convert: Command = {
  name: 'convert',
  summary: 'write the machine in another format',
  synopsis: 'FILE --to FORMAT',
  help: [
    `Formats: ${FORMATS}.`,
    'Of svg, a picture of the machine for a page:',
    '  --drawing D        blocks (what architects draw) or functions (what lspci -t',
    '                     knows); default blocks',
    '  --direction D      where the tree grows to: down or right; default down',
    '  --theme T          light (ink on white) or dark, whatever the reader prefers;',
    '                     default light',
    '  --provider BDF --client BDF',
    '                     draws the way of a pair and its verdict',
    '  --groups           outlines IOMMU groups with more than one member',
  ],
  options: { ...SHARED_OPTIONS, ...CONDITION_OPTIONS, ...SVG_OPTIONS, to: { type: 'string' } },
  run: async (args, terminal) => {
    const to = args.text('to');
    const writer = to === null ? undefined : WRITERS.get(to);
    if (!writer) {
      const found = to === null ? '' : `, not ${to}`;
      throw new UsageError(`--to takes one of ${FORMATS}${found}.`);
    }
    for (const option of [...Object.keys(SVG_OPTIONS), ...Object.keys(CONDITION_OPTIONS)]) {
      if ((args.text(option) !== null || args.flag(option)) && !writer.options.includes(option)) {
        throw new UsageError(`--${option} is for --to svg, not for --to ${to}.`);
      }
    }
    writer.check(args);
    const { machine, names } = await readInputAloud(args, terminal);
    const text = writer.write(machine, names, args, terminal);
    terminal.out(args.flag('json') ? `${JSON.stringify({ format: to, text })}\n` : text);
    return EXIT.done;
  },
};
