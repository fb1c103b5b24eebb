import { expect, test } from 'vitest';
import { ERAS, eraOrder } from './eras.ts';
import { findEra, isAfterNewest } from './findEra.ts';

test.each([
  ['6.12', '6.12'],
  ['6.11.4', '6.11'],
  ['6.12.15-amd64', '6.12.0'],
  ['6.12.116', '6.12.0'],
  ['6.12.117-p2p', '6.12'],
  ['6.13.2', '6.12'],
  ['6.1.0-18-amd64', '6.1'],
  ['5.14.21-150500.55.65-default', '5.12'],
  ['5.3.18', '5.2'],
  ['7.1.3', '7.1'],
  ['7.4', '7.1'],
  ['next', 'next'],
  ['proposal-b', 'proposal-b'],
  ['v5.10', '5.10'],
  ['5.15.153.1-microsoft-standard-WSL2', '5.15'],
])('%s belongs to %s', (release, era) => {
  expect(findEra(release)?.id).toBe(era);
});

test.each(['', 'six', '4.19.0', '2.6.32', '6', 'x6.12'])('%j has no era', (text) => {
  expect(findEra(text)).toBeNull();
});

test('rows have distinct ids, and releases stand in order', () => {
  expect(new Set(ERAS.map((era) => era.id)).size).toBe(ERAS.length);
  const releases = ERAS.flatMap((era) => (era.since ? [era.since] : []));
  const sorted = [...releases].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  expect(releases).toEqual(sorted);
  expect(() => eraOrder('9.9')).toThrow(RangeError);
});

test.each([
  ['7.1', false],
  ['7.1.9', false],
  ['7.2', true],
  ['9.0', true],
  ['next', false],
])('%s is beyond the last row: %s', (release, beyond) => {
  expect(isAfterNewest(release)).toBe(beyond);
});
