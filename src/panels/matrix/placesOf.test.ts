import { expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { spotOf } from './placesOf.ts';

const rows = new Map([[id('03:00.0'), 2]]);
const columns = new Map([[id('04:00.0'), 5]]);

test('a pair has a row and a column, or none where an end is open or not shown', () => {
  const at = (provider: string | null, client: string | null) =>
    spotOf(
      {
        provider: provider === null ? null : id(provider),
        client: client === null ? null : id(client),
      },
      rows,
      columns,
    );
  expect(at('03:00.0', '04:00.0')).toEqual({ row: 2, column: 5 });
  expect(at('03:00.0', null)).toEqual({ row: 2, column: -1 });
  expect(at('04:00.0', '03:00.0')).toEqual({ row: -1, column: -1 });
});
