import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { buildTopology, type Topology } from '../pci/topology.ts';
import { internalPath, isSameDevice } from './internalPath.ts';
import type { Packet } from './packet.ts';

function machine(own: PciFunction['acs'] = null) {
  return buildTopology(
    new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rciep('00:03.0')
      .rciep('00:03.1')
      .rootPort('00:01.0', '01-04')
      .upstream('01:00.0', '02-04')
      .endpoint('01:00.1')
      .downstream('02:00.0', '03')
      .endpoint('03:00.0', { acs: own })
      .endpoint('03:00.1', { acs: own })
      .endpoint('03:10.0', { physfn: '03:00.0', acs: own })
      .build(),
  );
}

test.each([
  ['03:00.0', '03:00.1', true],
  ['03:10.0', '03:00.1', true],
  ['00:03.0', '00:03.1', true],
  ['00:03.0', '00:01.0', false],
  ['01:00.0', '01:00.1', true],
  ['03:00.0', '01:00.1', false],
])('%s and %s are one device: %s', (a, b, answer) => {
  const topology = machine();
  const place = (text: string) => topology.indexOf.get(id(text)) ?? -1;
  expect(isSameDevice(topology, place(a), place(b))).toBe(answer);
});

describe('from one function of a card to another', () => {
  test.each([
    ['without ACS', null, 'write', 'unknown'],
    ['with hidden ACS', UNKNOWN, 'write', 'unknown'],
    ['with ACS that controls no requests', acs(0, 0x51), 'write', 'unknown'],
    ['with RR clear', acs(0, 0x5f), 'write', 'direct'],
    ['with RR set', acs(0x04, 0x5f), 'write', 'redirect'],
    ['with CR set', acs(0x08, 0x5f), 'write', 'direct'],
    ['with CR set', acs(0x08, 0x5f), 'completion', 'redirect'],
  ] as const)('%s, a %s: %s', (_, own, kind, action) => {
    const topology = machine(own);
    const place = (text: string) => topology.indexOf.get(id(text)) ?? -1;
    const packet: Packet = {
      kind,
      from: place('03:00.0'),
      to: place('03:00.1'),
      routedBy: kind === 'completion' ? 'id' : 'bus-address',
      answers: null,
      translated: false,
      relaxedOrdering: false,
    };
    expect(internalPath(topology, packet.from, packet).action).toBe(action);
  });

  const fromBesideSwitch = (topology: Topology) => {
    const place = (text: string) => topology.indexOf.get(id(text)) ?? -1;
    const packet: Packet = {
      kind: 'write',
      from: place('01:00.1'),
      to: place('03:00.0'),
      routedBy: 'bus-address',
      answers: null,
      translated: false,
      relaxedOrdering: false,
    };
    return internalPath(topology, packet.from, packet).action;
  };

  test('a function of the switch itself is reached inside it', () => {
    expect(fromBesideSwitch(machine())).toBe('direct');
  });

  test('whether it is one: its own ACS is no answer where that is hidden', () => {
    const { machine: shown } = machine();
    const functions = shown.functions.map((fn) => {
      if (fn.type === 'upstream') return { ...fn, type: 'unknown' as const };
      return fn.id === id('01:00.1') ? { ...fn, acs: acs(0x1d) } : fn;
    });
    expect(fromBesideSwitch(buildTopology({ ...shown, functions }))).toBe('unknown');
  });
});
