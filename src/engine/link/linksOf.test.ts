import { expect, test } from 'vitest';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import { buildTopology } from '../pci/topology.ts';
import { linksOf } from './linksOf.ts';

const ends = (builder: MachineBuilder): readonly string[] =>
  linksOf(buildTopology(builder.build())).map(({ upper, lower }) => `${upper} – ${lower}`);

test('each port with something below it, in the order of the machine', () => {
  const builder = new MachineBuilder()
    .rootPort('00:01.0', '01-04')
    .rootPort('00:02.0', '05')
    .rootPort('00:03.0', '06')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03')
    .downstream('02:01.0', '04')
    .endpoint('03:00.0')
    .endpoint('03:00.1')
    .endpoint('05:00.0')
    .endpoint('05:00.2', { physfn: '05:00.0' });
  expect(ends(builder)).toEqual([
    '0000:00:01.0 – 0000:01:00.0',
    '0000:00:02.0 – 0000:05:00.0',
    '0000:02:00.0 – 0000:03:00.0',
  ]);
});

test('what is integrated in a root complex has no link', () => {
  expect(ends(new MachineBuilder().rciep('00:04.0').endpoint('00:05.0'))).toEqual([]);
});

test('a virtual function that is listed first does not stand for its device', () => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01')
    .endpoint('01:00.0', { physfn: '01:00.1' })
    .endpoint('01:00.1')
    .build();
  expect(linksOf(buildTopology(machine))).toEqual([
    { upper: '0000:00:01.0', lower: '0000:01:00.1', rate: null },
  ]);
});
