import { expect, test } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PeerlaneState } from '../../store/state.ts';
import { isolationOf } from '../../worker/isolationOf.ts';
import { acsOutcomes, answersText, sourceWords } from './acsOutcome.ts';

type Answers = Parameters<typeof acsOutcomes>[0];

/** The store's answers on a machine that boots with VT-d, one revision behind where asked. */
function answers(revision: number): Answers {
  const built = new MachineBuilder()
    .rootPort('00:02.0', '01', { acs: acs(0) })
    .endpoint('01:00.0')
    .build();
  const machine = {
    ...built,
    settings: { ...built.settings, acsWords: 'boot', iommu: 'intel' } as const,
  };
  const analysis = analyze(machine);
  return {
    document: {
      machine,
      revision: 7,
      byId: new Map(machine.functions.map((fn) => [fn.id, fn])),
    } as unknown as PeerlaneState['document'],
    results: { revision, boot: analysis.boot } as unknown as PeerlaneState['results'],
    isolated: { revision, ...isolationOf(analysis) },
  };
}

test('raw and effective of each function, after boot', () => {
  const state = answers(7);
  const { mode, of, isStale } = acsOutcomes(state, state.document?.machine.functions ?? []);
  expect([mode, isStale]).toEqual(['boot', false]);
  expect(of.map(({ asRun }) => asRun.acs)).toMatchObject([{ control: 0x1d }, null]);
  expect(of.map(({ history }) => history?.firmware)).toEqual([0, undefined]);
  expect(of.map(({ effective }) => effective?.source)).toEqual([
    'register',
    'type:single-function',
  ]);
});

test('an answer about an earlier state is told as such', () => {
  const state = answers(6);
  expect(acsOutcomes(state, []).isStale).toBe(true);
});

test('nothing answered yet', () => {
  const state = { ...answers(7), results: null, isolated: null };
  const [outcome] = acsOutcomes(state, state.document?.machine.functions ?? []).of;
  expect(outcome).toMatchObject({ asRun: { id: id('00:02.0') }, history: null, effective: null });
});

test.each([
  [['yes'], 'yes'],
  [['no'], 'no'],
  [['unknown'], '?'],
  [[null], '?'],
  [['yes', 'no', 'yes'], '2 of 3'],
  [['yes', 'unknown', 'no'], '1–2 of 3'],
  [['unknown', 'unknown'], '?'],
] as const)('%j is shown as %s', (given, text) => {
  expect(answersText(given)).toBe(text);
});

test.each([
  ['register', 'by its registers'],
  ['quirk:intel-rciep', 'by the kernel’s table: integrated endpoints of Intel'],
  ['type:single-function', 'by its type: a single function has nobody beside it'],
  ['type:pcie-to-pci', 'by its type: bridges to conventional PCI promise nothing'],
  ['type:conventional', 'by its type: conventional PCI promises nothing'],
])('%s: %s', (source, words) => {
  expect(sourceWords(source)).toBe(words);
});
