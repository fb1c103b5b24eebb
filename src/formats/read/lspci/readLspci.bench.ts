import { bench, describe } from 'vitest';
import { hex } from '../../../base/hex.ts';
import { Random } from '../../../base/random.ts';
import { GOLDEN_DUMPS, goldenDump, wordsOf } from './goldenDumps.testkit.ts';
import { mutateDump } from './mutateDump.testkit.ts';
import { readLspci } from './readLspci.ts';

const SIZE = 5_000_000;

/** Golden dumps one after the other, each in a domain of its own, up to 5 MB. */
function bigDump(part: (dump: string) => string): string {
  const parts: string[] = [];
  for (let size = 0, domain = 0; size < SIZE; domain += 1) {
    const name = GOLDEN_DUMPS[domain % GOLDEN_DUMPS.length] ?? '';
    const dump = part(goldenDump(name)).replace(
      /^([\da-f]{2}:[\da-f]{2}\.\d) /gm,
      `${hex(domain, 4)}:$1 `,
    );
    parts.push(dump);
    size += dump.length;
  }
  return parts.join('\n');
}

const LINE = /^\s*(?:[\da-f]{2}:[\da-f]{2}\.\d|[\da-f]{2,3}: )/i;

/** The least that any reader has to do: take the lines apart and look at each once. */
const baseline = (text: string): number =>
  text.split('\n').filter((line) => LINE.test(line)).length;

describe.each([
  ['words and bytes', bigDump((dump) => dump)],
  ['words', bigDump(wordsOf)],
])('5 MB of %s', (_, dump) => {
  bench('baseline: one expression per line', () => {
    baseline(dump);
  });
  bench('readLspci', () => {
    readLspci(dump);
  });
});

describe('damaged dumps', () => {
  const random = new Random(7);
  const mutants = Array.from({ length: 200 }, () =>
    mutateDump(goldenDump(random.pick(GOLDEN_DUMPS)).slice(0, 60_000), random),
  );
  let next = 0;
  bench('one after the other; see the column max', () => {
    readLspci(mutants[next % mutants.length] ?? '');
    next += 1;
  });
});
