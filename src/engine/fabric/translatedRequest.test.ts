import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { analyze } from '../analyze.ts';
import { mayTranslate } from './translatedRequest.ts';

function ask(change: Partial<PciFunction>, iommu: 'none' | 'intel', cmdline = '') {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01')
    .endpoint('01:00.0', { change })
    .build();
  const { conditions, topology } = analyze(machine, { iommu, cmdline });
  const fn = topology.functions[topology.indexOf.get(id('01:00.0')) ?? -1];
  if (!fn) throw new Error('no such function');
  return mayTranslate(fn, conditions).answer;
}

test.each([
  ['on', { ats: { enabled: true } }, 'intel', 'yes'],
  ['off', { ats: { enabled: false } }, 'intel', 'no'],
  ['hidden', { ats: UNKNOWN }, 'intel', 'unknown'],
  ['absent', { ats: null }, 'intel', 'no'],
  ['on, but nobody translates', { ats: { enabled: true } }, 'none', 'no'],
  ['on in an untrusted device', { ats: { enabled: true }, untrusted: true }, 'intel', 'no'],
] as const)('ATS %s', (_, change, iommu, answer) => {
  expect(ask(change, iommu)).toBe(answer);
});

test('pci=noats forbids it', () => {
  expect(ask({ ats: { enabled: true } }, 'intel', 'pci=noats')).toBe('no');
});
