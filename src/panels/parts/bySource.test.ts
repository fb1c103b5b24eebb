import { expect, test } from 'vitest';
import type { Source } from '../../catalogue/figure.ts';
import { bySource } from './bySource.ts';
import type { FigureRow } from './figureRow.ts';

const a: Source = { title: 'a', url: null, quality: 'datasheet' };
const b: Source = { ...a, quality: 'report' };
const row = (name: string, source: Source | null): FigureRow => ({ name, values: [], source });

test('figures of one source stand together; what is unknown comes last', () => {
  const rows = [row('1', a), row('2', null), row('3', b), row('4', { ...a }), row('5', null)];
  const said = bySource(rows).map((group) => [group.source, group.rows.map(({ name }) => name)]);
  expect(said).toEqual([
    [a, ['1', '4']],
    [b, ['3']],
    [null, ['2', '5']],
  ]);
});
