import { describe, expect, it } from 'vitest';
import { type Facts, putFact } from '../configSpace/functionFacts.ts';
import { valuesOf } from './dump.testkit.ts';
import { type DumpEvidence, mergeEvidence, settleFacts } from './settleFacts.ts';
import { blankEvidence, type TextEvidence } from './textDraft.ts';

const NOTHING: DumpEvidence = {
  extended: false,
  drivers: false,
  numaNodes: false,
  iommuGroups: false,
};

function settle(
  change: Partial<TextEvidence>,
  dump: Partial<DumpEvidence> = {},
  facts: Facts = {},
): Readonly<Record<string, unknown>> {
  settleFacts(facts, { ...blankEvidence(), ...change }, { ...NOTHING, ...dump });
  return valuesOf(facts);
}

const express = (): Facts => {
  const facts: Facts = {};
  putFact(facts, 'pcie', true, 1);
  return facts;
};

describe('settleFacts', () => {
  it.each([
    ['a list without PCI Express', { verbose: true, capabilities: 'listed' }, false],
    ['no list by the status bit', { verbose: true, hasCapabilities: false }, false],
    ['no list with -v', { verbose: true }, false],
    ['a list that was not shown', { verbose: true, hasCapabilities: true }, undefined],
    ['a list that was denied', { verbose: true, capabilities: 'denied' }, undefined],
    ['a list that broke off', { verbose: true, capabilities: 'broken' }, undefined],
    ['a header only', {}, undefined],
    ['a function that did not answer', { verbose: true, silent: true }, undefined],
    ['a list that was cut', { verbose: true, capabilities: 'listed', cut: 'tail' }, undefined],
    ['a block cut before its list', { verbose: true, cut: 'head' }, undefined],
    ['no list by the status bit, cut', { hasCapabilities: false, cut: 'head' }, false],
  ] as const)('%s: PCI Express %s', (_, evidence, pcie) => {
    const facts = settle(evidence);
    expect(facts.pcie).toBe(pcie);
    expect(facts.acs).toBe(pcie);
  });

  it.each([
    ['the dump shows extended capabilities', { capabilities: 'listed' }, true, false],
    ['the dump shows none', { capabilities: 'listed' }, false, undefined],
    ['the list was denied', { capabilities: 'denied' }, true, undefined],
    ['the list broke off', { capabilities: 'listed', extendedBroken: true }, true, undefined],
  ] as const)('ACS is absent where %s', (_, evidence, extended, acs) => {
    expect(settle(evidence, { extended }, express()).acs).toBe(acs);
  });

  it('takes a missing driver, node or group for none where others have one', () => {
    const all = { drivers: true, numaNodes: true, iommuGroups: true };
    const none = { driver: null, numaNode: null, iommuGroup: null };
    expect(settle({ verbose: true }, all)).toMatchObject(none);
    expect(settle({ kernelLines: true }, all)).toEqual({ driver: null });
    expect(settle({}, all)).toEqual({});
    const nobody = settle({ verbose: true });
    expect([nobody.driver, nobody.numaNode, nobody.iommuGroup]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes a revision that was not printed for 00', () => {
    const header: Facts = {};
    putFact(header, 'className', 'Host bridge', 1);
    expect(settle({}, {}, { ...header }).revision).toBe(0);
    expect(settle({ silent: true }, {}, { ...header }).revision).toBeUndefined();
  });
});

describe('mergeEvidence', () => {
  it('keeps the better list', () => {
    const denied = { ...blankEvidence(), capabilities: 'denied' as const };
    const listed = { ...blankEvidence(), capabilities: 'listed' as const };
    expect(mergeEvidence(denied, listed).capabilities).toBe('listed');
    expect(mergeEvidence(listed, denied).capabilities).toBe('listed');
  });

  it.each([
    ['a whole one with the same list', { capabilities: 'listed' }, 'no'],
    ['a whole one without the list', { capabilities: 'denied' }, 'tail'],
    ['a header alone', { verbose: false }, 'tail'],
  ] as const)('knows of a cut block beside %s', (_, change, cut) => {
    const verbose = { ...blankEvidence(), verbose: true };
    const short = { ...verbose, capabilities: 'listed' as const, cut: 'tail' as const };
    expect(mergeEvidence(short, { ...verbose, ...change }).cut).toBe(cut);
    expect(mergeEvidence({ ...verbose, ...change }, short).cut).toBe(cut);
  });
});
