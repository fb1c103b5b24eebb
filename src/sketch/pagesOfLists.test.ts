import { expect, test } from 'vitest';
import type { Machine } from '../model/machine.ts';
import { readSketch } from './readSketch.ts';
import { writeSketch } from './writeSketch.ts';

const HOST = 'host h0\n  rp0: port\n    n: nic\n';
const entriesOf = ({ workload }: Machine) => workload.scatterlists[0]?.entries;

test('pieces of RAM say what kind of page they are, and say so when they are written', () => {
  const text = `${HOST}list L on n: ram 2 x 4K fs-dax, ram 2 x 4K, ram 0x1000+4K highmem, ram 2 x 4K scattered device-dax\n`;
  const { machine, problems } = readSketch(text, null);
  expect(problems).toEqual([]);
  const pages = entriesOf(machine)?.map((entry) => (entry.kind === 'ram' ? entry.page : null));
  expect(pages).toEqual([
    'fs-dax',
    'fs-dax',
    undefined,
    undefined,
    'highmem',
    'device-dax',
    'device-dax',
  ]);
  const written = writeSketch(machine);
  expect(written.text).toContain(
    'ram 2 x 4K fs-dax, ram 2 x 4K, ram 0x1000+4K highmem, ram 2 x 4K scattered device-dax',
  );
  expect(entriesOf(readSketch(written.text, null).machine)).toEqual(entriesOf(machine));
});
