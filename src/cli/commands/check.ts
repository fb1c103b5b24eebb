import { checkMachine } from '../../engine/check/checkMachine.ts';
import { SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT } from '../command.ts';
import { describeProblem } from '../describeProblem.ts';
import { readInput } from '../input.ts';
import { wrap } from '../text.ts';

export const check: Command = {
  name: 'check',
  summary: 'what was understood, guessed and ignored, and what looks wrong',
  synopsis: 'FILE',
  help: ['Exit status 1 when there are errors or warnings; notes alone leave it 0.'],
  options: SHARED_OPTIONS,
  run: async (args, terminal) => {
    const { machine, problems, format } = await readInput(args, terminal);
    const all = [...problems, ...checkMachine(machine)];
    const bad = all.some((problem) => problem.severity !== 'note');
    if (args.flag('json')) {
      const told = all.map(({ treatment: _, ...problem }) => problem);
      const functions = machine.functions.length;
      terminal.out(`${JSON.stringify({ format, functions, problems: told })}\n`);
    } else {
      const { length } = machine.functions;
      terminal.out(`${format}: ${length} ${length === 1 ? 'function' : 'functions'} understood\n`);
      for (const problem of all) terminal.out(`${wrap(describeProblem(problem), 2)}\n`);
    }
    return bad ? EXIT.no : EXIT.done;
  },
};
