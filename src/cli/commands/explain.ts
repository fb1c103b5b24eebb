import { analyze } from '../../engine/analyze.ts';
import { explainPair } from '../../engine/explain/explainPair.ts';
import type { Explanation } from '../../engine/report.ts';
import { CONDITION_OPTIONS, SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { assumedTexts, conditionRequest } from '../conditionRequest.ts';
import { findFunction } from '../findFunction.ts';
import { functionNames, verdictJson } from '../functionNames.ts';
import { readInputAloud } from '../input.ts';
import { wrap } from '../text.ts';
import { UsageError } from '../usageError.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'why one pair is judged as it is, and what would change it',
  synopsis: 'FILE --provider BDF --client BDF',
  help: ['Exit status 1 when the pair is not supported.'],
  options: {
    ...SHARED_OPTIONS,
    ...CONDITION_OPTIONS,
    provider: { type: 'string' },
    client: { type: 'string' },
  },
  run: async (args, terminal) => {
    const providerName = args.text('provider');
    const clientName = args.text('client');
    if (providerName === null || clientName === null) {
      throw new UsageError('explain takes --provider BDF and --client BDF.');
    }
    const request = conditionRequest(args);
    const { machine } = await readInputAloud(args, terminal);
    const provider = findFunction(machine, providerName, '--provider');
    const client = findFunction(machine, clientName, '--client');
    const analysis = analyze(machine, request);
    const explanation = explainPair(analysis, provider, client);
    const kernel = analysis.conditions.kernel.value.id;
    const assumed = assumedTexts(analysis, args);
    if (args.flag('json')) {
      const { reasons, log } = explanation;
      const fixes = explanation.fixes.map(({ change: _, ...fix }) => fix);
      const verdict = verdictJson(explanation.verdict, functionNames(machine));
      terminal.out(`${JSON.stringify({ kernel, assumed, ...verdict, reasons, log, fixes })}\n`);
    } else {
      writeText(explanation, kernel, assumed, terminal);
    }
    return explanation.verdict.mapType === 'NOT_SUPPORTED' ? EXIT.no : EXIT.done;
  },
};

function writeText(
  explanation: Explanation,
  kernel: string,
  assumed: readonly string[],
  terminal: Terminal,
): void {
  const { verdict, reasons, log, fixes } = explanation;
  const say = (text = '', indent = 0) => terminal.out(`${wrap(text, indent)}\n`);
  const word = verdict.mapType ?? `unknown (${verdict.possible.join(' or ')})`;
  say(`${verdict.provider} to ${verdict.client}: ${word}`);
  say(`Linux ${kernel}; distance ${verdict.distance ?? 'not known'}; ${verdict.confidence}`);
  for (const text of assumed) say(`assumed: ${text}`, 9);
  say();
  reasons.forEach((reason, index) => {
    say(`${index + 1}. ${reason.text}`, 3);
    say(`   [${reason.rule}: ${reason.source}]`, 4);
  });
  if (log.length > 0) {
    say();
    say('The kernel log, in substance:');
    for (const line of log) say(`  ${line}`, 4);
  }
  if (fixes.length > 0) {
    say();
    say('What would change it:');
    for (const fix of fixes) {
      say(`- ${fix.text} Then: ${fix.verdictAfter ?? 'unknown'}.`, 2);
      if (fix.cmdline !== undefined) say(`    ${fix.cmdline}`);
    }
  }
}
