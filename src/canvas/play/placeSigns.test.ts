import { expect, test } from 'vitest';
import { signRect } from './placeSign.ts';
import { placeSigns } from './placeSigns.ts';

const room = { x: 0, y: 0, width: 800, height: 400 };
const iommu = (x: number, y: number) => ({ at: { x, y }, word: 'IOMMU' });
const ram = (x: number, y: number) => ({ at: { x, y }, word: 'RAM' });

test('with room each is at its place', () => {
  const aside = [iommu(200, 200), ram(344, 200)];
  const below = [iommu(200, 200), ram(200, 344)];
  for (const outward of ['up', 'left'] as const) {
    for (const signs of [aside, below]) {
      const rects = placeSigns(signs, outward, room);
      expect(rects).toEqual(signs.map(({ at }) => signRect(at, outward)));
    }
  }
});

test('close together they stand beside one another, about the same middle', () => {
  const [first, second] = placeSigns([iommu(200, 200), ram(217, 200)], 'up', room);
  expect(first).toMatchObject({ x: 152.5, width: 54 });
  expect(second).toMatchObject({ x: 210.5, width: 54 });
  const [upper, lower] = placeSigns([iommu(200, 200), ram(200, 208)], 'left', room);
  expect((lower?.y ?? 0) - (upper?.y ?? 0)).toBe(22);
});

test('what is seen stays on the sheet, and what is not stays away', () => {
  const [top] = placeSigns([iommu(5, 10)], 'up', room);
  expect(top).toMatchObject({ x: 4, y: 4 });
  const [left, below] = placeSigns([iommu(20, 390), ram(20, 395)], 'left', room);
  expect(left?.x).toBe(4);
  expect((below?.y ?? 0) + (below?.height ?? 0)).toBe(396);
  const away = iommu(-200, -100);
  expect(placeSigns([away], 'up', room)).toEqual([signRect(away.at, 'up')]);
});

test('a place that a way comes by twice has one sign', () => {
  const [there, back] = placeSigns([iommu(200, 200), iommu(200, 200)], 'up', room);
  expect(back).toEqual(there);
});
