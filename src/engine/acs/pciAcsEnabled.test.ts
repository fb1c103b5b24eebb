import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { NO_IOMMU } from './acsContext.ts';
import { REQ_ACS_FLAGS } from './acsMasks.ts';
import { pciAcsEnabled } from './pciAcsEnabled.ts';

const machine = (port: PciFunction['acs'], card: Partial<PciFunction> = {}) =>
  new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01', { acs: port })
    .endpoint('01:00.0', { change: card })
    .build();

function ask(port: PciFunction['acs'], address = '00:01.0', card: Partial<PciFunction> = {}) {
  const fn = machine(port, card).functions.find((each) => each.id === id(address));
  if (!fn) throw new Error(`no function ${address}`);
  return pciAcsEnabled(fn, REQ_ACS_FLAGS, NO_IOMMU);
}

test.each([
  ['all four set', acs(0x1d), 'yes'],
  ['one missing', acs(0x0d), 'no'],
  ['one missing that the port does not have', acs(0x0d, 0x0f), 'yes'],
  ['a capability without a bit promises all', acs(0, 0), 'yes'],
  ['no capability', null, 'no'],
  ['hidden', UNKNOWN, 'unknown'],
] as const)('a root port with %s', (_, words, answer) => {
  expect(ask(words)).toBe(answer);
});

test('egress control, when asked for, must be set whatever the port has', () => {
  const [, port] = machine(acs(0x1d, 0x1d)).functions;
  expect(port && pciAcsEnabled(port, 0x20, NO_IOMMU)).toBe('no');
});

test.each([
  ['alone', { multifunction: false }, 'yes'],
  ['one of several', { multifunction: true }, 'no'],
  ['one of several with ACS', { multifunction: true, acs: acs(0x1d) }, 'yes'],
  ['a virtual one', { multifunction: true, physfn: id('01:00.1') }, 'yes'],
  ['of unknown company', { multifunction: UNKNOWN, acs: null }, 'unknown'],
  ['of unknown type', { type: UNKNOWN }, 'unknown'],
  ['conventional', { type: 'conventional' }, 'no'],
] as const)('an endpoint function, %s', (_, card, answer) => {
  expect(ask(null, '01:00.0', card)).toBe(answer);
});
