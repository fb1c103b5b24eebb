import { expect, test } from 'vitest';
import { USUAL_MAPPING } from '../../../engine/mapping/mappingOptions.ts';
import { chainTexts } from './chainTexts.ts';

const step = (call: string, text: string) => ({ call, file: 'a file', text });

test('every sentence is where it belongs, and a term stands out once', () => {
  const texts = chainTexts({
    chosen: {
      kind: 'iommu-dma',
      inner: 'iommu-dma',
      chain: [step('a()', 'First.'), step('b()', 'One IOVA range.')],
      capability: { answer: 'yes', text: 'iommu-dma knows of peers.' },
      structPages: 'Needed.',
    },
    options: USUAL_MAPPING,
    entries: [],
    remarks: ['An IOVA is assumed.'],
  });
  expect(texts).toEqual({
    title: [
      { text: 'iommu-dma', term: 'iommuDma' },
      { text: ' maps for', term: null },
    ],
    calls: [
      [{ text: 'First.', term: null }],
      [
        { text: 'One ', term: null },
        { text: 'IOVA', term: 'iova' },
        { text: ' range.', term: null },
      ],
    ],
    capability: [{ text: 'iommu-dma knows of peers.', term: null }],
    structPages: [{ text: 'Needed.', term: null }],
    remarks: [[{ text: 'An IOVA is assumed.', term: null }]],
  });
});
