import { compareWithFabric } from '../../engine/explain/compareWithFabric.ts';
import { explainPair } from '../../engine/explain/explainPair.ts';
import type { Explanation, FabricComparison } from '../../engine/report.ts';
import { CONDITION_OPTIONS, SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { analyzeAsAsked, assumedTexts, conditionRequest } from '../conditionRequest.ts';
import { comparisonJson, comparisonLines } from '../fabricText.ts';
import { findFunction } from '../findFunction.ts';
import { type FunctionNames, functionNames, verdictJson } from '../functionNames.ts';
import { readInputAloud } from '../input.ts';
import { wrap } from '../text.ts';
import { UsageError } from '../usageError.ts';

export const explain: Command = {
  name: 'explain',
  summary: 'why one pair is judged as it is, and what would change it',
  synopsis: 'FILE --provider BDF --client BDF',
  help: [
    'Says what Linux decides and why, what the fabric does with a write and a read,',
    'where the two differ, what the kernel would log, and what would change it.',
    'Exit status 1 when the pair is not supported.',
  ],
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
    const analysis = analyzeAsAsked(machine, request, terminal);
    const told: Told = {
      explanation: explainPair(analysis, provider, client),
      comparison: compareWithFabric(analysis, provider, client),
      kernel: analysis.conditions.kernel.value.id,
      kernelTitle: analysis.conditions.kernel.value.title,
      assumed: assumedTexts(analysis, args),
      name: functionNames(machine),
    };
    if (args.flag('json')) writeJson(told, terminal);
    else writeText(told, terminal);
    return told.explanation.verdict.mapType === 'NOT_SUPPORTED' ? EXIT.no : EXIT.done;
  },
};

interface Told {
  readonly explanation: Explanation;
  readonly comparison: FabricComparison;
  readonly kernel: string;
  readonly kernelTitle: string;
  readonly assumed: readonly string[];
  readonly name: FunctionNames;
}

function writeJson(told: Told, terminal: Terminal): void {
  const { explanation, comparison, kernel, assumed, name } = told;
  const { log, advice } = explanation;
  const json = {
    kernel,
    assumed,
    ...verdictJson(explanation.verdict, name),
    reasons: explanation.reasons.map(({ functions, ...reason }) => ({
      ...reason,
      functions: functions.map(name),
    })),
    log,
    ...(advice === null ? {} : { advice }),
    fixes: explanation.fixes.map(({ change: _, ...fix }) => fix),
    fabric: comparisonJson(comparison, name),
  };
  terminal.out(`${JSON.stringify(json)}\n`);
}

function writeText(told: Told, terminal: Terminal): void {
  const { explanation, comparison, kernelTitle, assumed, name } = told;
  const { verdict, reasons, log, advice, fixes } = explanation;
  const say = (text = '', indent = 0) => terminal.out(`${wrap(text, indent)}\n`);
  const title = (text: string) => {
    say();
    say(text);
  };
  const word = verdict.mapType ?? `unknown (${verdict.possible.join(' or ')})`;
  say(`${name(verdict.provider)} to ${name(verdict.client)}: ${word}`);
  say(`${kernelTitle}; distance ${verdict.distance ?? 'not known'}; ${verdict.confidence}`);
  for (const text of assumed) say(`assumed: ${text}`, 9);

  title('What Linux says:');
  reasons.forEach((reason, index) => {
    say(`${index + 1}. ${reason.text}`, 3);
    say(`   [${reason.rule}: ${reason.source}]`, 4);
  });

  title('What the fabric does:');
  for (const { text, indent } of comparisonLines(comparison, name)) say(text, indent);

  if (comparison.differences.length > 0) {
    title('Where the two differ:');
    for (const text of comparison.differences) say(`- ${text}`, 2);
  }
  if (log.length > 0) {
    title('The kernel log, in substance:');
    for (const line of log) say(`  ${line}`, 4);
    if (advice !== null) say(`  (${advice})`, 4);
  }
  if (fixes.length > 0) {
    title('What would change it:');
    for (const fix of fixes) {
      say(`- ${fix.text} Then: ${fix.verdictAfter ?? 'unknown'}.`, 2);
      if (fix.cmdline !== undefined) say(`    ${fix.cmdline}`);
    }
  }
}
