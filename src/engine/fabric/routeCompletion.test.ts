import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology } from '../pci/topology.ts';
import type { Packet } from './packet.ts';
import { claimsIdWords, requesterBusOf } from './routeCompletion.ts';

const topology = buildTopology(
  new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04', {
      change: { bridge: { primary: 1, secondary: UNKNOWN, subordinate: UNKNOWN, windows: [] } },
    })
    .endpoint('04:00.0')
    .rootPort('10000:00:01.0', '01')
    .build(),
);
const at = (text: string) => topology.indexOf.get(id(text)) ?? -1;

test.each([
  ['00:01.0', 'bus 04 of the requester is behind 0000:00:01.0 (01 to 04)'],
  ['01:00.0', 'the requester is below 0000:01:00.0'],
  ['04:00.0', '0000:04:00.0 is the requester'],
])('%s claims the completion: %s', (bridge, words) => {
  expect(claimsIdWords(topology, at(bridge), at('04:00.0'))).toBe(words);
});

test('source validation compares buses of one domain only', () => {
  const packet: Packet = {
    kind: 'write',
    from: at('04:00.0'),
    to: at('00:01.0'),
    routedBy: 'bus-address',
    answers: null,
    translated: false,
    relaxedOrdering: false,
  };
  expect(requesterBusOf(topology, packet, at('00:01.0'))).toBe(4);
  expect(requesterBusOf(topology, packet, at('10000:00:01.0'))).toBeNull();
});
