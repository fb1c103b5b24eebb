import { describeFunction } from '../../formats/write/describeFunction.ts';
import { NO_MARK, writeLspciTree } from '../../formats/write/writeLspciTree.ts';
import { CONDITION_OPTIONS, SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT } from '../command.ts';
import { analyzeAsAsked, conditionRequest } from '../conditionRequest.ts';
import { readInputAloud } from '../input.ts';
import { UsageError } from '../usageError.ts';
import { verdictMarks } from '../verdictMarks.ts';

const DEFAULT_WIDTH = 78;

export const tree: Command = {
  name: 'tree',
  summary: 'the tree as lspci -tv draws it',
  synopsis: 'FILE [--width N] [--verdicts]',
  help: [
    'Names are cut to the width (78 columns), the tree itself never is.',
    '--verdicts marks ACS redirection and which endpoints reach each other directly.',
  ],
  options: {
    ...SHARED_OPTIONS,
    ...CONDITION_OPTIONS,
    width: { type: 'string' },
    verdicts: { type: 'boolean' },
  },
  run: async (args, terminal) => {
    const width = parseWidth(args.text('width'));
    const request = conditionRequest(args);
    const { machine, names } = await readInputAloud(args, terminal);
    const name = (fn: Parameters<typeof describeFunction>[0]) => describeFunction(fn, names);
    let text: string;
    if (args.flag('verdicts')) {
      const analysis = analyzeAsAsked(machine, request, terminal);
      const marks = verdictMarks(analysis);
      text = writeLspciTree(analysis.machine, { name, mark: marks.at, width });
      text += `\n${marks.legend(width)}`;
    } else {
      text = writeLspciTree(machine, { name, mark: NO_MARK, width });
    }
    terminal.out(args.flag('json') ? `${JSON.stringify({ tree: text })}\n` : text);
    return EXIT.done;
  },
};

function parseWidth(text: string | null): number {
  if (text === null) return DEFAULT_WIDTH;
  const width = Number(text);
  if (!Number.isInteger(width) || width < 20 || width > 10000) {
    throw new UsageError(`--width takes a whole number from 20 to 10000, not ${text}.`);
  }
  return width;
}
