import { expect, test } from 'vitest';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { describeFunction } from './describeFunction.ts';
import { NO_MARK, writeLspciTree } from './writeLspciTree.ts';

function draw(machine: Machine, width = 200): string {
  const name = (fn: Parameters<typeof describeFunction>[0]) => describeFunction(fn, null);
  return `\n${writeLspciTree(machine, { name, mark: NO_MARK, width })}`;
}

test('bridges, branches and leaves', () => {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01-04')
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03')
    .downstream('02:01.0', '04')
    .endpoint('03:00.0')
    .endpoint('03:00.1')
    .rootPort('00:1c.0', '05')
    .rootPort('00:1d.0', '00')
    .build();
  expect(draw(machine)).toBe(`
-[0000:00]-+-00.0  Device 8086:29c0
           +-01.0-[01-04]----00.0-[02-04]--+-00.0-[03]--+-00.0  Device 1b36:0010
           |                               |            \\-00.1  Device 1b36:0010
           |                               \\-01.0-[04]--
           +-1c.0-[05]--
           \\-1d.0--
`);
});

test('several root buses, domains, and buses that no bridge names', () => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '05-08')
    .upstream('05:00.0', '06-08')
    .endpoint('08:00.0')
    .endpoint('09:00.0')
    .endpoint('10000:e0:00.0')
    .build();
  expect(draw(machine)).toBe(`
-+-[0000:00]---01.0-[05-08]----00.0-[06-08]--+-[0000:06]-
 |                                           \\-[0000:08]---00.0  Device 1b36:0010
 +-[0000:09]---00.0  Device 1b36:0010
 \\-[10000:e0]---00.0  Device 1b36:0010
`);
});

test('bus 00 is drawn even when the input shows nothing on it', () => {
  const machine = new MachineBuilder().endpoint('01:00.0').build();
  expect(draw(machine)).toBe(`
-+-[0000:00]-
 \\-[0000:01]---00.0  Device 1b36:0010
`);
});

test('a single function', () => {
  expect(draw(new MachineBuilder().endpoint('00:02.0').build())).toBe(
    `
-[0000:00]---00.0  Device 1b36:0010
`.replace('00.0', '02.0'),
  );
});

test('names are cut to the width, the tree is not', () => {
  const machine = new MachineBuilder().endpoint('00:02.0').build();
  expect(draw(machine, 30)).toBe('\n-[0000:00]---02.0  Device 1...\n');
  expect(draw(machine, 20)).toBe('\n-[0000:00]---02.0\n');
});

test('bridge registers that make no sense neither hang nor lose a function', () => {
  const machine = new MachineBuilder()
    .rootPort('00:01.0', '01-05')
    .upstream('01:00.0', '01-05')
    .downstream('02:00.0', '01')
    .endpoint('03:00.0', { orphan: true })
    .build();
  for (const slot of ['01.0-[01-05]', '00.0-[01-05]', '00.0-[01]', '00.0  Device']) {
    expect(draw(machine)).toContain(slot);
  }
});
