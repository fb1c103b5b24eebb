import { describe, expect, test } from 'vitest';
import { deriveCase } from './deriveCase.ts';
import { deriveLists } from './deriveLists.ts';
import { CHECK_KINDS, type CheckKind, type GoldenCase, type GoldenOutcomes } from './goldenCase.ts';
import { goldenCase, goldenReference, goldenTexts, readGolden } from './goldenCases.testkit.ts';
import type { GoldenMappedList, GoldenOutput } from './goldenLists.ts';
import { readGoldenCase } from './readGoldenCase.ts';
import { verifyCase } from './verifyCase.ts';

/*
 * Does the comparison see what it is there to see? Each answer of a kernel is changed in turn and
 * has to be reported; and no answer may have a way into what is derived.
 */

type Answered = Extract<GoldenMappedList, { kind: 'answered' }>;

/** All in one group. */
function merged(groups: readonly (string | null)[]): readonly (string | null)[] {
  const first = groups.find((group) => group !== null);
  return groups.map((group) => (group === null ? null : (first ?? null)));
}

const damage: Readonly<Record<CheckKind, (told: GoldenOutcomes) => Partial<GoldenOutcomes>>> = {
  acs: ({ acs }) => ({ acs: acs.map((word) => (word === null ? null : word ^ 0x10)) }),
  distances: ({ distances }) => ({
    distances: distances.map((row, provider) => (provider === 0 ? row.map((d) => d + 1) : row)),
  }),
  maps: ({ maps }) => ({
    maps: maps.map((map) => ({ ...map, kind: map.kind === 'error' ? 'bus' : 'error' })),
  }),
  addresses: ({ maps }) => ({
    maps: maps.map((map) => ({ ...map, how: map.how === 'phys' ? 'iova' : 'phys' })),
  }),
  reasons: ({ reasons }) => ({ reasons: reasons.map((text) => text.replace('00:', '01:')) }),
  groups: ({ groups }) => ({ groups: merged(groups) }),
  find: ({ find }) => ({
    find: find.map(({ client, found }) => ({ client, found: found === null ? client : null })),
  }),
  many: ({ many }) => ({ many: many.map((each) => ({ ...each, result: each.result + 1 })) }),
  steps: ({ steps }) => ({
    steps: steps.map((step) => (step.op === 'dist' ? { ...step, result: step.result + 1 } : step)),
  }),
  lists: ({ lists }) => ({ lists: lists.map(withOtherErrno) }),
  transfers: ({ transfers }) => ({
    transfers: transfers.map((each) => ({ ...each, read: { errno: 22, isSame: false } })),
  }),
};

function withOtherErrno(list: GoldenMappedList | null): GoldenMappedList | null {
  return list?.kind === 'answered' ? { ...list, errno: list.errno - 1 } : list;
}

/** Neither steps, nor several clients, nor lists are in every case. */
function caseFor(kind: CheckKind): GoldenCase {
  if (kind === 'many') return goldenCase('6.12', 'r019.612-strict');
  const hasLists = kind === 'lists' || kind === 'transfers';
  return goldenCase('6.12', hasLists ? LISTS : 'q01-acs-at-runtime.612-strict');
}

/** A case with lists that join, refused ones, and bus addresses. */
const LISTS = 's21-rootports-amd-zen.612-strict';

describe('damaged answers are reported', () => {
  test.each(CHECK_KINDS)('%s', (kind) => {
    const golden = caseFor(kind);
    expect(verifyCase(golden).differences).toEqual([]);
    const outcomes = { ...golden.outcomes, ...damage[kind](golden.outcomes) };
    const { differences } = verifyCase({ ...golden, outcomes });
    expect(differences.length).toBeGreaterThan(0);
    expect(new Set(differences.map((each) => each.kind))).toEqual(new Set([kind]));
  });

  test('a mapping in a sequence of steps', () => {
    const golden = caseFor('steps');
    const steps = golden.outcomes.steps.map((step) =>
      step.op === 'map' ? { ...step, kind: step.kind === 'error' ? 'host' : 'error' } : step,
    );
    const { differences } = verifyCase({ ...golden, outcomes: { ...golden.outcomes, steps } });
    expect(differences.length).toBe(steps.filter((step) => step.op === 'map').length);
  });

  test('answers that are missing, or too many', () => {
    const golden = caseFor('distances');
    const { distances, why, groups } = golden.outcomes;
    const count = distances.length;
    const differ = (outcomes: Partial<GoldenOutcomes>) =>
      verifyCase({ ...golden, outcomes: { ...golden.outcomes, ...outcomes } }).differences.length;
    expect(differ({ distances: distances.slice(1) })).toBeGreaterThanOrEqual(count);
    expect(differ({ distances: distances.map((row) => row.slice(1)) })).toBeGreaterThan(count);
    expect(differ({ distances: [...distances, [1]] })).toBeGreaterThan(0);
    expect(differ({ why: why.slice(0, -1) })).toBe(count);
    expect(differ({ acs: [] })).toBeGreaterThan(0);
    expect(differ({ groups: groups.slice(1) })).toBeGreaterThan(0);
    expect(differ({ groups: groups.map(() => null), listedGroups: null })).toBe(1);
  });

  test('a list of groups that says something else than the functions do', () => {
    const golden = caseFor('groups');
    const listed = golden.outcomes.listedGroups ?? [];
    const differ = (listedGroups: readonly (string | null)[]) =>
      verifyCase({ ...golden, outcomes: { ...golden.outcomes, listedGroups } }).differences.length;
    expect(listed.length).toBeGreaterThan(0);
    expect(differ(listed)).toBe(0);
    expect(differ(listed.toReversed())).toBeGreaterThan(0);
    expect(differ(listed.map(() => null))).toBeGreaterThan(0);
  });

  test('a list that is missing, or one too many', () => {
    const golden = caseFor('lists');
    const { lists } = golden.outcomes;
    const differ = (changed: GoldenOutcomes['lists']) =>
      verifyCase({ ...golden, outcomes: { ...golden.outcomes, lists: changed } }).differences
        .length;
    expect(differ(lists)).toBe(0);
    expect(differ(lists.with(0, null))).toBe(1);
    expect(differ([...lists, null])).toBe(1);
    expect(differ(lists.with(0, { kind: 'skipped', why: 'too long' }))).toBe(0);
  });

  const first = ({ outputs }: Answered) => outputs[0] as GoldenOutput;
  const changedFirst = (list: Answered, change: Partial<GoldenOutput>): Answered => ({
    ...list,
    outputs: list.outputs.with(0, { ...first(list), ...change }),
  });

  test.each<readonly [string, (list: Answered) => Answered]>([
    ['a length', (list) => changedFirst(list, { length: first(list).length + 1 })],
    ['an address', (list) => changedFirst(list, { address: (first(list).address ?? 0) + 1 })],
    ['the mark', (list) => changedFirst(list, { isBus: first(list).isBus !== true })],
    ['unwritten', (list) => changedFirst(list, { address: null })],
    ['whose address', (list) => changedFirst(list, { isOfEntry: !first(list).isOfEntry })],
    ['one too few', (list) => ({ ...list, outputs: list.outputs.slice(1) })],
    ['one too many', (list) => ({ ...list, outputs: [...list.outputs, first(list)] })],
    [
      'a range that no allocator gives',
      (list) => ({
        ...list,
        outputs: list.outputs.map((output) =>
          output.isOfEntry ? output : { ...output, address: (output.address ?? 0) + 0x800 },
        ),
      }),
    ],
  ])('of each list: %s', (name, damaged) => {
    for (const mode of ['none', 'strict']) {
      const golden = goldenCase('6.12', `s21-rootports-amd-zen.612-${mode}`);
      const { lists } = golden.outcomes;
      let changed = 0;
      const others = lists.map((list) => {
        if (list?.kind !== 'answered' || list.errno !== 0) return list;
        const isHit = !name.startsWith('a range') || list.outputs.some((each) => !each.isOfEntry);
        if (isHit) changed++;
        return damaged(list);
      });
      const outcomes = { ...golden.outcomes, lists: others };
      // Without translation no range is given; all else has to be there to be damaged.
      if (mode === 'strict' || !name.startsWith('a range')) expect(changed).toBeGreaterThan(0);
      expect(verifyCase({ ...golden, outcomes }).differences).toHaveLength(changed);
    }
  });

  test('data that a transfer changed on the way', () => {
    const golden = goldenCase('6.12', 's21-rootports-amd-zen.612-none');
    expect(verifyCase(golden).lists.data).toBeGreaterThan(0);
    const transfers = golden.outcomes.transfers.map((each) => ({
      ...each,
      write: { ...each.write, isSame: false },
    }));
    const outcomes = { ...golden.outcomes, transfers };
    const { differences, lists } = verifyCase({ ...golden, outcomes });
    expect(differences).toHaveLength(lists.data);
  });

  test('one distance among all', () => {
    const golden = caseFor('distances');
    const distances = golden.outcomes.distances.map((row) => [...row]);
    const row = distances[3];
    if (row) row[4] = 99;
    const { differences } = verifyCase({ ...golden, outcomes: { ...golden.outcomes, distances } });
    expect(differences).toEqual([
      expect.objectContaining({ kind: 'distances', kernel: '99', about: expect.any(String) }),
    ]);
  });
});

/** What `golden/README.md` forbids to read, in both formats. */
const ANSWERS = [
  'groups',
  'distances',
  'why',
  'reasons',
  'maps',
  'sgl',
  'find',
  'many',
  'steps',
  'xfer',
  'differs',
  'warnings',
  'dmesg',
] as const;

type Json = Record<string, unknown> & { devices: Record<string, unknown>[] };

type Lists = readonly object[] | Readonly<Record<string, unknown>>;

/** The lists are input, in the order in which they were mapped; what came of them is not. */
function withOtherLists(lists: Lists): Lists {
  if (Array.isArray(lists)) return lists.map((list) => ({ ...list, err: -77, out: [] }));
  return Object.fromEntries(Object.keys(lists).map((id) => [id, [-77, []]]));
}

/** The case with every answer turned round or wrong, in a form that can still be read. */
function withOtherAnswers(text: string): string {
  const json = JSON.parse(text) as Json;
  for (const key of ANSWERS) {
    const value = json[key];
    if (key === 'sgl') json[key] = withOtherLists(value as Lists);
    else if (Array.isArray(value)) json[key] = [...value].reverse();
  }
  for (const device of json.devices) {
    const { acs } = device as { acs?: { cap: string } | [string, string] | null };
    if (Array.isArray(acs)) device.acs = [acs[0], 'ffff'];
    else if (acs) device.acs = { ...acs, ctl: 'ffff' };
    device.iommuGroup = 77;
    device.group = 77;
    device.domain = 'nonsense';
  }
  return JSON.stringify(json);
}

/** Everything that the engine says of a case, whoever asks for it. */
function derivedText({ input }: GoldenCase): string {
  const derived = deriveCase(input);
  const { acs, pairs, groups, analysis } = derived;
  const lists = deriveLists(input, derived, []);
  return JSON.stringify({ input, acs, pairs, groups, lists, boot: analysis.boot });
}

describe('answers are not read as input', () => {
  test.each(['6.12', '5.4', '7.0'] as const)('cases of %s', (pack) => {
    const texts = [...goldenTexts(pack)].filter((_, index) => index % 9 === 0);
    for (const [, text] of texts) {
      const other = readGoldenCase(withOtherAnswers(text), (id) => {
        const ref = goldenReference(id);
        return ref === null ? null : withOtherAnswers(ref);
      });
      if (!other.ok) throw new Error(other.error.text);
      const golden = readGolden(text);
      expect(other.value.outcomes).not.toEqual(golden.outcomes);
      expect(derivedText(other.value)).toBe(derivedText(golden));
    }
  });

  test('the input half of a case without any answer is the same', () => {
    const text = goldenTexts('6.12').get('q01-acs-at-runtime.612-strict') ?? '';
    const json = JSON.parse(text) as Json;
    for (const key of ANSWERS) {
      json[key] = key === 'sgl' ? withOtherLists(json[key] as Lists) : [];
    }
    for (const device of json.devices) {
      const acs = device.acs as { cap: string } | null;
      device.acs = acs && { cap: acs.cap, ctl: '' };
      delete device.iommuGroup;
      delete device.domain;
    }
    const bare = readGolden(JSON.stringify(json));
    expect(derivedText(bare)).toBe(derivedText(readGolden(text)));
  });
});
