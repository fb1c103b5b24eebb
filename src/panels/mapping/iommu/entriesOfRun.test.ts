import { expect, test } from 'vitest';
import { type Hex64, hex64 } from '../../../base/hex.ts';
import { shownList } from '../../../layout/mapping/shownLists.testkit.ts';
import { entriesOfRun } from './entriesOfRun.ts';

const RAM = 0x3000_0000;
const at = (address: number): Hex64 => hex64(BigInt(address));

test('a call for entries side by side in memory tells of all of them', () => {
  const { entries, mapping } = shownList([
    [0x1000_0000, 0x1000],
    [RAM, 0x1000],
    [RAM + 0x1000, 0x1000],
    [RAM + 0x2000, 0x800],
  ]);
  const [first, rest] = mapping.maps;
  if (!first || !rest) throw new Error('two calls');
  const run = (iova: number, pages: number, entry: number) =>
    entriesOfRun({ iova: at(iova), pageSize: 4096, pages, entry }, entries, mapping.maps);
  expect(run(first.iova, 1, 0)).toEqual({ first: 0, last: 0 });
  expect(run(rest.iova, 3, 1)).toEqual({ first: 1, last: 3 });
  // A run of pages may end within the call.
  expect(run(rest.iova, 2, 1)).toEqual({ first: 1, last: 2 });
});

test('what goes past the IOMMU between two entries is in no page', () => {
  const { entries, mapping } = shownList([
    [RAM, 0x1000],
    [0x38_0000_0000, 0x2000, 'BUS_ADDR'],
    [0x4000_0000, 0x1000],
  ]);
  const runs = mapping.maps.map(({ iova, first }) =>
    entriesOfRun({ iova: at(iova), pageSize: 4096, pages: 1, entry: first }, entries, mapping.maps),
  );
  expect(runs).toEqual([
    { first: 0, last: 0 },
    { first: 2, last: 2 },
  ]);
});
