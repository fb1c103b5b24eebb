import { describe, expect, test } from 'vitest';
import { aFlow, aGroup, aLimit, aLink, aReport, aUse } from '../chart/reports.testkit.ts';
import { compareCsv } from './compareCsv.ts';
import { comparedFlows, comparedGroups, comparedLinks } from './comparedRows.ts';
import { differenceWords } from './differenceWords.ts';
import { layOutPairs, limitWords } from './layOutPairs.ts';
import { pairUp } from './pairUp.ts';

const [link, tags] = [aLimit('Gen5 x16 above gpu3', 56.3), aLimit('256 tags of gpu3', 40, 'tags')];
const first = aReport({
  flows: [aFlow('a', 28.2, link), aFlow('b', 14.1, link), aFlow('b', 7, link)],
  groups: [aGroup('ring', 12)],
});
const second = aReport({
  flows: [aFlow('b', 14.1, link), aFlow('a', 14.1, tags), aFlow('c', 3)],
  groups: [aGroup('ring', 24), aGroup('unknown', null)],
  links: [aLink('rp0 – sw0', aUse(0.85), aUse(0))],
});

test('the same title is the same thing, the first of several first', () => {
  const pairs = pairUp(first.flows, second.flows);
  expect(pairs.map(({ title }) => title)).toEqual(['a', 'b', 'b', 'c']);
  expect(pairs[1]?.second).toBe(second.flows[0]);
  expect(pairs[2]?.second).toBeNull();
  expect(pairs[3]?.first).toBeNull();
  expect(new Set(pairs.map(({ key }) => key)).size).toBe(4);
});

test.each([
  [28.2e9, 14.1e9, '▼ −50 %'],
  [14.1e9, 28.2e9, '▲ +100 %'],
  [10, 10.31, '▲ +3.1 %'],
  [10, 10.001, 'same'],
  [0, 5, '▲ from 0'],
  [1, 40, '▲ 40×'],
  [5, 0, '▼ −100 %'],
  [null, 5, ''],
])('from %s to %s: %s', (from, to, words) => {
  expect(differenceWords(from, to)).toBe(words);
});

describe('rows', () => {
  test('of flows have what limits each', () => {
    const [a, b, , c] = comparedFlows(first, second).rows;
    expect(a && limitWords(a)).toBe('Gen5 x16 above gpu3 → 256 tags of gpu3');
    expect(b && limitWords(b)).toBe('Gen5 x16 above gpu3');
    expect(c).toMatchObject({ first: undefined, second: 3e9 });
  });

  test('of groups have their times, where one is known', () => {
    const { rows, write } = comparedGroups(first, second);
    expect(rows.map(({ title }) => title)).toEqual(['ring']);
    expect(write(24)).toBe('24 µs');
  });

  test('of links are those that are used, what differs first', () => {
    const { rows } = comparedLinks(first, second);
    expect(rows[0]?.title).toBe('rp0 – sw0 ↑');
    expect(rows.every((row) => (row.first ?? 0) + (row.second ?? 0) > 0)).toBe(true);
  });
});

const sections = [comparedFlows(first, second), comparedGroups(first, second)];

test.each([320, 600, 1200])('pairs of bars keep to a picture %d wide', (width) => {
  const scene = layOutPairs(sections, { width, names: ['here', 'ACS redirect on'] });
  for (const { rect } of scene.areas) {
    expect(rect.x + rect.width).toBeLessThanOrEqual(width);
    expect(rect.y + rect.height).toBeLessThanOrEqual(scene.height);
  }
  expect(scene.texts.map(({ text }) => text)).toContain('not there');
});

test('bars are as long as their figures', () => {
  const scene = layOutPairs(sections, { width: 900, names: ['here', 'there'] });
  const length = (key: string) => scene.areas.find((area) => area.key === key)?.rect.width ?? 0;
  expect(length('flow a 0 before') / length('flow a 0 now')).toBeCloseTo(2);
});

test('as CSV, under the names of both', () => {
  const lines = compareCsv(sections, ['here', 'with, a comma']).split('\r\n');
  expect(lines[1]).toBe(
    'flow,a,bytes_per_second,28200000000,14100000000,here,"with, a comma",Gen5 x16 above gpu3,256 tags of gpu3',
  );
  expect(lines.at(-2)).toContain('group,ring,makespan_us,12,24');
});
