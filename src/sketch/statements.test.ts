import { describe, expect, test } from 'vitest';
import { readSketch } from './readSketch.ts';
import { carried } from './sketch.testkit.ts';
import { STATEMENTS } from './statements.ts';
import { writeSketch } from './writeSketch.ts';

const TREE = `socket 0
  host h0
    p0: port
      a: gpu
    p1: port
      b: nvme cmb=64M
socket 1 "second"
  host h1
    p2: port
      c: nic
`;

/** Statements as they are written. */
const LINES: readonly string[] = [
  'machine "a \\"b\\" \\\\ c"',
  'origin captured',
  'acs as-is',
  'cpu AuthenticAMD:0x19',
  'cpu GenuineIntel:6',
  'cpu GenuineIntel',
  'cpu arm64',
  'cpu arm64/0x41:-',
  'kernel 6.12',
  'kernel 6.12 ""',
  'kernel ? "pci=noats"',
  'kernel 6.12.15-amd64 "a b"',
  'iommu amd',
  'iommu intel lazy',
  'iommu ? -',
  'slot S1: x16 split=4x4x4x4 riser="left one"',
  'slot "slot 2": x8 label=-',
  'link nvlink a -- c "NV4"',
  'link cxl a -- socket1',
  'link c2c a -- b',
  'link other b -- c',
  'link upi socket0 -- socket1 rate=20G latency=100ns',
  'note "two\\nlines"',
  'note a "text"',
  'note h0 "text"',
  'note above a "text"',
  'note socket1 "text"',
  'flow f0: a -> b write',
  'flow f0: a <- b read size=64K depth=32',
  'flow f0: a <-> b write rate=25G',
  'flow f0: a -> b copy by c',
  'flow f0: ram0 -> a write by cpu1/WB',
  'flow f0: a -> ram write by cpu/UC',
  'flow "f 0": a -> b write',
  'flow a -> b write',
  'group g: a -> b -> a write',
  'group g: all(a b c) read size=1M',
  'group g: incast(a b c) write',
  'group g: sequence(a b) write',
  'group all(a b) write',
  'group t: nvmeof(a b c) write',
  'group t: nvmeof(a b c) write through=b',
  'group t: nvmeof(a b) read size=128K through=ram0',
  'group t: nvmeof(a b) read through=ram',
  'list L on a: ram 16 x 4K scattered, b+0+8K, ram 0x40001000+4K',
  'list L on a: ram 2 x 4K, b[0]+4K+1K',
  'list on a:',
];

describe('every statement is read, and written as it was', () => {
  test.each(LINES)('%s', (line) => {
    const { machine, problems } = readSketch(`${line}\n${TREE}`, null);
    expect(problems).toEqual([]);
    const { text, dropped } = writeSketch(machine);
    expect(dropped).toEqual([]);
    if (!line.startsWith('origin')) expect(text.split('\n')).toContain(line);
    const again = readSketch(text, null);
    expect(again.problems).toEqual([]);
    expect(carried(again.machine)).toEqual(carried(machine));
  });

  test('none is left out', () => {
    for (const { word } of STATEMENTS) {
      expect([word, LINES.some((line) => line.startsWith(`${word} `))]).toEqual([word, true]);
    }
  });
});

test('the platform of the first host brings CPU and IOMMU, where no line says otherwise', () => {
  const text = 'host h0 milan\n  p: port\n    g: gpu\n';
  const { machine, problems } = readSketch(text, null);
  expect(problems).toEqual([]);
  expect(machine.settings.cpu).toMatchObject({ vendor: 'AuthenticAMD', family: 0x19 });
  expect(writeSketch(machine).text).not.toContain('cpu');
  const said = readSketch(`cpu arm64\n${text}`, null).machine;
  expect(said.settings.cpu).toMatchObject({ arch: 'arm64' });
});
