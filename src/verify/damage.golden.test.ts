import { describe, expect, test } from 'vitest';
import { deriveCase } from './deriveCase.ts';
import { CHECK_KINDS, type CheckKind, type GoldenCase, type GoldenOutcomes } from './goldenCase.ts';
import { goldenCase, goldenReference, goldenTexts, readGolden } from './goldenCases.testkit.ts';
import { readGoldenCase } from './readGoldenCase.ts';
import { verifyCase } from './verifyCase.ts';

/*
 * Does the comparison see what it is there to see? Each answer of a kernel is changed in turn and
 * has to be reported; and no answer may have a way into what is derived.
 */

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
};

/** No case has both steps and several clients. */
const caseFor = (kind: CheckKind): GoldenCase =>
  goldenCase('6.12', kind === 'many' ? 'r019.612-strict' : 'q01-acs-at-runtime.612-strict');

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

/** The case with every answer turned round or wrong, in a form that can still be read. */
function withOtherAnswers(text: string): string {
  const json = JSON.parse(text) as Json;
  for (const key of ANSWERS) {
    const value = json[key];
    if (Array.isArray(value)) json[key] = [...value].reverse();
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
  const { acs, pairs, groups, analysis } = deriveCase(input);
  return JSON.stringify({ input, acs, pairs, groups, boot: analysis.boot });
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
    for (const key of ANSWERS) json[key] = [];
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
