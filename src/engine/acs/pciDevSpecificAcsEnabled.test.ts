import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, MachineBuilder } from '../../model/machine.testkit.ts';
import type { FunctionType, PciFunction } from '../../model/pciFunction.ts';
import { type AcsContext, NO_IOMMU } from './acsContext.ts';
import { REQ_ACS_FLAGS } from './acsMasks.ts';
import { pciAcsEnabled } from './pciAcsEnabled.ts';
import { pciDevSpecificAcsEnabled } from './pciDevSpecificAcsEnabled.ts';

const VT_D: AcsContext = { requestsAcs: true, hasAmdIommu: false };
const AMD_VI: AcsContext = { requestsAcs: true, hasAmdIommu: true };

/** One of several functions of a device on a root bus, without the capability. */
function device(id: string, type: FunctionType, change: Partial<PciFunction> = {}): PciFunction {
  const [fn] = new MachineBuilder()
    .endpoint('00:14.1', { id, change: { type, multifunction: true, ...change } })
    .build().functions;
  if (!fn) throw new Error('no function');
  return fn;
}

/** What the table alone says: nothing, or an answer to REQ with the family. */
function says(fn: PciFunction, context: AcsContext = NO_IOMMU): string {
  const answers = pciDevSpecificAcsEnabled(fn, REQ_ACS_FLAGS, context);
  return answers.map(({ answer, applies }) => `${answer}${applies === 'yes' ? '' : '?'}`).join(' ');
}

test.each([
  // AMD's southbridge: several functions, on a root bus, on a machine with an AMD IOMMU. SV and UF
  // are not looked at.
  ['1002:4385', 'conventional', AMD_VI, 'yes'],
  ['1002:4385', 'conventional', VT_D, ''],
  ['1022:7809', 'conventional', AMD_VI, 'yes'],
  ['1022:790b', 'conventional', AMD_VI, ''],
  // No path between their functions:
  ['8086:10c9', 'endpoint', NO_IOMMU, 'yes'],
  ['1924:0903', 'endpoint', NO_IOMMU, 'yes'],
  ['14e4:1750', 'endpoint', NO_IOMMU, 'yes'],
  // Intel: any integrated endpoint; else by chipset.
  ['8086:1234', 'rciep', NO_IOMMU, 'yes'],
  ['8086:1234', 'endpoint', NO_IOMMU, ''],
  ['8086:8c10', 'root-port', VT_D, 'yes'],
  ['8086:8c10', 'root-port', NO_IOMMU, 'no'],
  ['8086:8c10', 'endpoint', VT_D, ''],
  ['8086:8c91', 'root-port', VT_D, ''],
  // Without the capability the port at +8 is an ordinary one.
  ['8086:a110', 'root-port', VT_D, ''],
  // Ports of ARM servers and others:
  ['17cb:0400', 'root-port', NO_IOMMU, 'yes'],
  ['1957:8d81', 'root-port', NO_IOMMU, 'yes'],
  ['177d:a100', 'root-port', NO_IOMMU, 'yes'],
  ['177d:af84', 'root-port', NO_IOMMU, 'yes'],
  ['177d:af85', 'root-port', NO_IOMMU, ''],
  ['177d:a026', 'endpoint', NO_IOMMU, 'yes'],
  ['1c36:0031', 'root-port', NO_IOMMU, 'yes'],
  ['1c36:0031', 'endpoint', NO_IOMMU, ''],
  // Two that say no to whatever they do not list.
  ['1d17:0710', 'root-port', NO_IOMMU, 'yes'],
  ['1d17:0720', 'root-port', NO_IOMMU, 'no'],
  ['1d17:0720', 'downstream', NO_IOMMU, 'no'],
  ['1d17:0720', 'endpoint', NO_IOMMU, ''],
  ['1d17:3038', 'endpoint', NO_IOMMU, 'yes'],
  ['8088:1001', 'endpoint', NO_IOMMU, 'yes'],
  ['8088:1002', 'endpoint', NO_IOMMU, 'no'],
  ['144d:a80a', 'endpoint', NO_IOMMU, ''],
  // The vendors' switches are in no row.
  ['10b5:8796', 'downstream', NO_IOMMU, ''],
] as const)('%s, %s: %j', (id, type, context, answer) => {
  expect(says(device(id, type), context)).toBe(answer);
});

test('AMD’s southbridge only on a root bus, and as one of several functions', () => {
  const southbridge = device('1002:4385', 'conventional');
  const below: PciFunction = { ...southbridge, parent: { kind: 'function', id: southbridge.id } };
  expect(says(below, AMD_VI)).toBe('');
  expect(says(device('1002:4385', 'conventional', { multifunction: false }), AMD_VI)).toBe('');
  expect(says(device('1002:4385', 'conventional', { multifunction: UNKNOWN }), AMD_VI)).toBe(
    'yes?',
  );
});

describe('Intel’s 100 and 200 series', () => {
  const port = (dwordAt8: number | typeof UNKNOWN) =>
    device('8086:a110', 'root-port', { acs: { ...acs(0x0000, 0x000f), dwordAt8 } });

  test.each([
    [0x0d, 'yes'],
    [0x01, 'no'],
    [UNKNOWN, 'unknown'],
  ] as const)('the control word is the dword at +8: %s, %s', (dwordAt8, answer) => {
    expect(says(port(dwordAt8))).toBe(answer);
  });
});

test('two of Qualcomm’s rows came after 5.4', () => {
  const fn = device('17cb:0111', 'root-port');
  expect(says(fn, { ...NO_IOMMU, era: '5.4' })).toBe('');
  expect(says(fn, { ...NO_IOMMU, era: '6.1' })).toBe('yes');
  expect(says(device('17cb:0115', 'root-port'), { ...NO_IOMMU, era: '5.4' })).toBe('yes');
});

describe('hidden ids', () => {
  const hidden = (type: FunctionType, change: Partial<PciFunction> = {}) =>
    device('0:0', type, { pciId: UNKNOWN, ...change });

  test('a row that may be about a function leaves the answer open', () => {
    expect(pciAcsEnabled(hidden('endpoint'), REQ_ACS_FLAGS, NO_IOMMU)).toBe(UNKNOWN);
    expect(pciAcsEnabled(hidden('root-port', { acs: null }), REQ_ACS_FLAGS, NO_IOMMU)).toBe(
      UNKNOWN,
    );
  });

  test('no row is about a switch’s upstream port', () => {
    const port = hidden('upstream', { classCode: 0x060400, multifunction: false });
    expect(pciAcsEnabled(port, REQ_ACS_FLAGS, NO_IOMMU)).toBe('yes');
  });

  test('with the vendor known, only its rows count', () => {
    const samsung = { vendor: 0x144d, device: UNKNOWN } as const;
    const fn = device('0:0', 'endpoint', { pciId: samsung });
    expect(pciAcsEnabled(fn, REQ_ACS_FLAGS, NO_IOMMU)).toBe('no');
  });

  test('a conventional function of AMD may be one of the southbridge’s, an endpoint is none', () => {
    const amd = { vendor: 0x1022, device: UNKNOWN } as const;
    const isolates = (type: FunctionType, context: AcsContext) =>
      pciAcsEnabled(device('0:0', type, { pciId: amd }), REQ_ACS_FLAGS, context);
    expect(isolates('conventional', AMD_VI)).toBe(UNKNOWN);
    expect(isolates('conventional', VT_D)).toBe('no');
    expect(isolates('endpoint', AMD_VI)).toBe('no');
  });

  test('a quirk that grants does so whatever the registers hide', () => {
    const fn = device('17cb:0400', 'root-port', { acs: UNKNOWN });
    expect(pciAcsEnabled(fn, REQ_ACS_FLAGS, NO_IOMMU)).toBe('yes');
  });
});
