import { expect, test } from 'vitest';
import type { HullLabel } from '../../layout/hulls/labelSpot.ts';
import { hullLabel } from './hullLabel.ts';

const label: HullLabel = { at: { x: 6, y: 0 }, reaches: 'right', stands: 'above', room: 188 };

test.each([
  ['close by, it is a group', 'details', 1, 'group 12'],
  ['where only names are shown, the same', 'names', 0.7, 'group 12'],
  ['from afar it has its number', 'overview', 0.45, '12'],
  ['from farther still, nothing', 'overview', 0.2, undefined],
] as const)('%s', (_, detail, k, text) => {
  expect(hullLabel(12, label, detail, k)?.text).toBe(text);
});

test('small marks have no label, nor has what is too narrow', () => {
  expect(hullLabel(12, null, 'details', 1)).toBeNull();
  expect(hullLabel(12, { ...label, room: 40 }, 'details', 1)).toBeNull();
  expect(hullLabel(12, { ...label, room: 40 }, 'overview', 0.6)?.text).toBe('12');
});

test.each([
  ['above', 'right'],
  ['above', 'left'],
  ['below', 'right'],
  ['below', 'left'],
] as const)('it stands %s the line and reaches to the %s', (stands, reaches) => {
  const tag = hullLabel(12, { ...label, stands, reaches }, 'overview', 0.45);
  if (!tag) throw new Error('no label');
  // Of the 4 units between outline and box it takes no more than there are.
  const over = stands === 'above' ? tag.y + tag.height : -tag.y;
  expect(over).toBeLessThanOrEqual(4 * 0.45);
  expect(tag.x).toBe(reaches === 'right' ? 0 : -tag.width);
});
