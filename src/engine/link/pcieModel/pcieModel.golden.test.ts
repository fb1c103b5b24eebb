import { describe, expect, test } from 'vitest';
import { type GoldenRow, generationOfRow, goldenRows, numberOf } from '../goldenLinks.testkit.ts';
import { gtsOf } from '../pcieGeneration.ts';
import { pcieModelFigures } from './pcieModelFigures.ts';
import { pcieModelIntervals } from './pcieModelIntervals.ts';

/** Columns say what was asked; all others are figures that have to come out. */
const ASKED = [
  'gen lanes addr ecrc mps mrrs rcb rcb_chunks size', // of transfers
].flatMap((names) => names.split(' '));

/** The tables hold six decimals: half of the last one may be rounding, the rest is ours to explain. */
const ROUNDING = 0.5e-6;
const RELATIVE = 1e-6;

/** Columns of a row whose figure is not the expected one, with both. */
function differences(row: GoldenRow): readonly string[] {
  const ours = answer(row);
  return Object.keys(row)
    .filter((key) => !ASKED.includes(key))
    .filter((key) => {
      const wanted = numberOf(row, key);
      return !(Math.abs((ours[key] ?? Number.NaN) - wanted) <= RELATIVE * wanted + ROUNDING);
    })
    .map((key) => `${key} of ${JSON.stringify(row)}: ${ours[key]}`);
}

const gbps = (bytesPerSecond: number): number => (bytesPerSecond * 8) / 1e9;

/** Our figures by the names of the tables. */
function answer(row: GoldenRow): Readonly<Record<string, number>> {
  const generation = generationOfRow(row);
  const rate = { gts: gtsOf(generation), width: numberOf(row, 'lanes') };
  const maxPayload = numberOf(row, 'mps');
  const isTransfer = 'size' in row;
  const figures = pcieModelFigures({
    rate,
    maxPayload,
    sizeBytes: isTransfer ? numberOf(row, 'size') : 4096,
    maxReadRequest: isTransfer ? numberOf(row, 'mrrs') : 512,
    readCompletionBoundary: isTransfer ? numberOf(row, 'rcb') : 64,
    addressBits: row.addr === 32 ? 32 : 64,
    ecrc: row.ecrc === 1,
    completions: row.rcb_chunks === true ? 'rcb' : 'mps',
    linkEfficiency: 1,
    dllpsPerTlp: 1,
  });
  if (!figures) throw new Error('no figures');
  return {
    gts: rate.gts,
    ...pcieModelIntervals(generation, rate.width, maxPayload),
    raw_gbps: gbps(figures.raw),
    tlp_gbps: gbps(figures.tlp),
    write_gbps: gbps(figures.write.bytesPerSecond),
    read_gbps: gbps(figures.read.bytesPerSecond),
    read_reqdir_raw_gbps: gbps(figures.requests),
    rw_read_gbps: gbps(figures.both.bytesPerSecond),
    rw_write_gbps: gbps(figures.both.bytesPerSecond),
    rw_tx_raw_gbps: gbps(figures.pairs.fromDevice),
    rw_rx_raw_gbps: gbps(figures.pairs.toDevice),
  };
}

describe('the pcie-model of SIGCOMM 2018, every figure of every row', () => {
  test.each([
    ['pciemodel_gen3x8', 160],
    ['pciemodel_link', 252],
    ['pciemodel_sweep', 1470],
  ] as const)('%s: %i rows', (table, count) => {
    const rows = goldenRows(table);
    expect(rows).toHaveLength(count);
    expect(rows.flatMap(differences)).toEqual([]);
  });
});
