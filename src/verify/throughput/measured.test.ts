import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { USUAL_THROUGHPUT } from '../../engine/flows/throughputOptions.ts';
import {
  type Comparison,
  compareMeasured,
  type Measurement,
  medianError,
} from './compareMeasured.ts';
import { MEASURED_ROWS, SHOWN_KINDS, UNDRAWN } from './measuredRows.ts';

const FOLDER = new URL('../../../fixtures/throughput/', import.meta.url);
const { rows } = JSON.parse(readFileSync(new URL('measured.json', FOLDER), 'utf8')) as {
  readonly rows: readonly Measurement[];
};
const compared = compareMeasured(rows);
/** What the best of the machines reach. */
const BEST = { ...USUAL_THROUGHPUT, linkEfficiency: 0.98 };

const errorsOf = (all: readonly Comparison[], kind: string) =>
  all.flatMap((row) => (row.kind === kind && row.isCounted ? (row.error ?? []) : []));
const medians = (all: readonly Comparison[]) =>
  Object.fromEntries(
    ['link', 'sharing', 'host', 'acs', 'rc'].map((kind) => [
      kind,
      Number((medianError(errorsOf(all, kind)) ?? Number.NaN).toPrecision(3)),
    ]),
  );

test('every row is drawn, or it is said why not; none twice', () => {
  const ids = [...MEASURED_ROWS.map(({ id }) => id), ...Object.keys(UNDRAWN)];
  expect([...ids].sort()).toEqual(rows.map(({ id }) => id).sort());
});

describe.each([
  ['link', 0.05],
  ['sharing', 0.1],
  ['host', 0.1],
  ['acs', 0.1],
  ['rc', 0.2],
] as const)('%s', (kind, most) => {
  const errors = errorsOf(compared, kind);

  test(`the median error is at most ${most * 100} %`, () => {
    expect(errors.length).toBeGreaterThan(0);
    expect(medianError(errors)).toBeLessThanOrEqual(most);
  });
});

test('kinds that are not counted never are', () => {
  const shown = compared.filter(({ kind }) => kind in SHOWN_KINDS);
  expect(shown.filter(({ isCounted }) => isCounted)).toEqual([]);
});

test('all-to-all is too fast if anything: waiting in queues is what is left out', () => {
  const errors = compared.flatMap(({ kind, error }) => (kind === 'incast' ? (error ?? []) : []));
  expect(errors).toHaveLength(8);
  expect(Math.min(...errors)).toBeGreaterThan(-0.05);
  expect(medianError(errors)).toBeLessThanOrEqual(0.4);
});

test('what hardware spoils is warned of', () => {
  const spoilt = compared.filter(({ kind }) => ['pathology', 'incast', 'ordering'].includes(kind));
  expect(spoilt.filter(({ isWarned }) => !isWarned)).toEqual([]);
  // A warning where nothing is wrong would be none.
  const links = compared.filter(({ kind }) => kind === 'link');
  expect(links.filter(({ isWarned }) => isWarned)).toEqual([]);
});

test('a platform’s figure that several rows share predicts each from the others', () => {
  const errors = compared.flatMap(({ id, fromOthers }) => {
    const gbps = rows.find((row) => row.id === id)?.gbps ?? Number.NaN;
    return fromOthers === null ? [] : [fromOthers / gbps - 1];
  });
  expect(errors.length).toBeGreaterThanOrEqual(4);
  expect(medianError(errors)).toBeLessThanOrEqual(0.2);
});

test('compared.json has what is computed', async () => {
  const digits = (value: number | null) => (value === null ? null : Number(value.toPrecision(4)));
  const text = compared.map(({ predicted, fromOthers, error: _, ...row }) =>
    JSON.stringify({ ...row, predicted: digits(predicted), fromOthers: digits(fromOthers) }),
  );
  const { linkEfficiency, dllpsPerTlp } = USUAL_THROUGHPUT;
  const best = JSON.stringify(medians(compareMeasured(rows, BEST)));
  const head = `"linkEfficiency": ${linkEfficiency}, "dllpsPerTlp": ${dllpsPerTlp}, "mediansAt98": ${best}`;
  await expect(
    `{ ${head}, "rows": [\n${text.join(',\n')}\n] }\n`,
    'differs; if it should: npx vitest run src/verify/throughput -u',
  ).toMatchFileSnapshot(fileURLToPath(new URL('compared.json', FOLDER)));
}, 120_000);
