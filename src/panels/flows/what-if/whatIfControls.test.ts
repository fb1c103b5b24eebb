import { expect, test } from 'vitest';
import { USUAL_THROUGHPUT } from '../../../engine/flows/throughputOptions.ts';
import { conditionsWords, unusualOptions } from '../chart/optionWords.ts';
import { aReport } from '../chart/reports.testkit.ts';
import { asUsual, WHAT_IF_CONTROLS } from './whatIfControls.ts';

const names = Object.keys(USUAL_THROUGHPUT);

test('everything can be turned, once', () => {
  expect(WHAT_IF_CONTROLS.map(({ name }) => name).sort()).toEqual([...names].sort());
});

test.each(WHAT_IF_CONTROLS.map((control) => [control.name, control] as const))(
  '%s: each stop is reached, read back and named, and leads back to the usual',
  (name, control) => {
    const words = new Set<string>();
    for (let stop = 0; stop < control.count; stop++) {
      const options = control.set(USUAL_THROUGHPUT, stop);
      expect(control.at(options)).toBe(stop);
      words.add(control.words(stop));
      expect(asUsual(options, name)).toBe(USUAL_THROUGHPUT);
    }
    expect(words.size).toBe(control.count);
    // What is usual is a stop.
    expect(control.set(USUAL_THROUGHPUT, control.at(USUAL_THROUGHPUT))).toBe(USUAL_THROUGHPUT);
  },
);

test('a value between stops stands at the one below', () => {
  const tags = WHAT_IF_CONTROLS.find(({ name }) => name === 'tags');
  expect(tags?.words(tags.at({ ...USUAL_THROUGHPUT, tags: 300 }))).toBe('256');
});

test('captions name what is turned', () => {
  const options = { ...USUAL_THROUGHPUT, maxPayload: 512, acsRedirect: 'on' } as const;
  expect(unusualOptions(options)).toEqual(['MPS 512 B', 'ACS redirect on']);
  expect(conditionsWords(aReport({ options }))).toBe(
    'Linux 6.12, VT-d, strict; η 0.95, K 1, MPS 512 B, ACS redirect on',
  );
});
