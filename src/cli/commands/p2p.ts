import type { Analysis } from '../../engine/analyze.ts';
import type { MapType, PairVerdict } from '../../engine/report.ts';
import { isEndpointLike } from '../../model/classCode.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import { CONDITION_OPTIONS, type ParsedArgs, SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { analyzeAsAsked, assumedTexts, conditionRequest } from '../conditionRequest.ts';
import { findFunction } from '../findFunction.ts';
import { type FunctionNames, functionNames, verdictJson } from '../functionNames.ts';
import { readInputAloud } from '../input.ts';
import { cutLine, wrap } from '../text.ts';

export const p2p: Command = {
  name: 'p2p',
  summary: 'the verdict on every ordered pair of functions',
  synopsis: 'FILE [--provider BDF] [--client BDF] [--all]',
  help: [
    'Lists functions with header type 0 and no bridge class; --all: every function.',
    'distance is the hop count, result what pci_p2pdma_distance() returns.',
  ],
  options: {
    ...SHARED_OPTIONS,
    ...CONDITION_OPTIONS,
    provider: { type: 'string' },
    client: { type: 'string' },
    all: { type: 'boolean' },
  },
  run: async (args, terminal) => {
    const request = conditionRequest(args);
    const { machine } = await readInputAloud(args, terminal);
    const analysis = analyzeAsAsked(machine, request, terminal);
    const pairs: Pairs = {
      analysis,
      providers: chosen(machine, args, 'provider'),
      clients: chosen(machine, args, 'client'),
      assumed: assumedTexts(analysis, args),
    };
    const write = args.flag('json') ? writeJson : writeText;
    write(pairs, terminal);
    return EXIT.done;
  },
};

/** What was asked: the rows and columns of the answer. */
interface Pairs {
  readonly analysis: Analysis;
  readonly providers: readonly FunctionId[];
  readonly clients: readonly FunctionId[];
  readonly assumed: readonly string[];
}

function chosen(
  machine: Machine,
  args: ParsedArgs,
  option: 'provider' | 'client',
): readonly FunctionId[] {
  const name = args.text(option);
  if (name !== null) return [findFunction(machine, name, `--${option}`)];
  const all = args.flag('all');
  return machine.functions.filter((fn) => all || isEndpointLike(fn)).map((fn) => fn.id);
}

/** Written row by row: a machine of thousands of functions has millions of pairs. */
function writeJson({ analysis, providers, clients, assumed }: Pairs, terminal: Terminal): void {
  const head = JSON.stringify({ kernel: analysis.conditions.kernel.value.id, assumed });
  const name = functionNames(analysis.machine);
  terminal.out(`${head.slice(0, -1)},"pairs":[`);
  let separator = '\n';
  for (const provider of providers) {
    let row = '';
    for (const client of clients) {
      row += separator + JSON.stringify(verdictJson(analysis.pair(provider, client), name));
      separator = ',\n';
    }
    terminal.out(row);
  }
  terminal.out('\n]}\n');
}

function writeText({ analysis, providers, clients, assumed }: Pairs, terminal: Terminal): void {
  terminal.out(`${analysis.conditions.kernel.value.title}\n`);
  for (const text of assumed) terminal.out(`${wrap(`assumed: ${text}`, 9)}\n`);
  const name = functionNames(analysis.machine);
  terminal.out('\nprovider      client        verdict           dist  decided by\n');
  let doubts = false;
  for (const provider of providers) {
    let row = '';
    for (const client of clients) {
      const verdict = analysis.pair(provider, client);
      doubts ||= verdict.confidence === 'assumed';
      row += `${pairLine(verdict, name)}\n`;
    }
    terminal.out(row);
  }
  if (doubts) terminal.out('\n* an assumption named above decided\n');
}

function pairLine(verdict: PairVerdict, name: FunctionNames): string {
  const { mapType, possible, confidence, rule } = verdict;
  const doubt = confidence === 'assumed' ? '*' : '';
  const distance = verdict.distance === null ? '?' : String(verdict.distance);
  return cutLine(
    [
      name(verdict.provider).padEnd(13),
      name(verdict.client).padEnd(13),
      `${mapType ?? 'unknown'}${doubt}`.padEnd(17),
      distance.padStart(4),
      mapType === null ? ` ${possible.map((each) => SHORT[each]).join(' or ')}` : ` ${rule}`,
    ].join(' '),
  );
}

/** Outcomes in a table of 80 columns. */
const SHORT: Readonly<Record<MapType, string>> = {
  BUS_ADDR: 'BUS_ADDR',
  THRU_HOST_BRIDGE: 'THRU_HOST',
  NOT_SUPPORTED: 'NOT_SUPP',
};
