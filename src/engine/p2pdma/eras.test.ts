import { describe, expect, test } from 'vitest';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { Cpu } from '../../model/settings.ts';
import { analyze } from '../analyze.ts';
import { ERAS, eraById, eraOrder } from '../kernel/eras.ts';
import {
  cascade,
  INTEL,
  oneSwitch,
  twoHosts,
  twoRootPorts,
  ZEN,
} from './workedMachines.testkit.ts';

/*
 * The version table: what each kernel answers on a few machines, where it changed. A column holds from
 * its kernel to the next one; `-1` is a refusal, `tried` that nobody asked, the letter how it is mapped:
 * `b` by bus address, `h` through the host bridge.
 */

/** Below two root ports; `first` is the id of the first root port, and nothing comes before it. */
function withoutFunction00(first: string): Machine {
  return new MachineBuilder()
    .rootPort('00:02.0', '01', { id: first })
    .rootPort('00:03.0', '02')
    .endpoint('01:00.0')
    .endpoint('02:00.0')
    .build();
}

type Changes = Readonly<Record<string, string>>;
interface Row {
  readonly name: string;
  readonly machine: Machine;
  readonly pair: readonly [provider: string, client: string];
  readonly cpu?: Cpu;
  /** The first kernel with each answer. */
  readonly answers: Changes;
}

const IN_SWITCH = ['03:00.0', '04:00.0'] as const;
const AT_ROOT = ['01:00.0', '02:00.0'] as const;

const rows: readonly Row[] = [
  {
    name: 'siblings in a switch, nothing redirects',
    machine: oneSwitch(),
    pair: IN_SWITCH,
    answers: { 'oot-2016': 'tried b', 'rfc-2017': '4 b' },
  },
  {
    name: 'different legs of cascaded switches',
    machine: cascade,
    pair: ['03:00.0', '06:00.0'],
    answers: { 'oot-2016': 'tried b', 'rfc-2017': '-1', 'v4-2018': '6 b' },
  },
  {
    name: 'siblings, one port redirects, host bridge on no list',
    machine: oneSwitch({ client: 0x04 }),
    pair: IN_SWITCH,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '4 b', '4.20': '-1' },
  },
  {
    name: 'the same on AMD Zen',
    machine: oneSwitch({ client: 0x04, host: '1022:1480' }),
    pair: IN_SWITCH,
    cpu: ZEN,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '4 b', '4.20': '-1', '5.9': '4 h' },
  },
  {
    name: 'the same below the first Zen: 5.2 and 5.3 refuse it all the same',
    machine: oneSwitch({ client: 0x04, host: '1022:1450' }),
    pair: IN_SWITCH,
    cpu: ZEN,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '4 b', '4.20': '-1', '5.4': '4 h' },
  },
  {
    name: 'two root ports of the first Zen',
    machine: twoRootPorts('1022:1450'),
    pair: AT_ROOT,
    cpu: ZEN,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1', '5.2': '4100 h', '5.4': '4 h' },
  },
  {
    name: 'the same ids without a Zen: dropped from the list with 5.9',
    machine: twoRootPorts('1022:1450'),
    pair: AT_ROOT,
    answers: {
      'oot-2016': 'tried h',
      'rfc-2017': '-1',
      '5.2': '4100 h',
      '5.4': '4 h',
      '5.9': '-1',
    },
  },
  {
    name: 'two root ports, Sandy Bridge-E',
    machine: twoRootPorts('8086:3c00'),
    pair: AT_ROOT,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1', '5.4': '4 h' },
  },
  {
    name: 'two host bridges, Sandy Bridge-E: never',
    machine: twoHosts('8086:3c00', '8086:3c00'),
    pair: ['01:00.0', '81:00.0'],
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1' },
  },
  {
    name: 'two host bridges, Skylake-E 2030',
    machine: twoHosts('8086:2030', '8086:2030'),
    pair: ['01:00.0', '81:00.0'],
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1', '5.6': '4 h' },
  },
  {
    name: 'Skylake-E 2032 came one release later',
    machine: twoRootPorts('8086:2032'),
    pair: AT_ROOT,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1', '5.7': '4 h' },
  },
  {
    name: 'Skylake-E 2030 as the first device, a root port at 02.0',
    machine: withoutFunction00('8086:2030'),
    pair: AT_ROOT,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1', '5.19': '4 h' },
  },
  {
    name: 'AMD Raven, by its ids alone: on the list for one release',
    machine: twoRootPorts('1022:15d0'),
    pair: AT_ROOT,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1', '5.8': '4 h', '5.9': '-1' },
  },
  {
    name: 'Ice Lake-SP and later Xeons',
    machine: twoRootPorts('8086:09a2'),
    pair: AT_ROOT,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1', '5.18': '4 h' },
  },
  {
    name: 'Google, any device',
    machine: twoRootPorts('1ae0:abcd'),
    pair: AT_ROOT,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1', '7.0': '4 h' },
  },
  {
    name: 'an Intel accelerator as the first device',
    machine: twoRootPorts('8086:0b25'),
    pair: AT_ROOT,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1', '7.1': '4 h' },
  },
  {
    name: 'NVIDIA',
    machine: twoRootPorts('10de:2f95'),
    pair: AT_ROOT,
    answers: { 'oot-2016': 'tried h', 'rfc-2017': '-1', next: '4 h' },
  },
];

function answer({ machine, pair, cpu }: Row, era: string): string {
  const asked = { cpu: cpu ?? INTEL, iommu: 'none', acsWords: 'as-is' } as const;
  const analysis = analyze(machine, { kernel: eraById(era), ...asked });
  const { mapType, result } = analysis.pair(id(pair[0]), id(pair[1]));
  if (mapType === 'NOT_SUPPORTED') return '-1';
  return `${result ?? 'tried'} ${mapType === 'BUS_ADDR' ? 'b' : 'h'}`;
}

const IN_TIME = ERAS.filter(({ id: era }) => eraOrder(era) <= eraOrder('next'));

describe('each kernel from 2016 to the maintainer tree', () => {
  test.each(rows)('$name', (row) => {
    let expected = '';
    for (const era of IN_TIME) {
      expected = row.answers[era.id] ?? expected;
      expect([era.id, answer(row, era.id)]).toEqual([era.id, expected]);
    }
  });
});
