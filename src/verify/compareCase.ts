import { hex } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import { compareLists } from './compareLists.ts';
import { compareTransfers } from './compareTransfers.ts';
import { candidates, type DerivedCase, distanceMany } from './deriveCase.ts';
import { deriveLists } from './deriveLists.ts';
import type { CaseReport, GoldenCase, GoldenOutcomes } from './goldenCase.ts';
import { substanceOfLine, substanceOfText } from './logSubstance.ts';
import { questionOf, replaySteps } from './replaySteps.ts';
import { shownAddress, shownKind } from './shownMapping.ts';
import { Tally } from './tally.ts';

/** Compares what was derived with what the kernel decided, check by check. */
export function compareCase({ input, outcomes }: GoldenCase, derived: DerivedCase): CaseReport {
  const tally = new Tally();
  const { functions } = input;
  const name = (index: number): string => functions[index] ?? `device ${index}`;
  const pairName = (provider: number, client: number) => arrow(name(provider), name(client));

  functions.forEach((id, index) => {
    const [told, ours] = [outcomes.acs[index], derived.acs[index]];
    if (told !== null || ours !== null) tally.check('acs', id, word(told), word(ours));
  });

  for (const [provider, client] of everyPair(functions.length, outcomes.distances)) {
    const told = outcomes.distances[provider]?.[client] ?? 'not told';
    const verdict = derived.pairs[provider]?.[client]?.verdict;
    tally.check('distances', pairName(provider, client), told, verdict?.result ?? 'unknown');
  }

  for (const { provider, client, kind, how } of outcomes.maps) {
    const verdict = derived.pairs[provider]?.[client]?.verdict;
    const about = pairName(provider, client);
    tally.mapping('maps', about, kind, shownKind(verdict?.mapType ?? null));
    const address = verdict ? shownAddress(derived.analysis, verdict) : 'unknown';
    tally.check('addresses', about, how, address);
  }

  for (const [provider, client] of everyPair(functions.length, outcomes.why)) {
    const own = { provider: name(provider), client: name(client) };
    const told = toldLines(outcomes, provider, client).map((text) => substanceOfText(text, own));
    const ours = derived.pairs[provider]?.[client]?.log.map(substanceOfLine) ?? ['unknown'];
    tally.check('reasons', pairName(provider, client), inOneLine(told), inOneLine(ours));
  }

  compareGroups(tally, outcomes.groups, derived.groups, name);
  compareListedGroups(tally, outcomes, name);

  for (const { client, found } of outcomes.find) {
    const among = candidates(derived.analysis, input.published, [client]);
    const isRight = found === null ? among.length === 0 : among.includes(found);
    const ours = among.length === 0 ? 'none' : `one of ${among.join(', ')}`;
    tally.note('find', client, isRight, found ?? 'none', ours);
  }

  for (const { provider, clients, result } of outcomes.many) {
    const ours = distanceMany(derived.analysis, provider, clients) ?? 'unknown';
    tally.check('many', arrow(provider, clients.join(', ')), result, ours);
  }

  const answers = replaySteps(input, derived.analysis, outcomes.steps.map(questionOf));
  outcomes.steps.forEach((step, index) => {
    if (step.op === 'acsctl') return;
    const about = `step ${index + 1}, ${step.op} ${arrow(step.provider, step.client)}`;
    const ours = answers[index] ?? 'unknown';
    if (step.op === 'dist') tally.check('steps', about, step.result, ours);
    else tally.mapping('steps', about, step.kind, String(ours));
  });

  const pages = outcomes.maps.map(({ provider, client }) => ({ provider, client }));
  compareLists(tally, outcomes.lists, deriveLists(input, derived, pages));
  compareTransfers(tally, outcomes.transfers, input, derived);

  return {
    id: input.id,
    era: input.era.id,
    kernel: releaseOf(input.machine.settings.kernel),
    checked: tally.checked,
    kindNotShown: tally.kindNotShown,
    mode: input.mode,
    lists: tally.lists,
    listRules: tally.listRules,
    differences: tally.differences,
  };
}

/** `6.12.117` of `6.12.117-p2poracle` */
const releaseOf = (kernel: string): string => kernel.split('-')[0] ?? kernel;

const inOneLine = (lines: readonly string[]) => lines.join(' | ') || 'silence';

const arrow = (from: FunctionId | string, to: FunctionId | string) => `${from} → ${to}`;

function word(control: number | null | undefined | typeof UNKNOWN): string {
  if (control === null) return 'no capability';
  return control === undefined || control === UNKNOWN ? UNKNOWN : hex(control, 4);
}

/** The pairs of the case, and those that are told beyond them. */
function* everyPair(
  count: number,
  told: readonly (readonly number[])[],
): Generator<readonly [provider: number, client: number]> {
  for (let provider = 0; provider < Math.max(count, told.length); provider++) {
    const clients = Math.max(count, told[provider]?.length ?? 0);
    for (let client = 0; client < clients; client++) yield [provider, client];
  }
}

/** The kernel's log lines of a pair; none where it was silent. */
function toldLines(
  { why, reasons }: GoldenOutcomes,
  provider: number,
  client: number,
): readonly string[] {
  const index = why[provider]?.[client];
  if (index === -1) return [];
  return (reasons[index ?? -1] ?? 'not told').split(' | ');
}

/** Group by group: the kernel's as lists of members, and no other with a member among them. */
function compareGroups(
  tally: Tally,
  told: readonly (string | null)[],
  derived: readonly (readonly number[])[] | null,
  name: (index: number) => string,
): void {
  const groups = new Map<string, number[]>();
  told.forEach((group, index) => {
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), index]);
  });
  if (groups.size === 0 || derived === null) {
    const ours = derived === null ? 'none, no IOMMU in use' : `${derived.length} groups`;
    const theirs = groups.size === 0 ? 'none, no IOMMU in use' : `${groups.size} groups`;
    tally.check('groups', 'all functions', theirs, ours);
    return;
  }
  const inGroup = new Map(derived.flatMap((group) => group.map((index) => [index, group])));
  const list = (group: readonly number[]) => group.map(name).join(' ');
  for (const group of groups.values()) {
    const [first] = group;
    const ours = first === undefined ? undefined : inGroup.get(first);
    tally.check('groups', `group of ${name(first ?? -1)}`, list(group), list(ours ?? []));
  }
  told.forEach((group, index) => {
    if (group !== null || !inGroup.has(index)) return;
    tally.check('groups', name(index), 'in no group', list(inGroup.get(index) ?? []));
  });
}

/** A case tells groups twice; what it tells of a function has to be the same. Counted only if not. */
function compareListedGroups(
  tally: Tally,
  { groups, listedGroups }: GoldenOutcomes,
  name: (index: number) => string,
): void {
  listedGroups?.forEach((listed, index) => {
    const group = groups[index] ?? null;
    if (listed === group) return;
    const told = `listed in ${listed ?? 'no group'}`;
    tally.check('groups', name(index), told, `said to be in ${group ?? 'no group'}`);
  });
}
