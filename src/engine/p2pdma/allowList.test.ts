import { expect, test } from 'vitest';
import { eraById } from '../kernel/eras.ts';
import { allowListOf } from './allowList.ts';

function idsOf(era: string): readonly string[] {
  return allowListOf(eraById(era)).map(
    ({ vendor, device }) => `${vendor.toString(16)}:${device?.toString(16) ?? 'any'}`,
  );
}

const REQ_SAME = ['8086:3c00', '8086:3c01', '8086:2f00', '8086:2f01'];
const SKYLAKE = ['8086:2030', '8086:2031', '8086:2032', '8086:2033', '8086:2020'];

test.each([
  ['4.20', []],
  ['5.2', ['1022:1450']],
  ['5.4', ['1022:1450', ...REQ_SAME]],
  ['5.6', ['1022:1450', ...REQ_SAME, '8086:2030', '8086:2020']],
  ['5.10', [...REQ_SAME, ...SKYLAKE]],
  ['5.15', [...REQ_SAME, ...SKYLAKE]],
  ['6.12', [...REQ_SAME, ...SKYLAKE, '8086:9a2']],
  ['7.0', [...REQ_SAME, ...SKYLAKE, '8086:9a2', '1ae0:any']],
])('the list of %s', (era, expected) => {
  expect([...idsOf(era)].sort()).toEqual([...expected].sort());
});

test('later kernels only add, once the CPU test has replaced the AMD rows', () => {
  expect(idsOf('7.1')).toEqual(expect.arrayContaining([...idsOf('7.0'), '8086:b25']));
  expect(idsOf('next')).toEqual(
    expect.arrayContaining([...idsOf('7.1'), '10de:2f95', '1d17:1008']),
  );
});

test('four old Intel rows and four of Zhaoxin ask for one host bridge', () => {
  const same = allowListOf(eraById('next')).filter((row) => row.sameHostOnly);
  expect(same).toHaveLength(8);
});
