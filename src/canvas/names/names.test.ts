import { describe, expect, test } from 'vitest';
import type { Maybe } from '../../base/unknown.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { acsMark } from '../../engine/acsMark.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { AcsRegisters } from '../../model/registers.ts';
import type { PairLook } from '../pair/pairLook.ts';
import { drawnOf, twoHosts } from '../twoHosts.testkit.ts';
import { pairedName } from './pairedName.ts';

const { nameOf, tree } = drawnOf(twoHosts());

describe('a part by name', () => {
  test.each([
    ['03:00.0', '0000:03:00.0 Device 03:00.0, GPU, driver nvidia'],
    ['04:00.0', '0000:04:00.0 Device 04:00.0, NIC, 2 functions, NUMA node 1'],
    ['01:00.0', '0000:01:00.0 Device 01:00.0, switch with 2 downstream ports'],
    ['02:00.0', '0000:02:00.0 Device 02:00.0, downstream port, ACS RR CR redirects'],
    ['00:01.0', '0000:00:01.0 Device 00:01.0, root port'],
  ])('%s', (address, said) => {
    const name = nameOf(id(address)).replace(/, Speed and width are not shown/, '');
    expect(name).toBe(said);
  });

  test('says how its link runs', () => {
    const link = {
      capable: { gts: 16, width: 16 },
      current: { gts: 16, width: 8 },
      targetGts: null,
      portNumber: UNKNOWN,
    } as const;
    const machine = new MachineBuilder()
      .host('00:00.0', '8086:09a2')
      .rootPort('00:01.0', '01')
      .endpoint('01:00.0')
      .build();
    const functions = machine.functions.map((fn) =>
      fn.pcie === null || fn.pcie === UNKNOWN ? fn : { ...fn, pcie: { ...fn.pcie, link } },
    );
    const drawn = drawnOf({ ...machine, functions });
    expect(drawn.nameOf(id('01:00.0'))).toContain('Gen4 x8; could be Gen4 x16');
    expect(drawn.nameOf(id('00:01.0'))).toContain('Gen4 x8; could be Gen4 x16');
  });

  test('with its place in the pair', () => {
    const look: PairLook = {
      kind: 'one',
      end: 'provider',
      chosen: id('03:00.0'),
      verdicts: new Map([[id('04:00.1'), 'THRU_HOST_BRIDGE']]),
      isStale: false,
    };
    const said = (address: string) =>
      pairedName('it', id(address), tree.parts.get(id(address)), look);
    expect(said('03:00.0')).toBe('it, provider');
    expect(said('04:00.0')).toBe('it, via host bridge from the provider');
    expect(said('81:00.0')).toBe('it');
  });

  test('which for a card with the end on it is that, and no verdict', () => {
    const look: PairLook = {
      kind: 'one',
      end: 'provider',
      chosen: id('04:00.0'),
      verdicts: new Map([[id('04:00.1'), 'BUS_ADDR']]),
      isStale: false,
    };
    const card = id('04:00.0');
    expect(pairedName('it', card, tree.parts.get(card), look)).toBe('it, provider');
  });
});

describe('ACS of a port', () => {
  const marked = (words: Maybe<AcsRegisters>) => {
    const machine = new MachineBuilder()
      .host('00:00.0', '8086:09a2')
      .rootPort('00:01.0', '01', { acs: words })
      .build();
    const fn = machine.functions.find((each) => each.id === id('00:01.0'));
    return fn && acsMark(fn);
  };

  test.each([
    ['no capability', null, ''],
    ['nothing that redirects', acs(0x13), ''],
    ['request redirect', acs(0x04), 'RR'],
    ['all that redirect', acs(0x2c), 'RR CR EC'],
    ['hidden control word', { ...acs(0), control: UNKNOWN }, '?'],
    ['hidden altogether', UNKNOWN, '?'],
  ] as const)('%s', (_, words, mark) => {
    expect(marked(words)).toBe(mark);
  });
});
