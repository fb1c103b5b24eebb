import { expect, test } from 'vitest';
import { GOLDEN_DUMPS, goldenDump } from '../../../formats/read/lspci/goldenDumps.testkit.ts';
import { readLspci } from '../../../formats/read/lspci/readLspci.ts';
import { isEndpointLike } from '../../../model/classCode.ts';
import { id, MachineBuilder } from '../../../model/machine.testkit.ts';
import { analyze } from '../../analyze.ts';
import type { ConditionRequest } from '../../kernel/conditions.ts';
import { ERAS } from '../../kernel/eras.ts';
import { partOnTheWay } from './partOnTheWay.ts';

const machine = new MachineBuilder()
  .host('00:00.0', '8086:2f00')
  .rootPort('00:01.0', '01-05')
  .upstream('01:00.0', '02-05')
  .downstream('02:00.0', '03')
  .downstream('02:01.0', '04')
  .downstream('02:02.0', '05')
  .endpoint('03:00.0')
  .endpoint('03:00.1', { physfn: '03:00.0' })
  .endpoint('04:00.0')
  .endpoint('05:00.0')
  .build();

test('both ends, what is above them, and the root bus', () => {
  const { functions, hostBridges } = partOnTheWay(machine, [id('03:00.1'), id('04:00.0')]);
  const gone = ['02:02.0', '05:00.0'].map(id);
  const left = machine.functions.filter((fn) => !gone.includes(fn.id));
  expect(functions).toEqual(left);
  expect(hostBridges).toBe(machine.hostBridges);
});

/** As the fixes ask: with everything said, so that nothing is concluded from the rest of the machine. */
const CONDITIONS: readonly Partial<ConditionRequest>[] = [
  { acsWords: 'as-is' },
  { acsWords: 'boot', iommu: 'intel', cmdline: 'intel_iommu=on' },
  { acsWords: 'boot', iommu: 'none', cmdline: 'pci=disable_acs_redir=0000:00:02.0;pci:1b36:000c' },
];
const INTEL = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;

test.each(GOLDEN_DUMPS.slice(0, 67))('%s: the verdicts are those of the whole machine', (name) => {
  const read = readLspci(goldenDump(name));
  if (!read.ok) throw new Error(`${name} is not read`);
  const whole = read.value.machine;
  const ends = whole.functions.filter(isEndpointLike).map((fn) => fn.id);
  for (const [index, kernel] of ERAS.entries()) {
    const request = { cpu: INTEL, ...CONDITIONS[index % CONDITIONS.length], kernel };
    const analysis = analyze(whole, request);
    // Each kernel another pair, so that all are met in the end.
    const provider = ends[index % ends.length];
    const client = ends[(index * 5 + 1) % ends.length];
    if (provider === undefined || client === undefined) return;
    const part = analyze(partOnTheWay(whole, [provider, client]), request);
    expect(part.pair(provider, client)).toEqual(analysis.pair(provider, client));
  }
});
