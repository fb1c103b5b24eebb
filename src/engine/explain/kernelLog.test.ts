import { expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { kernelLog } from './kernelLog.ts';

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

test('from 5.19 on, the first function is named even when it stands for nothing', () => {
  expect(log('6.12').join('\n')).toContain('0000:10:01.0: Host bridge not in P2PDMA whitelist');
});

test('5.15 is silent about a host bridge that it cannot identify', () => {
  expect(log('5.15').join('\n')).not.toContain('whitelist:');
  expect(log('5.15')).toHaveLength(3);
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
