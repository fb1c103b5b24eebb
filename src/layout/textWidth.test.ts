import { expect, test } from 'vitest';
import { fitLines, fitText, textWidth } from './textWidth.ts';

test('figures are all as wide; words as wide as in Source Sans 3', () => {
  expect(textWidth('0000:03:00.0', 'bdf')).toBeCloseTo(12 * 0.6 * 12);
  // Measured in a browser: 164.58 at 13 px and weight 500, without kerning.
  expect(textWidth('AVATo NVIDIA Tesla P100 PCIe', 'title')).toBeCloseTo(164.58, 1);
});

test('a text that does not fit ends in an ellipsis, within the width', () => {
  const cut = fitText('Samsung NVMe SSD Controller', 'title', 100);
  expect(cut).toMatch(/^Samsung .*\S…$/);
  expect(textWidth(cut, 'title')).toBeLessThanOrEqual(100);
  expect(fitText('drive', 'title', 100)).toBe('drive');
  expect(fitText('drive', 'title', 3)).toBe('');
  expect(fitText('x'.repeat(1e6), 'title', 100).length).toBeLessThan(30);
});

test('two lines break at a space; a single long word is cut', () => {
  expect(fitLines('Samsung NVMe SSD Controller PM9A1', 'title', 150)).toEqual([
    'Samsung NVMe SSD',
    'Controller PM9A1',
  ]);
  expect(fitLines('drive', 'title', 150)).toEqual(['drive']);
  expect(fitLines('x'.repeat(99), 'title', 100)).toHaveLength(1);
  for (const line of fitLines('𝕏'.repeat(300), 'title', 100)) {
    expect(textWidth(line, 'title')).toBeLessThanOrEqual(100);
  }
});
