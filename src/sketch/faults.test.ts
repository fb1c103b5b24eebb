import { describe, expect, test } from 'vitest';
import { linkWords } from '../layout/linkWords.ts';
import type { Machine } from '../model/machine.ts';
import { knownLink } from './linkDefaults.ts';
import { readSketch } from './readSketch.ts';
import { functionCalled, machineOf } from './sketch.testkit.ts';
import { writeSketch } from './writeSketch.ts';

const host = (...lines: readonly string[]) =>
  `host h0\n${lines.map((line) => `  ${line}\n`).join('')}`;

/** Severity, text and what would be right instead. */
const told = (text: string) =>
  readSketch(text, null).problems.map(({ severity, text: said, instead }) =>
    [severity, said, ...(instead === null ? [] : [instead])].join(' | '),
  );

const link = (machine: Machine, name: string) => {
  const { capable, current } = knownLink(functionCalled(machine, name)) ?? {};
  return [capable, current];
};
const runs = (gts: number, width: number) => ({ gts, width });

describe('links', () => {
  test('run at the least of what is stated, and ports and generic parts can do what they state', () => {
    const machine = machineOf(host('p: port gen3 x16', '  g: gpu gen5 x16'));
    expect(link(machine, 'p')).toEqual([runs(8, 16), runs(8, 16)]);
    expect(link(machine, 'g')).toEqual([runs(32, 16), runs(8, 16)]);
    const words = linkWords(functionCalled(machine, 'g'), functionCalled(machine, 'p'));
    expect(words.isDegraded).toBe(false);
  });

  test('of a named model can do what the catalogue says', () => {
    const machine = machineOf(host('p: port gen5 x16', '  g: gpu h100 gen3 x8'));
    expect(link(machine, 'p')).toEqual([runs(32, 16), runs(8, 8)]);
    expect(link(machine, 'g')).toEqual([runs(32, 16), runs(8, 8)]);
  });

  test.each(['gen3 x8 cap=gen5,x16', 'cap=gen5,x16 x8 gen3'])('cap= wins: %s', (words) => {
    const machine = machineOf(host('p: port', `  g: gpu ${words}`));
    expect(link(machine, 'g')).toEqual([runs(32, 16), runs(8, 8)]);
  });

  test('cap= of one figure leaves the other', () => {
    const machine = machineOf(host('p: port', '  g: gpu cap=gen4'));
    expect(link(machine, 'g')).toEqual([runs(16, 16), runs(16, 16)]);
  });

  test('a generic switch has downstream ports of its rate, a named one those of the model', () => {
    const text = (model: string) =>
      host('p: port', `  s: switch ${model}gen3`, '    d: port', '      g: gpu');
    expect(link(machineOf(text('')), 'd')).toEqual([runs(8, 16), runs(8, 16)]);
    expect(link(machineOf(text('pex89104 ')), 'd')[0]).toMatchObject({ gts: 32 });
  });

  test('further functions share that of their device', () => {
    const machine = machineOf(host('p: port', '  n: nic connectx7 gen4 x8', '    f: fn 1'));
    expect(link(machine, 'f')).toEqual(link(machine, 'n'));
    expect(link(machine, 'f')[1]).toEqual(runs(16, 8));
    expect(writeSketch(machine).text).toContain('f: fn 1\n');
  });

  test('an end that shows otherwise says so', () => {
    const machine = machineOf(host('p: port now=gen3,x8', '  g: gpu'));
    expect(link(machine, 'p')[1]).toEqual(runs(8, 8));
    expect(link(machine, 'g')[1]).toEqual(runs(32, 16));
    expect(writeSketch(machine).text).toContain('p: port now=gen3,x8');
  });
});

describe('conventional buses', () => {
  const text = host('p: port', '  b: bridge', '    c: card', '    d: bridge', '      e: card');

  test('have conventional cards and bridges', () => {
    const machine = machineOf(text);
    const types = ['c', 'd', 'e'].map((name) => functionCalled(machine, name).type);
    expect(types).toEqual(['conventional', 'conventional-bridge', 'conventional']);
    expect(functionCalled(machine, 'e').pcie).toBeNull();
    expect(writeSketch(machine).text).toBe(text);
  });

  test('are no place for PCI Express', () => {
    expect(told(host('p: port', '  bridge', '    nic connectx7', '    gpu'))).toEqual([
      'warning | A nic with PCI Express sits on a conventional bus.',
      'warning | A gpu with PCI Express sits on a conventional bus.',
    ]);
  });
});

test.each<readonly [string, readonly string[]]>([
  ['kernel banana', ['warning | "banana" is no kernel version.']],
  ['kernel v5-2018', ['warning | "v5-2018" is no kernel version. | v1-2018']],
  ['kernel v4-2018', []],
  ['kernel 6.12.15-amd64', []],
  ['kernel 9.9', ['note | The rules of Linux 9.9 are not known yet; those of 7.1 are taken.']],
  ['cpu Intel', ['warning | No x86 CPU calls its vendor "Intel". | GenuineIntel:6']],
  ['cpu GenuineIntel', []],
  ['kernel 6.12\nkernel 6.18', ['error | kernel is said twice.']],
  ['machine "a"\nmachine "b"', ['error | machine is said twice.']],
])('%j', (text, problems) => expect(told(text)).toEqual(problems));

test.each<readonly [string, readonly string[]]>([
  ['gpu "RTX PRO 6000', ['error | The quote is not closed on this line. | "RTX PRO 6000"']],
  [
    'nic mlx5 vf 64',
    ['error | "vf 64" stands on a line of its own below the nic. | \n      vf 64'],
  ],
  ['gpu connectx7', ['error | "connectx7" is a nic, and no gpu. | nic']],
  ['gpu untrustd', ['error | "untrustd" is no attribute of a gpu. | untrusted']],
  ['gpu at=40.0', ['error | at expects a device number up to 1f, hexadecimal; found "40.0".']],
  [
    'gpu mps=100',
    ['error | mps expects 128, 256, 512, 1K, 2K or 4K, or ? for unknown; found "100".'],
  ],
  ['gpu bar=128GB acs=?', []],
  ['orphans', ['error | Orphans cannot stand below a port.']],
  ['host', ['error | A host cannot stand below a port.']],
])('%j below a port', (line, problems) => {
  expect(told(host('p: port', `  ${line}`))).toEqual(problems);
});

test('impossible widths and numbers are told', () => {
  const said = told(host('p: port x3 rcb=32 tags=99999 mrrs=8K cap=gen4,x5'));
  expect(said).toHaveLength(5);
});

test('functions without a number take the next free one', () => {
  const text = host('p: port', '  n: card', '    fn', '    fn 1', '    a: fn driver=vfio-pci');
  const machine = machineOf(text);
  expect(functionCalled(machine, 'a').fixedAddress?.function).toBe(3);
});

test('a line that stands too far left is told where it belongs', () => {
  const [problem] = readSketch(host('p: port', '  n: nic', '  fn 1'), null).problems;
  expect([problem?.text, problem?.hint]).toEqual([
    'An fn cannot stand below a port.',
    'Indent it below n.',
  ]);
});

test('ACS words', () => {
  const acs = (words: string) => functionCalled(machineOf(host(`p: port ${words}`)), 'p').acs;
  expect(acs('acscap=-')).toBeNull();
  expect(acs('acscap=none')).toBeNull();
  expect(acs('acscap=SV,RR acs=none')).toEqual(acs('acscap=SV,RR acs=-'));
  expect(acs('acs=001d')).toEqual(acs('acs=0x1d'));
  expect(acs('acs=001d')).toEqual(acs('acs=SV,RR,CR,UF'));
  const empty = machineOf(host('p: port acscap=0x0000'));
  expect(writeSketch(empty).text).toContain('acscap=0x0000');
  expect(told(host('p: port', '  switch acs=SV'))).toEqual([
    'note | This switch has no downstream port yet that could have acs.',
  ]);
  expect(told(host('p: port', '  switch acs=SV ports=1'))).toEqual([]);
});
