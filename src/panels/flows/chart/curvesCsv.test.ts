import { expect, test } from 'vitest';
import { sizeAfterKey } from './crossMoves.ts';
import { curvesCsv } from './curvesCsv.ts';
import { limitAt } from './limitAt.ts';
import { someCurves } from './reports.testkit.ts';

const curves = someCurves();

test('the lowest limit that says anything at a size', () => {
  const at = (size: number) => limitAt(curves, curves.sizes.indexOf(size))?.where;
  expect(at(64)).toBe('256 tags of gpu3');
  expect(at(65536)).toBe('Gen5 x16 above gpu3, downwards');
  expect(limitAt({ ...curves, limits: [] }, 0)).toBeNull();
});

test('a row a size, a column a limit, nothing where a limit says nothing', () => {
  const [header, first, ...others] = curvesCsv(curves, 'f0').trimEnd().split('\r\n');
  expect(header).toContain(',tags: 256 tags of gpu3,iotlb: IOTLB of 64 entries');
  expect(first?.split(',').slice(0, 2)).toEqual(['f0', '64']);
  expect(others).toHaveLength(curves.sizes.length - 1);
  expect(others.at(-1)).toMatch(/,,$/);
});

test('keys go from size to size, by octaves and to the ends', () => {
  const sizes = [64, 65, 128, 256, 512, 1024];
  expect(sizeAfterKey(sizes, 0, 'ArrowRight')).toBe(1);
  expect(sizeAfterKey(sizes, 0, 'ArrowLeft')).toBe(0);
  expect(sizeAfterKey(sizes, 0, 'PageUp')).toBe(4);
  expect(sizeAfterKey(sizes, 5, 'PageDown')).toBe(2);
  expect(sizeAfterKey(sizes, 2, 'End')).toBe(5);
  expect(sizeAfterKey(sizes, 2, 'a')).toBeNull();
  expect(sizeAfterKey([], 0, 'End')).toBeNull();
});
