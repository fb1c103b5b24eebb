import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { answerToSketch } from './compareMeasured.ts';
import { SIMULATED_CASES, type SimulatedCase } from './simulatedCases.ts';

const COMPARED = new URL('../../../fixtures/throughput/simulatedCompared.json', import.meta.url);

/** GB/s: of all flows, of the slowest and of the fastest. */
function computed({ sketch, options }: SimulatedCase): readonly number[] {
  const rates = answerToSketch(sketch, options).flows.map(
    ({ bytesPerSecond }) => (bytesPerSecond ?? Number.NaN) / 1e9,
  );
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  return [total, Math.min(...rates), Math.max(...rates)];
}

test.each(SIMULATED_CASES)('$title', (each) => {
  const found = computed(each);
  for (const [at, simulated] of [each.total, each.least, each.most].entries()) {
    const error = Math.abs((found[at] ?? Number.NaN) / simulated - 1);
    expect([found, error <= each.apart]).toEqual([found, true]);
  }
});

test('simulatedCompared.json has what is computed', async () => {
  const lines = SIMULATED_CASES.map((each) => {
    const { title, total, least, most } = each;
    const found = computed(each).map((value) => Number(value.toPrecision(4)));
    return JSON.stringify({ title, simulated: [total, least, most], computed: found });
  });
  await expect(
    `[\n${lines.join(',\n')}\n]\n`,
    'differs; if it should: npx vitest run src/verify/throughput -u',
  ).toMatchFileSnapshot(fileURLToPath(COMPARED));
});
