import { describe, expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { INTEL, oneSwitch, Q35, twoRootPorts, ZEN } from './workedMachines.testkit.ts';

describe('before map types', () => {
  test('4.20 refuses what has no common bridge', () => {
    const analysis = analyze(twoRootPorts(Q35), { kernel: eraById('4.20'), cpu: ZEN });
    expect(analysis.pair(id('01:00.0'), id('02:00.0'))).toMatchObject({
      result: -1,
      rule: 'no-common-bridge',
    });
  });

  test('5.2 lets two Zen root ports talk at a cost of 0x1000', () => {
    const analysis = analyze(twoRootPorts('1022:1450'), { kernel: eraById('5.2'), cpu: ZEN });
    expect(analysis.pair(id('01:00.0'), id('02:00.0')).result).toBe(4100);
  });

  test('5.2 refuses redirected pairs even there', () => {
    const machine = oneSwitch({ host: '1022:1450', client: 0x04 });
    const analysis = analyze(machine, { kernel: eraById('5.2'), cpu: ZEN });
    expect(analysis.pair(id('03:00.0'), id('04:00.0'))).toMatchObject({
      result: -1,
      rule: 'acs-redirect-refuses',
    });
  });
});

describe('a common bridge and nothing redirecting', () => {
  test.each(['4.20', '5.2'])('%s lets it pass', (era) => {
    const analysis = analyze(oneSwitch(), { kernel: eraById(era), cpu: INTEL });
    expect(analysis.pair(id('03:00.0'), id('04:00.0'))).toMatchObject({
      mapType: 'BUS_ADDR',
      result: 4,
      rule: 'common-bridge',
    });
  });
});
