import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  type BenchData,
  compareSizes,
  compareWindows,
  errorsOf,
  type SizeSweep,
  type WindowSweep,
} from './compareBench.ts';

const FOLDER = new URL('../../../fixtures/throughput/', import.meta.url);
const data = JSON.parse(readFileSync(new URL('pcieBench.json', FOLDER), 'utf8')) as BenchData;
const PATIENCE = 120_000;

let sweeps: { readonly sizes: readonly SizeSweep[]; readonly windows: readonly WindowSweep[] };
/** Some thousand machines: once for all tests. */
function compared(): typeof sweeps {
  sweeps ??= { sizes: compareSizes(data), windows: compareWindows(data) };
  return sweeps;
}

test.each(['read', 'write'] as const)(
  'sweeps of sizes, %s: the median error is at most a tenth',
  (operation) => {
    const sizes = compared().sizes.filter((sweep) => sweep.operation === operation);
    expect(errorsOf(sizes).count).toBe(13 * 40);
    expect(errorsOf(sizes).median).toBeLessThanOrEqual(0.1);
  },
  PATIENCE,
);

test(
  'all sweeps of sizes together: the median error is at most a tenth',
  () => {
    expect(errorsOf(compared().sizes).median).toBeLessThanOrEqual(0.1);
  },
  PATIENCE,
);

const translated = () => compared().windows.filter(({ system }) => system.endsWith('-nosp'));

test(
  'reads of 64 bytes fall at the window where they were seen to',
  () => {
    const reads = translated().filter((sweep) => sweep.operation === 'read' && sweep.size === 64);
    expect(reads).toHaveLength(4);
    for (const { system, measuredKnee, predictedKnee } of reads) {
      expect([system, predictedKnee]).toEqual([system, measuredKnee]);
    }
  },
  PATIENCE,
);

test(
  'beyond an IOTLB, the median error of each curve is at most a quarter, and so are nearly all errors',
  () => {
    for (const curve of translated()) {
      const { system, operation, size } = curve;
      const isNear = errorsOf([curve]).median <= 0.25;
      expect([system, operation, size, isNear]).toEqual([system, operation, size, true]);
    }
    const errors = translated().flatMap((curve) => curve.errors);
    expect(errors).toHaveLength(4 * 2 * 4 * 13);
    const near = errors.filter((error) => Math.abs(error) <= 0.25);
    expect(near.length / errors.length).toBeGreaterThanOrEqual(0.9);
  },
  PATIENCE,
);

test(
  'superpages lose nothing',
  () => {
    const superpages = compared().windows.filter(({ system }) => system.endsWith('-iommu'));
    expect(superpages.map(({ predictedKnee }) => predictedKnee)).toEqual(
      superpages.map(() => null),
    );
  },
  PATIENCE,
);

test(
  'benchCompared.json has what is computed',
  async () => {
    const { sizes, windows } = compared();
    const lines = [...sizes, ...windows].map(({ errors, ...sweep }) =>
      JSON.stringify({ ...sweep, errors: errors.map((error) => Math.round(error * 1000) / 1000) }),
    );
    await expect(
      `[\n${lines.join(',\n')}\n]\n`,
      'differs; if it should: npx vitest run src/verify/throughput -u',
    ).toMatchFileSnapshot(fileURLToPath(new URL('benchCompared.json', FOLDER)));
  },
  PATIENCE,
);
