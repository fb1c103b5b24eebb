import { expect, test } from 'vitest';
import { USUAL_THROUGHPUT } from '../../../engine/flows/throughputOptions.ts';
import { choiceOf } from '../../beside/beside.ts';
import { flowsBeside, usualBesides } from './flowsBeside.ts';

test('a choice is called by what is other than here, and read back', () => {
  for (const choice of usualBesides(USUAL_THROUGHPUT)) {
    const beside = flowsBeside(choice, USUAL_THROUGHPUT, null);
    expect(beside.title).not.toBe('the same');
    expect(choiceOf(beside)).toEqual(choice);
  }
});

test('the questions asked most, from here', () => {
  const titles = (options: typeof USUAL_THROUGHPUT) =>
    usualBesides(options).map((choice) => flowsBeside(choice, options, null).title);
  expect(titles(USUAL_THROUGHPUT)).toEqual([
    'ACS redirect on',
    'IOMMU off',
    'IOMMU strict',
    'MPS 512 B',
    'η 0.98',
    'Linux 5.10',
  ]);
  expect(titles({ ...USUAL_THROUGHPUT, acsRedirect: 'on' })[0]).toBe('ACS redirect off');
});
