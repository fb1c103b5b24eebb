import { expect, test } from 'vitest';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { searchParts } from './searchParts.ts';

const first = (text: string) => searchParts(CATALOGUE, text).parts[0]?.id;
const count = (text: string) => searchParts(CATALOGUE, text).count;

test.each([
  ['gpu', 'gpu', 1],
  ['8 gpu', 'gpu', 8],
  ['gpu x4', 'gpu', 4],
  ['2x switch', 'switch', 2],
  ['slot', 'slot', 1],
  ['slot x4', 'x4', 1],
  ['x4 slot', 'x4', 1],
  ['4 x4 slot', 'x4', 4],
  ['2 platform', 'turin', 2],
  ['server', 'turin', 1],
  ['host', 'host', 1],
  ['2 generic x86', 'host', 2],
  ['drive', 'nvme', 1],
  ['nic', 'nic', 1],
  ['pex89104', 'pex89104', 1],
  ['4xgpu', 'gpu', 4],
])('%j finds %s, %i times', (text, id, times) => {
  expect(first(text)).toBe(id);
  expect(count(text)).toBe(times);
});

test('models are found by their names, without their maker', () => {
  expect(searchParts(CATALOGUE, '8 h100').count).toBe(8);
  expect(searchParts(CATALOGUE, '8 h100').parts[0]?.title).toContain('H100');
  expect(searchParts(CATALOGUE, '2 xeon').parts[0]?.title).toMatch(/^Intel/);
  expect(searchParts(CATALOGUE, 'emerald rapids').parts[0]?.kind).toBe('host');
});

test('nothing asked for: all there is, each kind’s plain part first', () => {
  const { parts } = searchParts(CATALOGUE, '');
  expect(parts).toHaveLength(CATALOGUE.length);
  expect(parts.slice(0, 4).map(({ id }) => id)).toEqual(['turin', 'switch', 'gpu', 'nic']);
  expect(searchParts(CATALOGUE, 'no such thing').parts).toEqual([]);
});

test('what a remark says comes behind what is called so', () => {
  const { parts, called } = searchParts(CATALOGUE, '2 gpu');
  expect(called).toBeGreaterThan(10);
  expect(parts.slice(0, called).every(({ kind }) => kind === 'gpu')).toBe(true);
});
