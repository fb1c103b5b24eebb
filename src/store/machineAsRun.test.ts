import { expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../model/machine.testkit.ts';
import type { Machine } from '../model/machine.ts';
import type { Results } from './answers.ts';
import { judgementOf } from './judgement.testkit.ts';
import { documentAsRun, machineAsRun } from './machineAsRun.ts';
import type { OpenDocument } from './state.ts';

const asFound = new MachineBuilder()
  .rootPort('00:01.0', '01', { acs: acs(0) })
  .endpoint('01:00.0')
  .build();

function judged(acsWords: 'as-is' | 'boot') {
  const settings = { ...asFound.settings, iommu: 'intel', acsWords } as const;
  const machine: Machine = { ...asFound, settings };
  const { titles, ...judgement } = judgementOf(machine);
  const results: Results = { revision: 1, placeOf: new Map(), ...judgement };
  const document: OpenDocument = {
    key: 'a',
    machine,
    origin: { source: 'test', format: 'document', problems: [], settings },
    revision: 1,
    serial: 1,
    moment: 0,
    byId: new Map(machine.functions.map((fn) => [fn.id, fn])),
    titles: new Map(machine.functions.map((fn, place) => [fn.id, titles[place] ?? fn.id])),
  };
  return { document, results };
}

test('after boot, the words are those that the kernel left', () => {
  const state = judged('boot');
  const asRun = documentAsRun(state);
  expect(asRun?.byId.get(id('00:01.0'))?.acs).toMatchObject({ control: 0x1d });
  expect(asRun?.machine.functions[0]).toBe(asRun?.byId.get(id('00:01.0')));
  expect(documentAsRun(state)).toBe(asRun);
  // What no word changed for stays the same object.
  expect(asRun?.machine.functions[1]).toBe(state.document.machine.functions[1]);
});

test('words as they stand leave the document as it is', () => {
  const state = judged('as-is');
  expect(documentAsRun(state)).toBe(state.document);
  expect(machineAsRun(state)).toBe(state.document.machine);
});

test('before the first answer there is the document, and without one nothing', () => {
  const { document } = judged('boot');
  expect(documentAsRun({ document, results: null })).toBe(document);
  expect(documentAsRun({ document: null, results: null })).toBeNull();
});
