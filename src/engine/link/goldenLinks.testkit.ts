import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { PCIE_GENERATIONS, type PcieGeneration } from './pcieGeneration.ts';

const FOLDER = new URL('../../../fixtures/golden/link/', import.meta.url);

/** A row of one of the tables in `fixtures/golden/link`: what was asked, and each figure by its name. */
export type GoldenRow = Readonly<Record<string, number | string | boolean>>;

export function goldenRows(
  table: 'pciemodel_gen3x8' | 'pciemodel_link' | 'pciemodel_sweep' | 'spec_link',
): readonly GoldenRow[] {
  const text = gunzipSync(readFileSync(new URL(`${table}.json.gz`, FOLDER))).toString();
  const { rows }: { readonly rows: readonly GoldenRow[] } = JSON.parse(text);
  return rows;
}

/** A number of a row; one that is not there is a mistake of the test. */
export function numberOf(row: GoldenRow, key: string): number {
  const value = Number(String(row[key]).replace(/^(gen|x)/, ''));
  if (Number.isNaN(value)) throw new Error(`${key} of the row is ${row[key]}`);
  return value;
}

export function generationOfRow(row: GoldenRow): PcieGeneration {
  const found = PCIE_GENERATIONS.find((each) => each === numberOf(row, 'gen'));
  if (!found) throw new Error(`no generation ${row.gen}`);
  return found;
}
