import { expect, test } from 'vitest';
import { savedWords, sizeWords } from './earlierWords.ts';

test('when it was kept, by the clock on the wall', () => {
  const savedAt = Date.UTC(2025, 9, 5, 22, 14);
  expect(savedWords({ savedAt }, 'UTC')).toBe('Oct 5, 2025, 22:14');
  expect(savedWords({ savedAt }, 'Asia/Tokyo')).toBe('Oct 6, 2025, 07:14');
  expect(savedWords({ savedAt: 0 })).toBe('time not known');
});

test('how large it is, where that is known', () => {
  expect(sizeWords({ functions: 2150 })).toBe('2,150 functions');
  expect(sizeWords({ functions: 1 })).toBe('1 function');
  expect(sizeWords({ functions: null })).toBeNull();
});
