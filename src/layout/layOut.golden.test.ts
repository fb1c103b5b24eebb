import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { GOLDEN_DUMPS, goldenDump } from '../formats/read/lspci/goldenDumps.testkit.ts';
import { readLspci } from '../formats/read/lspci/readLspci.ts';
import { describeFunction } from '../formats/write/describeFunction.ts';
import type { Machine } from '../model/machine.ts';
import { faultsOf } from './checkScene.testkit.ts';
import { layOut } from './layOut.ts';
import { DIRECTIONS, DRAWINGS } from './scene.ts';

/*
 * Real trees, drawn in every way: nothing overlaps, no line crosses a box or another line, every
 * text fits, every function has its place.
 */

function machineOf(dump: string): Machine {
  const read = readLspci(dump);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.machine;
}

const titleOf = (fn: Parameters<typeof describeFunction>[0]) => describeFunction(fn, null);
const WAYS = DRAWINGS.flatMap((drawing) =>
  DIRECTIONS.map((direction) => ({ drawing, direction, titleOf })),
);

const ours = GOLDEN_DUMPS.map((name) => ({ name, machine: machineOf(goldenDump(name)) }));

describe('our own machines', () => {
  test.each(WAYS)('$drawing, $direction', (options) => {
    for (const { name, machine } of ours) {
      const scene = layOut(machine, options);
      expect([name, ...faultsOf(scene, machine)]).toEqual([name]);
      expect(layOut(machine, options)).toEqual(scene);
    }
  });
});

const theirs = new URL('../../../shared/dumps/lspci/', import.meta.url);
const absent = !existsSync(theirs);
const title = absent ? 'real machines (SKIPPED: ../shared/dumps/lspci is absent)' : 'real machines';

describe.skipIf(absent)(title, () => {
  const machines = absent ? [] : readdirSync(theirs).filter(isDump).map(readTheirs);

  test.each(WAYS)('$drawing, $direction', (options) => {
    for (const { name, machine } of machines) {
      const faults = faultsOf(layOut(machine, options), machine);
      expect([name, ...faults.slice(0, 5)]).toEqual([name]);
    }
  });
});

function isDump(name: string): boolean {
  return /\.txt(\.gz)?$/.test(name) && !name.includes('.expected.');
}

function readTheirs(name: string) {
  const bytes = readFileSync(new URL(name, theirs));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
  return { name, machine: machineOf(text) };
}
