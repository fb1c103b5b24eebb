import { expect, test } from 'vitest';
import { Drawing } from '../../../build/drawing.testkit.ts';
import type { PartId } from '../../../store/state.ts';
import { namePattern } from './namePattern.ts';

const machine = new Drawing()
  .host('h0')
  .host('h1')
  .put('rp0 rp1 rp2 rp3', 'port', 'h0')
  .put('gpu0', 'gpu', 'rp0')
  .put('nvme0', 'nvme', 'rp1')
  .put('nvme1', 'nvme', 'rp2')
  .put('sw0', 'switch', 'rp3').settled;
const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));

test.each([
  ['gpu0', 'gpu{n}'],
  ['nvme0 nvme1', 'nvme{n}'],
  ['h0 h1', 'h{n}'],
  ['sw0', 'sw{n}'],
  ['gpu0 nvme0', 'part{n}'],
  ['h0 gpu0', 'part{n}'],
])('names of %s are written like %s', (names, pattern) => {
  expect(namePattern({ machine, byId }, names.split(' ') as PartId[])).toBe(pattern);
});
