import { expect, test } from 'vitest';
import { hullLabel } from './hullLabel.ts';

const piece = { bounds: { x: 0, y: 0, width: 200, height: 60 } };

test.each([
  ['as it is, a card says what it is', 1, 'group 12'],
  ['from afar it has its number', 0.45, '12'],
  ['from farther still, nothing', 0.2, undefined],
])('%s', (_, k, text) => {
  expect(hullLabel(12, piece, k)?.text).toBe(text);
});

test('small marks have no label', () => {
  expect(hullLabel(12, { bounds: { x: 0, y: 0, width: 120, height: 12 } }, 1)).toBeNull();
});
