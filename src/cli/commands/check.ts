import type { Check } from '../../engine/check/check.ts';
import { checkMachine } from '../../engine/check/checkMachine.ts';
import { isToldByChecks } from '../../engine/check/isToldByChecks.ts';
import { SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { describeProblem } from '../describeProblem.ts';
import { readInput } from '../input.ts';
import { wrap } from '../text.ts';

export const check: Command = {
  name: 'check',
  summary: 'what was understood, guessed and ignored, and what looks wrong',
  synopsis: 'FILE',
  help: [
    'Findings say why they matter and, where there is a way, what would mend them.',
    'Exit status 1 when there are errors or warnings; notes alone leave it 0.',
  ],
  options: SHARED_OPTIONS,
  run: async (args, terminal) => {
    const { machine, problems: read, format } = await readInput(args, terminal);
    const checks = checkMachine(machine);
    const problems = read.filter((problem) => !isToldByChecks(problem, checks));
    const bad = [...problems, ...checks].some((problem) => problem.severity !== 'note');
    if (args.flag('json')) {
      const told = [
        ...problems.map(({ treatment: _, ...problem }) => problem),
        ...checks.map(({ treatment: _, mends, ...check }) => ({
          ...check,
          mends: mends.map(({ title }) => title),
        })),
      ];
      const functions = machine.functions.length;
      terminal.out(`${JSON.stringify({ format, functions, problems: told })}\n`);
    } else {
      const { length } = machine.functions;
      terminal.out(`${format}: ${length} ${length === 1 ? 'function' : 'functions'} understood\n`);
      for (const problem of problems) terminal.out(`${wrap(describeProblem(problem), 2)}\n`);
      printChecks(checks, terminal);
    }
    return bad ? EXIT.no : EXIT.done;
  },
};

/** Each finding with its mends; why it matters after the first of its rule. */
function printChecks(checks: readonly Check[], terminal: Terminal): void {
  const explained = new Set<Check['id']>();
  for (const check of checks) {
    terminal.out(`${wrap(`${describeProblem(check)} [${check.id}]`, 2)}\n`);
    if (!explained.has(check.id)) terminal.out(`${wrap(`  Why: ${check.why}`, 4)}\n`);
    explained.add(check.id);
    for (const { title } of check.mends) terminal.out(`${wrap(`  Mend: ${title}`, 4)}\n`);
  }
}
