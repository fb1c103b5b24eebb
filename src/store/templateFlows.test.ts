import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settle } from '../build/settle.ts';
import { analyze } from '../engine/analyze.ts';
import { throughputOf } from '../engine/flows/throughput.ts';
import { USUAL_THROUGHPUT } from '../engine/flows/throughputOptions.ts';
import { readSketch } from '../sketch/readSketch.ts';
import { TEMPLATES } from './templates.ts';

/* Templates with flows show throughput at once: what they say of it is so. */

function reportOf(file: string) {
  const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
  const { machine } = settle(readSketch(text, null).machine);
  return throughputOf(analyze(machine), USUAL_THROUGHPUT);
}

const gb = (bytesPerSecond: number | null) => Math.round((bytesPerSecond ?? 0) / 1e8) / 10;

test('GPU server: its neighbour has half of the link, two from afar share the other half', () => {
  const { flows } = reportOf('gpu-server.sketch');
  expect(flows.map(({ title, bytesPerSecond }) => [title, gb(bytesPerSecond)])).toEqual([
    ['near', 27.3],
    ['far', 13.6],
    ['farther', 13.6],
  ]);
  const where = new Set(flows.map(({ limit }) => limit?.where));
  expect([...where]).toEqual(['Gen5 x16 above gpu0, downwards']);
});

test('NVMe-oF target: four drives through the CMB of one have less than two through memory', () => {
  const { groups } = reportOf('nvmeof-target.sketch');
  expect(groups.map(({ title, bytesPerSecond }) => [title, gb(bytesPerSecond)])).toEqual([
    ['cmb', 6.5],
    ['ram', 13.6],
  ]);
  expect(groups[0]?.limit?.where).toBe('Gen4 x4 above nvme0, downwards');
});

test('workstation: what Linux refuses is computed, and said to be refused', () => {
  const report = reportOf('consumer-workstation.sketch');
  const [pair] = report.flows;
  expect(gb(pair?.bytesPerSecond ?? null)).toBe(26.5);
  expect(pair?.streams.every(({ isRefusedByLinux }) => isRefusedByLinux)).toBe(true);
  expect(report.warnings.map(({ kind }) => kind)).toContain('refused');
});

describe('whatever flows a template has', () => {
  test.each(TEMPLATES)('$id: each gets something, and what holds it is named', ({ file }) => {
    for (const { title, bytesPerSecond, limit } of reportOf(file).flows) {
      expect([title, (bytesPerSecond ?? 0) > 0, limit !== null]).toEqual([title, true, true]);
    }
  });
});
