import { expect, test } from 'vitest';
import { readSketch } from './readSketch.ts';
import { machineOf } from './sketch.testkit.ts';
import { writeCanonical, writeSketch } from './writeSketch.ts';

const TEXT = `origin captured

slot 1

host bus=00
  port id=8086:460d at=00:01.0 buses=01-01 gen4 x8 slot=1
    gpu id=10de:24a0 at=01:00.0 gen4 x8
`;

test('a slot of a captured machine is called by what is printed beside it', () => {
  const { slots } = machineOf(TEXT);
  expect(slots).toMatchObject([{ id: 'slot:1:0000:00:01.0', label: '1', ports: ['0000:00:01.0'] }]);
  expect(writeCanonical(machineOf(TEXT)).text).toContain('slot 1\n');
});

test('registers that no line speaks of come from the document', () => {
  const before = machineOf(TEXT);
  const machine = {
    ...before,
    functions: before.functions.map((fn) => ({ ...fn, revision: 0xa1, untrusted: false })),
  };
  const { text } = writeSketch(machine);
  expect(text).not.toMatch(/rev=|untrusted/);
  expect(readSketch(text, machine).machine.functions).toEqual(machine.functions);
});

test('what a dump called a part stands behind its line', () => {
  const before = machineOf(TEXT);
  const names = {
    vendor: 'NVIDIA Corporation',
    device: 'GA104M',
    className: null,
    subsystem: null,
  };
  const functions = before.functions.map((fn) => ({ ...fn, names }));
  expect(writeSketch({ ...before, functions }).text).toContain('  # NVIDIA GA104M\n');
});
