import { expect, test } from 'vitest';
import { markedText } from './markedText.ts';

const problem = (start: number, end: number) =>
  ({ start, end, severity: 'error', text: '' }) as const;
const parts = (...problems: readonly ReturnType<typeof problem>[]) =>
  markedText('iommu=x pci=noacs', problems).map(({ text, severity }) => [text, severity]);

test('cut where problems begin and end', () => {
  expect(parts(problem(6, 7), problem(12, 17))).toEqual([
    ['iommu=', null],
    ['x', 'error'],
    [' pci=', null],
    ['noacs', 'error'],
  ]);
});

test('nothing wrong is one piece, overlaps are drawn once', () => {
  expect(parts()).toEqual([['iommu=x pci=noacs', null]]);
  expect(parts(problem(6, 10), problem(8, 12)).map(([text]) => text)).toEqual([
    'iommu=',
    'x pc',
    'i=',
    'noacs',
  ]);
});
