import { expect, test } from 'vitest';
import { termParts } from './termParts.ts';

const marked = (...texts: readonly string[]) =>
  termParts(texts).map((parts) =>
    parts.map(({ text, term }) => (term === null ? text : `[${text}|${term}]`)).join(''),
  );

test.each([
  ['No term here.', 'No term here.'],
  ['One IOVA range.', 'One [IOVA|iova] range.'],
  ['dev->dma_ops is NULL.', '[dev->dma_ops|dmaMapOps] is NULL.'],
  ['by iommu-dma, and iommu-dma again', 'by [iommu-dma|iommuDma], and iommu-dma again'],
  ['IOVAs and an identity', 'IOVAs and an [identity|identityDomain]'],
  ['iommu_dma_ops', 'iommu_dma_ops'],
  ['', ''],
])('%s', (text, expected) => {
  expect(marked(text)).toEqual([expected]);
});

test('a term is explained once in the whole view', () => {
  expect(marked('an IOVA', 'an IOVA')).toEqual(['an [IOVA|iova]', 'an IOVA']);
  expect(marked('dev->dma_ops, a table of operations')).toEqual([
    '[dev->dma_ops|dmaMapOps], a table of operations',
  ]);
});

test('what stands elsewhere is not explained again', () => {
  expect(termParts(['an IOVA'], ['iova'])).toEqual([[{ text: 'an IOVA', term: null }]]);
});
