import { bench, describe } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { compareWithFabric } from '../engine/explain/compareWithFabric.ts';
import type { Machine } from '../model/machine.ts';
import { isolationOf } from './isolationOf.ts';
import { manySwitches } from './manySwitches.testkit.ts';

/*
 * What is asked beside the verdicts: groups and effective ACS of all functions, and both ways of a
 * pair. By then the machine is analysed; groups are kept by an analysis, so it is made anew here.
 */

const BOOTED = { iommu: 'intel', iommuMode: 'strict', acsWords: 'boot' } as const;

describe.each([1, 4, 11])('%i × 500 functions, booted', (domains) => {
  const built = manySwitches(domains);
  const machine: Machine = { ...built, settings: { ...built.settings, ...BOOTED } };
  const analysis = analyze(machine);
  const isolation = isolationOf(analysis);
  const endpoints = machine.functions.filter(({ type }) => type === 'endpoint');
  const [provider, client] = [endpoints[0], endpoints[2]];
  if (!provider || !client) throw new Error('no endpoints');

  bench('baseline: analysed only', () => {
    analyze(machine);
  });
  bench('analysed, and isolation', () => {
    isolationOf(analyze(machine));
  });
  bench('isolation, cloned to the page', () => {
    structuredClone(isolation);
  });
  bench('fabric', () => {
    compareWithFabric(analysis, provider.id, client.id);
  });
});
