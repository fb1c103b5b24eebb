import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { ACS_BITS, type AcsBit } from '../../model/registers.ts';
import { effectiveAcs } from './effectiveAcs.ts';

const BITS = Object.keys(ACS_BITS) as AcsBit[];

function answer(change: Partial<PciFunction>, pciId = '15b3:1017'): string {
  const [fn] = new MachineBuilder().endpoint('00:01.0', { id: pciId, change }).build().functions;
  if (!fn) throw new Error('no function');
  const { bits, isolates, source } = effectiveAcs(fn, { requestsAcs: true, hasAmdIommu: false });
  const kept = BITS.map((bit) => ({ yes: bit, no: '-', unknown: '?' })[bits[bit]]).join(' ');
  return `${kept}; ${isolates}; ${source}`;
}

// What a function is asked for, bit by bit, and who answers.
test.each([
  ['port with all bits', { type: 'root-port', acs: acs(0x1d) }, 'SV - RR CR UF - -; yes; register'],
  [
    'SV only (s07, dn3)',
    { type: 'downstream', acs: acs(1, 1) },
    'SV TB RR CR UF - DT; yes; register',
  ],
  [
    'after disable_acs_redir, up to 6.10',
    { type: 'downstream', acs: acs(0x11) },
    'SV - - - UF - -; no; register',
  ],
  ['port without capability', { type: 'root-port', acs: null }, '- - - - - - -; no; register'],
  ['hidden', { type: 'root-port', acs: UNKNOWN }, '? ? ? ? ? ? ?; unknown; register'],
  [
    'upstream port',
    { type: 'upstream', acs: null },
    'SV TB RR CR UF EC DT; yes; type:single-function',
  ],
  [
    'virtual function',
    { multifunction: true, physfn: id('00:01.1') },
    'SV TB RR CR UF EC DT; yes; type:virtual-function',
  ],
  ['one of several', { multifunction: true, acs: null }, '- - - - - - -; no; register'],
  ['conventional', { type: 'conventional' }, '- - - - - - -; no; type:conventional'],
  ['bridge to PCI', { type: 'pcie-to-pci' }, '- - - - - - -; no; type:pcie-to-pci'],
  ['event collector', { type: 'rcec' }, '- - - - - - -; no; type:rcec'],
  ['type hidden', { type: UNKNOWN }, '? ? ? ? ? ? ?; unknown; unknown'],
] as const)('%s', (_, change, expected) => {
  expect(answer(change)).toBe(expected);
});

test.each([
  [
    '8086:10c9',
    { multifunction: true },
    'SV TB RR CR UF - DT; yes; quirk:multifunction-endpoint-no-internal-p2p',
  ],
  ['8086:1234', { type: 'rciep' }, 'SV - RR CR UF - -; yes; quirk:intel-rciep'],
  [
    '8086:8c10',
    { type: 'root-port' },
    'SV - RR CR UF - -; yes; quirk:intel-pch-root-port-no-acs-cap',
  ],
] as const)('%s', (pciId, change, expected) => {
  expect(answer(change, pciId)).toBe(expected);
});
