import { expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import type { AcsWords } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';
import { explainPair } from './explainPair.ts';

/** Two cards below one switch; what the firmware set in its ports. */
function advice(era: string, firmware: number, acsWords: AcsWords) {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', { acs: acs(firmware) })
    .downstream('02:01.0', '04', { acs: acs(firmware) })
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .build();
  const cpu = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;
  const request = { kernel: eraById(era), cpu, iommu: 'intel', acsWords } as const;
  return explainPair(analyze(machine, request), id('03:00.0'), id('04:00.0')).advice;
}

test.each([
  ['6.1', 0x1d, 'as-is', null],
  ['6.1', 0x0c, 'boot', null],
  ['6.11', 0, 'boot', null],
  ['6.11', 0x0c, 'boot', /changes nothing here/],
  ['6.11', 0x1d, 'as-is', /Take care/],
  ['6.12', 0x0c, 'boot', null],
  ['6.12', 0, 'as-is', null],
] as const)('%s, control %i, %s', (era, word, words, expected) => {
  const told = advice(era, word, words);
  if (expected === null) expect(told).toBeNull();
  else expect(told).toMatch(expected);
});
