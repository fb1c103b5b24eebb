import { describe, expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { kernelLog, logLines } from './kernelLog.ts';
import { switchWith } from './switchWith.testkit.ts';

const INTEL = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;

/** Two functions below a redirecting root port whose bus begins with something unlistable. */
const noIdentity = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rciep('10:01.0', { id: '1b36:000b' })
  .rootPort('10:02.0', '11', { acs: acs(0x1d) })
  .endpoint('11:00.0')
  .endpoint('11:00.1')
  .build();

function log(era: string): readonly string[] {
  const analysis = analyze(noIdentity, { kernel: eraById(era), cpu: INTEL });
  return kernelLog(analysis, analysis.pair(id('11:00.0'), id('11:00.1')));
}

test.each(['5.15', '5.19', '6.12', '7.1'])(
  '%s is silent about a host bridge that it cannot identify',
  (era) => {
    expect(log(era).join('\n')).not.toContain('whitelist:');
    expect(log(era)).toHaveLength(3);
  },
);

test('a root port that stands for its host bridge is named from 5.19 on', () => {
  const machine = new MachineBuilder()
    .rootPort('10:02.0', '11', { acs: acs(0x1d) })
    .endpoint('11:00.0')
    .endpoint('11:00.1')
    .build();
  const names = (era: string) => {
    const analysis = analyze(machine, { kernel: eraById(era), cpu: INTEL });
    return kernelLog(analysis, analysis.pair(id('11:00.0'), id('11:00.1'))).join('\n');
  };
  expect(names('5.18')).not.toContain('whitelist:');
  expect(names('5.19')).toContain('0000:10:02.0: Host bridge not in P2PDMA whitelist: 1b36:0010');
});

test('a function with itself is direct and logs nothing', () => {
  const analysis = analyze(noIdentity, { kernel: eraById('6.12'), cpu: INTEL });
  expect(kernelLog(analysis, analysis.pair(id('11:00.0'), id('11:00.0')))).toEqual([]);
});

/** Nested switches whose ports all redirect: `count` functions on the way of 21:00.0 and 22:00.0. */
function redirecting(count: number) {
  const builder = new MachineBuilder().host('00:00.0', '8086:29c0');
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  builder.rootPort('00:01.0', '01-22').upstream('01:00.0', '02-22');
  for (let level = 0; level < count - 1; level++) {
    const bus = 2 + level;
    builder.downstream(`${hex(bus)}:00.0`, `${hex(bus + 1)}-21`, { acs: acs(0x1d) });
  }
  builder.downstream('02:01.0', '22', { acs: acs(0x1d) });
  builder.endpoint(`${hex(count + 1)}:00.0`).endpoint('22:00.0');
  return {
    machine: builder.build(),
    provider: id(`${hex(count + 1)}:00.0`),
    client: id('22:00.0'),
  };
}

test.each([
  ['6.12', 9, false],
  ['6.12', 10, true],
  ['5.10', 10, false],
])('Linux %s with %i redirecting functions crashes: %s', (era, count, crashes) => {
  const { machine, provider, client } = redirecting(count);
  const analysis = analyze(machine, { kernel: eraById(era), cpu: INTEL });
  const verdict = analysis.pair(provider, client);
  expect(verdict.acsRedirect).toHaveLength(count);
  expect(kernelLog(analysis, verdict).join('\n').includes('crashes')).toBe(crashes);
});

describe('the lines of each era, by kind', () => {
  const kinds = (era: string, client: string, control = 0x1d) => {
    const analysis = analyze(switchWith(control), { kernel: eraById(era), cpu: INTEL });
    const verdict = analysis.pair(id('03:00.0'), id(client));
    return logLines(analysis, verdict).map(({ kind }) => kind);
  };
  const redirected = (era: string) => kinds(era, '04:00.0');
  const apart = (era: string) => kinds(era, '05:00.0');

  test.each([
    ['oot-2016', [], []],
    ['v2-2018', [], []],
    ['v4-2018', [], ['refused']],
    ['4.20', ['redirect', 'parameter'], ['refused']],
    ['5.2', ['redirect', 'parameter'], ['refused']],
    ['5.4', ['redirect', 'parameter', 'refused'], ['refused']],
    ['5.10', ['redirect', 'parameter', 'refused'], ['refused']],
    ['5.15', ['redirect', 'parameter', 'unlisted-host', 'refused'], ['refused']],
    ['6.12', ['redirect', 'parameter', 'unlisted-host', 'refused'], ['refused']],
    ['7.0', ['redirect', 'parameter', 'unlisted-host', 'refused'], ['refused']],
    ['proposal-c', ['redirect', 'refused'], ['refused']],
  ])('%s', (era, below, without) => {
    expect(redirected(era)).toEqual(below);
    expect(apart(era)).toEqual(without);
  });

  test('the series of 2018 warned of a provider without a switch above it', () => {
    const analysis = analyze(switchWith(0), { kernel: eraById('v2-2018'), cpu: INTEL });
    const lines = logLines(analysis, analysis.pair(id('05:00.0'), id('03:00.0')));
    expect(lines).toMatchObject([{ kind: 'no-switch', functions: [id('05:00.0')] }]);
  });

  test('a line names its functions and ids', () => {
    const analysis = analyze(switchWith(0x1d), { kernel: eraById('6.12'), cpu: INTEL });
    const lines = logLines(analysis, analysis.pair(id('03:00.0'), id('04:00.0')));
    expect(lines.map(({ functions, ids }) => [functions, ids])).toEqual([
      [['04:00.0', '03:00.0'].map(id), null],
      [['04:00.0', '02:00.0', '02:01.0'].map(id), null],
      [[id('00:00.0')], '8086:29c0'],
      [['04:00.0', '03:00.0'].map(id), null],
    ]);
  });
});
