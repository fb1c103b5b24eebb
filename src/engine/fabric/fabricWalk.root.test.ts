import { describe, expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { vmdMachine } from './vmd.testkit.ts';
import { lines, switchWith, walk, ZEN } from './walks.testkit.ts';

describe('through the root complex', () => {
  const forwarding = { writes: true, reads: false, bytesPerSecond: null };
  const machine = switchWith({});
  const stated = {
    ...machine,
    hostBridges: machine.hostBridges.map((host) => ({ ...host, forwarding })),
  };
  const other = { completer: id('05:00.0') };

  test('what is stated of it holds: writes pass', () => {
    const write = walk(stated, other);
    expect(lines(write).slice(-3)).toEqual([
      'root-complex forwarded',
      '00:02.0 down',
      '05:00.0 delivered',
    ]);
    expect(write.outcome).toBe('completed');
  });

  test('and reads do not', () => {
    const read = walk(stated, { ...other, operation: 'read' });
    expect(lines(read).at(-1)).toBe('root-complex refused');
    expect(read.failure).toMatch(/all ones/);
  });

  test('with an IOMMU in passthrough', () => {
    const write = walk(
      stated,
      { ...other, address: 'host' },
      { iommu: 'intel', cmdline: 'iommu=pt' },
    );
    expect(lines(write)).toContain('iommu passed');
  });

  test('requests out of a VMD domain carry the id of the VMD function', () => {
    const vmd = walk(
      vmdMachine(),
      { requester: id('10000:01:00.0'), completer: id('10000:02:00.0') },
      { cpu: ZEN },
    );
    expect(vmd.hops.map(({ rule, action }) => `${rule} ${action}`)).toEqual([
      'fabric-request sent',
      'route-address up',
      'vmd-requester up',
      'root-complex-forwards unknown',
      'vmd-requester down',
      'route-address down',
      'route-address delivered',
    ]);
  });
});

test('a completion for an id that a VMD function put in goes to that one first', () => {
  const read = walk(
    vmdMachine(),
    { requester: id('10000:05:00.0'), completer: id('10000:06:00.0'), operation: 'read' },
    { cpu: ZEN },
  );
  const back = read.hops.filter(({ packet }) => packet === 'completion');
  const places = back.map(
    ({ at, action }) => `${at.kind === 'function' ? at.id : at.kind} ${action}`,
  );
  expect(places).toEqual([
    '10000:06:00.0 sent',
    '10000:04:01.0 up',
    '10000:03:00.0 up',
    '10000:00:04.0 up',
    '0000:00:05.5 down',
    '10000:00:04.0 down',
    '10000:03:00.0 down',
    '10000:04:00.0 down',
    '10000:05:00.0 delivered',
  ]);
  expect(read.throughRoot).toEqual({ request: true, completion: false });
});

describe('functions of one card', () => {
  const card = (own: number | null, port: number) =>
    new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rootPort('00:01.0', '04', { acs: acs(port) })
      .endpoint('04:00.0', { acs: own === null ? null : acs(own) })
      .endpoint('04:00.1', { acs: own === null ? null : acs(own) })
      .build();
  const sibling = { completer: id('04:00.1') };

  test('without ACS of their own: nobody promises', () => {
    expect(lines(walk(card(null, 0x1d), sibling))).toEqual(['04:00.0 unknown']);
  });

  test('with it clear: inside the card, whatever the port above', () => {
    expect(lines(walk(card(0, 0x1d), sibling))).toEqual(['04:00.0 sent', '04:00.1 delivered']);
  });

  test('with RR: out to the port, which turns it round by UF and the root complex', () => {
    expect(lines(walk(card(0x04, 0x1d), sibling, { cpu: ZEN }))).toEqual([
      '04:00.0 redirected RR',
      '00:01.0 up UF',
      'root-complex unknown',
      '00:01.0 down',
      '04:00.1 delivered',
    ]);
  });
});
