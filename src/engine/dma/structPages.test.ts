import { expect, test } from 'vitest';
import { eraById } from '../kernel/eras.ts';
import { structPages } from './structPages.ts';

test.each([
  ['4.20', 'kernel', /cannot stand in one\.$/],
  ['6.18', 'kernel', /cannot stand in one\.$/],
  ['7.0', 'kernel', /by a dma-buf, which is no list\.$/],
  ['6.18', 'out-of-tree', /^No struct page is needed/],
] as const)('%s, %s', (kernel, design, text) => {
  expect(structPages(eraById(kernel).features, { design })).toMatch(text);
});
