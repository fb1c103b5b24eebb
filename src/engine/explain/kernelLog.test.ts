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
