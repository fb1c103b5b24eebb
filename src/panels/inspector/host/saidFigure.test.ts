import { expect, test } from 'vitest';
import { UNKNOWN } from '../../../base/unknown.ts';
import { type Figure, UNKNOWN_FIGURE } from '../../../catalogue/figure.ts';
import { saidFigure } from './saidFigure.ts';

const source = { title: 'a page', url: null, quality: 'measured' } as const;
const figure: Figure<number> = { value: 100, source };

test.each([
  ['stated otherwise', 90, figure, { kind: 'stated', value: 90 }],
  ['stated as the catalogue has it', 100, figure, { kind: 'catalogue', value: 100, source }],
  ['not stated', null, figure, { kind: 'catalogue', value: 100, source }],
  ['unknown in the document', UNKNOWN, figure, { kind: 'catalogue', value: 100, source }],
  ['stated, no part', 90, null, { kind: 'stated', value: 90 }],
  ['nobody says', null, UNKNOWN_FIGURE, { kind: 'unknown' }],
  ['nobody says, no part', null, null, { kind: 'unknown' }],
] as const)('%s', (_, stated, known, said) => {
  expect(saidFigure<number>(stated, known)).toEqual(said);
});

test('a stated no is a statement', () => {
  expect(saidFigure<boolean>(false, { value: true, source })).toEqual({
    kind: 'stated',
    value: false,
  });
});
