import { expect, test } from 'vitest';
import { shared } from './shared.ts';

test('one value, whatever it is, if all have it', () => {
  expect(shared([null, null])).toEqual({ kind: 'same', value: null });
  expect(shared(['nvme'])).toEqual({ kind: 'same', value: 'nvme' });
});

test('two of them are mixed; of nothing there is none', () => {
  expect(shared([8, 16, 8])).toEqual({ kind: 'mixed' });
  expect(shared([])).toEqual({ kind: 'none' });
});
