import { describe, expect, test } from 'vitest';
import { acs, id } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { withPortNumber } from './egress.testkit.ts';
import { INTEL, oneSwitch, Q35, twoRootPorts, ZEN } from './workedMachines.testkit.ts';

const EC = 0x20;

/** Both ports of one switch with egress control; 02:00.0 is port 1, 02:01.0 port 2. */
function egress(provider: readonly number[], client: readonly number[]): Machine {
  const machine = oneSwitch();
  const vectors = new Map([
    [id('02:00.0'), provider],
    [id('02:01.0'), client],
  ]);
  const functions = machine.functions.map((fn) => {
    const egressVector = vectors.get(fn.id);
    if (!egressVector) return fn;
    const port = fn.id === id('02:00.0') ? 1 : 2;
    return withPortNumber({ ...fn, acs: { ...acs(EC, 0x087f), egressVector } }, port);
  });
  return { ...machine, functions };
}

const asked = { kernel: eraById('proposal-b'), cpu: INTEL, acsWords: 'as-is' } as const;
const pair = (machine: Machine, cpu = INTEL) =>
  analyze(machine, { ...asked, cpu }).pair(id('03:00.0'), id('04:00.0'));

describe('egress control, the ports where the ways part', () => {
  test('neither vector names the other port: direct, where the classic rule redirects', () => {
    const machine = egress([0b001], [0b001]);
    expect(pair(machine)).toMatchObject({ mapType: 'BUS_ADDR', acsRedirect: [] });
    const today = analyze(machine, { ...asked, kernel: eraById('7.1') });
    expect(today.pair(id('03:00.0'), id('04:00.0'))).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      acsRedirect: [id('02:00.0'), id('02:01.0')],
    });
  });

  test.each([
    ['the provider’s port blocks the client’s', egress([0b100], [0]), ['02:00.0']],
    ['the client’s port blocks the provider’s', egress([0], [0b010]), ['02:01.0']],
  ])('%s: the way through the root complex is left', (_, machine, named) => {
    expect(pair(machine)).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      acsRedirect: named.map(id),
      confidence: 'assumed',
      decidedBy: ['hmat'],
    });
    expect(pair(machine, ZEN)).toMatchObject({
      mapType: 'THRU_HOST_BRIDGE',
      rule: 'cpu-forwards',
      confidence: 'proven',
    });
  });
});

test('RR or CR on any node counts as it does today', () => {
  expect(pair(oneSwitch({ client: 0x08 }))).toMatchObject({
    mapType: 'NOT_SUPPORTED',
    acsRedirect: [id('02:01.0')],
  });
});

test('two root ports: refused unless a table of the firmware says otherwise', () => {
  const verdict = analyze(twoRootPorts(Q35), asked).pair(id('01:00.0'), id('02:00.0'));
  expect(verdict).toMatchObject({
    mapType: 'NOT_SUPPORTED',
    rule: 'host-bridge-not-listed',
    confidence: 'assumed',
    decidedBy: ['hmat'],
  });
});
