import { expect, test } from 'vitest';
import type { LinkQuestion } from '../linkFigures.ts';
import { pcieModelFigures } from './pcieModelFigures.ts';

const GEN3_X8: LinkQuestion = {
  rate: { gts: 8, width: 8 },
  sizeBytes: 512,
  maxPayload: 256,
  maxReadRequest: 512,
  readCompletionBoundary: 64,
  completions: 'mps',
  addressBits: 64,
  ecrc: false,
  linkEfficiency: 1,
  dllpsPerTlp: 1,
};

const gbps = (bytesPerSecond = Number.NaN) => ((bytesPerSecond * 8) / 1e9).toFixed(3);

test('Gen3 x8, 512 bytes', () => {
  const found = pcieModelFigures(GEN3_X8);
  expect([
    gbps(found?.raw),
    gbps(found?.tlp),
    gbps(found?.write.bytesPerSecond),
    gbps(found?.read.bytesPerSecond),
    gbps(found?.both.bytesPerSecond),
  ]).toEqual(['63.015', '57.885', '52.923', '53.690', '50.748']);
});

test('the parts of the wire are all of the link', () => {
  const found = pcieModelFigures(GEN3_X8);
  for (const load of [found?.write, found?.read, found?.both]) {
    const parts = Object.values(load?.wire ?? {}).reduce((sum, each) => sum + each, 0);
    expect(parts).toBeCloseTo(found?.raw ?? 0, 0);
  }
});

test('neither a link that is down nor a rate of no generation has figures', () => {
  expect(pcieModelFigures({ ...GEN3_X8, rate: { gts: 8, width: 0 } })).toBeNull();
  expect(pcieModelFigures({ ...GEN3_X8, rate: { gts: 10, width: 8 } })).toBeNull();
});
