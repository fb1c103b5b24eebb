import { describe, expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';

function twoPorts(host: string): Machine {
  return new MachineBuilder()
    .host('00:00.0', host)
    .rootPort('00:01.0', '01')
    .rootPort('00:02.0', '02')
    .endpoint('01:00.0')
    .endpoint('02:00.0')
    .build();
}

const ask = (machine: Machine, request: Parameters<typeof analyze>[1]) =>
  analyze(machine, request).pair(id('01:00.0'), id('02:00.0'));

const INTEL = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;

describe('how sure a way through the root complex is', () => {
  test('an unlisted host bridge rests on the CPU that was assumed', () => {
    expect(ask(twoPorts('8086:29c0'), { kernel: eraById('6.12'), cpu: null })).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      confidence: 'assumed',
      decidedBy: ['cpu'],
    });
  });

  test('a listed one does not', () => {
    expect(ask(twoPorts('8086:2030'), { kernel: eraById('6.12'), cpu: null })).toMatchObject({
      mapType: 'THRU_HOST_BRIDGE',
      confidence: 'proven',
    });
  });

  test('a row that not every current kernel has rests on the kernel that was assumed', () => {
    expect(ask(twoPorts('8086:09a2'), { kernel: null, cpu: INTEL })).toMatchObject({
      mapType: 'THRU_HOST_BRIDGE',
      confidence: 'assumed',
      decidedBy: ['kernel'],
    });
    expect(ask(twoPorts('8086:29c0'), { kernel: null, cpu: INTEL }).confidence).toBe('proven');
  });

  test('direct pairs rest on nothing', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .rootPort('00:01.0', '01')
      .endpoint('01:00.0')
      .endpoint('01:00.1')
      .build();
    const verdict = analyze(machine).pair(id('01:00.0'), id('01:00.1'));
    expect(verdict).toMatchObject({ mapType: 'BUS_ADDR', confidence: 'proven' });
  });

  test('what is first on a bus is in doubt when the input is a part of a machine', () => {
    const part = new MachineBuilder()
      .rootPort('00:01.0', '01', { id: '8086:2030' })
      .rootPort('00:02.0', '02')
      .endpoint('01:00.0')
      .endpoint('02:00.0')
      .build();
    expect(ask(part, { kernel: eraById('7.1'), cpu: INTEL })).toMatchObject({
      mapType: 'THRU_HOST_BRIDGE',
      decidedBy: ['first-device'],
    });
  });
});
