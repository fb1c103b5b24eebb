import { describe, expect, test } from 'vitest';
import { DRIVE_A, DRIVE_C, NIC } from '../mapping/scenarioMachines.testkit.ts';
import { peerEntry, question, RAM } from './choose.testkit.ts';
import { shimAbove } from './chooseShim.ts';

const A = peerEntry('BUS_ADDR', DRIVE_A);

describe('where the operations put in at a bridge stand', () => {
  const at = (client: typeof NIC, list: readonly (typeof RAM)[]) => {
    const { topology, client: index } = question({ client });
    const bridge = shimAbove(topology, index, list);
    return bridge === null ? null : topology.functions[bridge]?.id;
  };

  test('at the nearest bridge above both', () => {
    expect(at(NIC, [RAM, A])).toBe('0000:01:00.0');
    expect(at(DRIVE_A, [A])).toBe('0000:02:00.0');
  });

  test('nowhere for a client below another root port, nor for a list of RAM', () => {
    expect(at(DRIVE_C, [RAM, A])).toBeNull();
    expect(at(NIC, [RAM])).toBeNull();
  });
});
