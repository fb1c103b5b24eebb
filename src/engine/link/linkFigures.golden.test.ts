import { expect, test } from 'vitest';
import { type GoldenRow, generationOfRow, goldenRows, numberOf } from './goldenLinks.testkit.ts';
import { linkFigures } from './linkFigures.ts';
import { gtsOf } from './pcieGeneration.ts';
import { tlpOverhead } from './tlpBytes.ts';

/** The table holds five decimals of GB/s. */
const rounded = (bytesPerSecond: number): number => Number((bytesPerSecond / 1e9).toFixed(5));

function figuresOfRow(row: GoldenRow): Readonly<Record<string, number>> {
  const generation = generationOfRow(row);
  const maxPayload = numberOf(row, 'mps');
  const form = { addressBits: numberOf(row, 'hdr_dw') === 4 ? 64 : 32, ecrc: false } as const;
  const found = linkFigures({
    rate: { gts: gtsOf(generation), width: numberOf(row, 'width') },
    sizeBytes: maxPayload,
    maxPayload,
    maxReadRequest: 512,
    readCompletionBoundary: 64,
    completions: 'mps',
    ...form,
    linkEfficiency: 1,
    dllpsPerTlp: 1,
  });
  if (!found) throw new Error('no such link');
  return {
    raw_GBps: rounded(found.raw),
    tlp_overhead_B: tlpOverhead(generation, 'write', form),
    write_uni_GBps: rounded(found.write.bytesPerSecond),
    write_bidir_per_dir_GBps: rounded(found.opposed.bytesPerSecond),
  };
}

test('280 links by the specification, to the last digit given', () => {
  const rows = goldenRows('spec_link');
  expect(rows).toHaveLength(280);
  expect(rows.map((row) => ({ ...row, ...figuresOfRow(row) }))).toEqual(rows);
});
