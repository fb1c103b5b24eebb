import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { INTEL, Q35 } from './workedMachines.testkit.ts';

const current = { kernel: eraById('7.1'), cpu: INTEL };

describe('virtual functions', () => {
  test('step to the bridge of their physical function', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', Q35)
      .rootPort('00:01.0', '01-02', { acs: acs(0) })
      .endpoint('01:00.0')
      .endpoint('02:00.1', { physfn: '01:00.0' })
      .endpoint('02:00.2', { physfn: '01:00.0' })
      .build();
    const verdict = analyze(machine, current).pair(id('02:00.1'), id('02:00.2'));
    expect(verdict).toMatchObject({ mapType: 'BUS_ADDR', distance: 2 });
  });
});

describe('what the input hides stays open', () => {
  const hidden = { change: { acs: UNKNOWN } } as const;
  const machine = new MachineBuilder()
    .host('00:00.0', Q35)
    .rootPort('00:01.0', '01-05', hidden)
    .upstream('01:00.0', '02-05', hidden)
    .downstream('02:00.0', '03', hidden)
    .downstream('02:01.0', '04', { acs: acs(0x0c) })
    .downstream('02:02.0', '05', hidden)
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .endpoint('05:00.0')
    .rootPort('00:02.0', '06', hidden)
    .endpoint('06:00.0')
    .build();

  test('a port with hidden ACS may redirect', () => {
    const verdict = analyze(machine, current).pair(id('03:00.0'), id('05:00.0'));
    expect(verdict).toMatchObject({
      mapType: null,
      result: null,
      distance: 4,
      possible: ['BUS_ADDR', 'NOT_SUPPORTED'],
      confidence: 'unknown',
      rule: 'acs-unknown',
      acsRedirect: [],
    });
    expect(verdict.acsUnknown).toEqual(['02:00.0', '01:00.0', '02:02.0'].map(id));
  });

  test('one port known to redirect decides', () => {
    const verdict = analyze(machine, current).pair(id('03:00.0'), id('04:00.0'));
    expect(verdict).toMatchObject({ mapType: 'NOT_SUPPORTED', confidence: 'proven' });
  });

  test('pairs of two root ports do not ask ACS at all', () => {
    const verdict = analyze(machine, current).pair(id('03:00.0'), id('06:00.0'));
    expect(verdict).toMatchObject({ mapType: 'NOT_SUPPORTED', confidence: 'proven' });
  });

  test('a hidden parent leaves everything open, but two on one bus are two steps apart', () => {
    const dark = new MachineBuilder()
      .host('00:00.0', Q35)
      .endpoint('05:00.0', { orphan: true })
      .endpoint('05:00.1', { orphan: true })
      .endpoint('06:00.0', { orphan: true })
      .rootPort('00:01.0', '01')
      .endpoint('01:00.0')
      .build();
    const analysis = analyze(dark, current);
    expect(analysis.pair(id('05:00.0'), id('05:00.1'))).toMatchObject({
      mapType: null,
      distance: 2,
      rule: 'parent-unknown',
    });
    expect(analysis.pair(id('05:00.0'), id('06:00.0'))).toMatchObject({
      mapType: null,
      distance: null,
    });
    // No bridge shown leads to bus 05: the two share none, and q35 is on no list.
    expect(analysis.pair(id('05:00.0'), id('01:00.0'))).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      distance: null,
    });
  });
});
