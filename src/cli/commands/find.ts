import type { Analysis } from '../../engine/analyze.ts';
import {
  type Client,
  clientOf,
  clientWithoutPci,
  softwareRdmaClient,
} from '../../engine/p2pdma/client.ts';
import { pciP2pdmaDistanceMany } from '../../engine/p2pdma/pciP2pdmaDistanceMany.ts';
import { type FindAnswer, pciP2pmemFindMany } from '../../engine/p2pdma/pciP2pmemFindMany.ts';
import { type Provider, providersOf, publishedProvider } from '../../engine/p2pdma/provider.ts';
import type { Machine } from '../../model/machine.ts';
import { CONDITION_OPTIONS, type ParsedArgs, SHARED_OPTIONS } from '../args.ts';
import { type Command, EXIT, type Terminal } from '../command.ts';
import { analyzeAsAsked, assumedTexts, conditionRequest } from '../conditionRequest.ts';
import { findFunction } from '../findFunction.ts';
import { type FunctionNames, functionNames } from '../functionNames.ts';
import { readInputAloud } from '../input.ts';
import { wrap } from '../text.ts';
import { UsageError } from '../usageError.ts';

export const find: Command = {
  name: 'find',
  summary: 'which provider of peer memory a kernel may choose for some clients',
  synopsis: 'FILE --clients BDF[,BDF…] [--providers BDF[,…]]',
  help: [
    'A client is a function (with hfi1 or qib bound: the RDMA device above it),',
    'rxe@BDF or siw@BDF for software RDMA over that interface, or none@NAME for what',
    'is no PCI device. Providers are those whose memory the input shows as published;',
    'a captured dump shows none: --providers names them.',
  ],
  options: {
    ...SHARED_OPTIONS,
    ...CONDITION_OPTIONS,
    clients: { type: 'string' },
    providers: { type: 'string' },
  },
  run: async (args, terminal) => {
    const request = conditionRequest(args);
    const clientNames = listOf(args, 'clients');
    if (clientNames.length === 0) throw new UsageError('find takes --clients BDF[,BDF…].');
    const { machine } = await readInputAloud(args, terminal);
    const clients = clientNames.map((name) => clientNamed(machine, name));
    const providers = providersAsked(machine, args);
    const analysis = analyzeAsAsked(machine, request, terminal);
    const answer = pciP2pmemFindMany(analysis, clients, providers);
    const found: Found = {
      analysis,
      answer,
      messages: refusals(analysis, clients, providers),
      assumed: [...assumedTexts(analysis, args), ...privateTexts(machine, providers)],
    };
    const write = args.flag('json') ? writeJson : writeText;
    write(found, functionNames(machine), terminal);
    return EXIT.done;
  },
};

interface Found {
  readonly analysis: Analysis;
  readonly answer: FindAnswer;
  /** What the kernel says of clients that no provider suits. */
  readonly messages: readonly string[];
  readonly assumed: readonly string[];
}

function listOf(args: ParsedArgs, option: string): readonly string[] {
  const names = (args.text(option) ?? '').split(',').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

function clientNamed(machine: Machine, name: string): Client {
  const [, kind, rest] = /^(rxe|siw|none)@(.+)$/.exec(name) ?? [];
  if (rest === undefined) {
    const id = findFunction(machine, name, '--clients');
    const fn = machine.functions.find((each) => each.id === id);
    if (!fn) throw new UsageError(`--clients ${name}: the input has no such function.`);
    return clientOf(fn);
  }
  if (kind === 'rxe' || kind === 'siw') {
    return softwareRdmaClient(kind, findFunction(machine, rest, '--clients'));
  }
  return clientWithoutPci(rest);
}

function providersAsked(machine: Machine, args: ParsedArgs): readonly Provider[] {
  const named = listOf(args, 'providers');
  if (named.length > 0) {
    const ids = new Set(named.map((name) => findFunction(machine, name, '--providers')));
    // In order of enumeration, as the kernel goes through them.
    return machine.functions.flatMap(({ id }) => (ids.has(id) ? [publishedProvider(id)] : []));
  }
  const shown = providersOf(machine);
  if (shown.length === 0) {
    throw new UsageError(
      'The input shows no memory for peers (a dump never does): name the providers with --providers.',
    );
  }
  return shown;
}

function privateTexts(machine: Machine, providers: readonly Provider[]): readonly string[] {
  const name = functionNames(machine);
  const hidden = providers.filter(({ published }) => !published).map(({ id }) => name(id));
  return hidden.length === 0
    ? []
    : [`memory of ${hidden.join(', ')} is not published: private to its driver`];
}

/** The kernel refuses a client for what it is, whatever the provider: said once. */
function refusals(
  analysis: Analysis,
  clients: readonly Client[],
  providers: readonly Provider[],
): readonly string[] {
  const messages = providers.flatMap(({ id }) => {
    const { refusal } = pciP2pdmaDistanceMany(analysis, id, clients, true);
    return refusal ? [refusal.message] : [];
  });
  return [...new Set(messages)];
}

function writeJson(
  { analysis, answer, messages, assumed }: Found,
  name: FunctionNames,
  terminal: Terminal,
): void {
  const { candidates, chosenFrom, undecided } = answer;
  terminal.out(
    `${JSON.stringify({
      kernel: analysis.conditions.kernel.value.id,
      assumed,
      candidates: candidates.map(({ provider, distance }) => ({
        provider: name(provider),
        distance,
      })),
      chosenFrom: chosenFrom.map(name),
      ...(undecided.length > 0 && { undecided: undecided.map(name) }),
      ...(messages.length > 0 && { log: messages }),
    })}\n`,
  );
}

function writeText(
  { analysis, answer, messages, assumed }: Found,
  name: FunctionNames,
  terminal: Terminal,
): void {
  const say = (text = '', indent = 0) => terminal.out(`${wrap(text, indent)}\n`);
  const { kernel } = analysis.conditions;
  say(kernel.value.title);
  for (const text of assumed) say(`assumed: ${text}`, 9);
  for (const text of messages) say(`log: ${text}`, 5);
  say();
  if (answer.candidates.length === 0) say('No provider suits all clients.');
  const chosen = new Set(answer.chosenFrom);
  for (const { provider, distance } of answer.candidates) {
    const mark = chosen.has(provider) ? '*' : ' ';
    say(`${mark} ${name(provider).padEnd(13)} distance ${distance}`, 2);
  }
  for (const provider of answer.undecided) {
    say(`? ${name(provider).padEnd(13)} not to be decided from this input`, 2);
  }
  const unless = answer.undecided.length > 0 ? ', unless one marked ? is as near' : '';
  if (answer.chosenFrom.length === 1) say(`* is chosen${unless}`);
  if (answer.chosenFrom.length > 1) say(`* one of these is chosen, at random${unless}`);
}
