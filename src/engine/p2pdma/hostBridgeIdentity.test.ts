import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { eraById } from '../kernel/eras.ts';
import { buildTopology } from '../pci/topology.ts';
import { hostBridgeIdentity } from './hostBridgeIdentity.ts';

function identity(machine: Machine, era: string, host = 0) {
  return hostBridgeIdentity(buildTopology(machine), host, eraById(era).features);
}

const withSlot0 = new MachineBuilder()
  .rootPort('00:02.0', '01', { id: '8086:2030' })
  .host('00:00.0', '8086:09a2')
  .build();
const portFirst = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rootPort('10:02.0', '11', { id: '8086:2031' })
  .endpoint('10:03.0')
  .build();
const otherFirst = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rciep('10:01.0', { id: '8086:2031' })
  .rootPort('10:02.0', '11', { id: '8086:2031' })
  .build();

describe('who stands for a host bridge', () => {
  test('the function at 00.0, in whatever order it was listed', () => {
    expect(identity(withSlot0, '6.12').id).toEqual({ vendor: 0x8086, device: 0x09a2 });
    expect(identity(withSlot0, '5.15').id).toEqual({ vendor: 0x8086, device: 0x09a2 });
  });

  test('a root port that comes first, from 5.19 on', () => {
    expect(identity(portFirst, '5.19', 1).id).toEqual({ vendor: 0x8086, device: 0x2031 });
    expect(identity(portFirst, '5.18', 1).id).toBeNull();
  });

  test('nobody, when anything else comes first', () => {
    expect(identity(otherFirst, '7.1', 1).id).toBeNull();
  });

  test('a first function of hidden type stays open', () => {
    const dark = {
      ...otherFirst,
      functions: otherFirst.functions.map((fn) => ({ ...fn, type: UNKNOWN })),
    };
    expect(identity(dark, '7.1', 1).id).toBe(UNKNOWN);
    expect(identity(dark, '5.15', 1).id).toBeNull();
  });

  test('a capture that shows no 00.0 on the bus may lack what comes first', () => {
    expect(identity(portFirst, '7.1', 1).assumed).toEqual(['first-device']);
    expect(identity(portFirst, '7.1', 0).assumed).toEqual([]);
    const drawn = { ...portFirst, origin: 'drawn' as const };
    expect(identity(drawn, '7.1', 1).assumed).toEqual([]);
  });
});
