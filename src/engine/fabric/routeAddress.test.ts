import { describe, expect, test } from 'vitest';
import { hex64 } from '../../base/hex.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Bar } from '../../model/registers.ts';
import { buildTopology } from '../pci/topology.ts';
import { claimingNeighbour, claimWords, routeUpwards, stepDown } from './routeAddress.ts';

const bar = (index: number, address: bigint, size: number | 'unknown' = 0x1000): Bar => ({
  index,
  kind: 'memory',
  is64bit: true,
  prefetchable: false,
  address: hex64(address),
  size,
  resizableTo: null,
});

const machine = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('00:01.0', '01-06')
  .upstream('01:00.0', '02-06')
  .endpoint('01:00.1')
  .downstream('02:00.0', '03')
  .downstream('02:01.0', '04')
  .endpoint('03:00.0', { change: { bars: [bar(0, 0x2000n, 16), bar(2, 0x8000n)] } })
  .endpoint('04:00.0', { change: { bars: [bar(0, 0xfff_0000_0000n)] } })
  .rootPort('00:02.0', '07')
  .endpoint('07:00.0')
  .endpoint('05:00.0', { orphan: true })
  .endpoint('09:00.0', { orphan: true, change: { bars: UNKNOWN } })
  .build();
const topology = buildTopology(machine);
const at = (text: string) => topology.indexOf.get(id(text)) ?? -1;

describe('at a bridge, coming up', () => {
  test.each([
    ['02:01.0', '03:00.0', { kind: 'peer', at: at('02:00.0') }],
    ['02:01.0', '04:00.0', { kind: 'same-port' }],
    ['02:01.0', '07:00.0', { kind: 'above' }],
    ['02:01.0', '02:01.0', { kind: 'here' }],
    ['02:01.0', '01:00.1', { kind: 'above' }],
    ['01:00.0', '01:00.1', { kind: 'peer', at: at('01:00.1') }],
    ['01:00.0', '03:00.0', { kind: 'same-port' }],
    ['00:01.0', '07:00.0', { kind: 'above' }],
    ['02:01.0', '09:00.0', { kind: 'hidden' }],
    ['00:01.0', '09:00.0', { kind: 'above' }],
    ['00:01.0', '05:00.0', { kind: 'hidden' }],
  ])('%s, for %s', (bridge, target, route) => {
    expect(routeUpwards(topology, at(bridge), at(target))).toEqual(route);
  });
});

test('down, the next place on the target’s way', () => {
  expect(stepDown(topology, at('01:00.0'), at('03:00.0'))).toBe(at('02:00.0'));
  expect(stepDown(topology, at('02:00.0'), at('04:00.0'))).toBeNull();
});

test.each([
  ['02:00.0', '03:00.0', 'the window 0x0 to 0xfffff of 0000:02:00.0 holds 0x8000'],
  [
    '02:01.0',
    '04:00.0',
    '0000:04:00.0 is below 0000:02:01.0 (none of its windows shown holds 0xfff00000000)',
  ],
  ['00:02.0', '07:00.0', '0000:07:00.0 is below 0000:00:02.0'],
  ['03:00.0', '03:00.0', '0x8000 is 0000:03:00.0’s own'],
  ['07:00.0', '07:00.0', 'the address is 0000:07:00.0’s own'],
])('%s claims the address of %s: %s', (bridge, target, words) => {
  expect(claimWords(topology, at(bridge), at(target))).toBe(words);
});

test('functions on a conventional bus, or inside a switch, hand over at once', () => {
  const conventional = buildTopology(
    new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rootPort('00:1e.0', '01', { change: { type: 'conventional-bridge' } })
      .endpoint('01:01.0')
      .endpoint('01:02.0')
      .build(),
  );
  const place = (text: string) => conventional.indexOf.get(id(text)) ?? -1;
  expect(claimingNeighbour(conventional, place('01:01.0'), place('01:02.0'))).toBe(
    place('01:02.0'),
  );
  expect(claimingNeighbour(topology, at('02:00.0'), at('04:00.0'))).toBe(at('02:01.0'));
  expect(claimingNeighbour(topology, at('03:00.0'), at('04:00.0'))).toBeNull();
});
