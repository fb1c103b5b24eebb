import { bench, describe } from 'vitest';
import { hex } from '../../../base/hex.ts';
import { GOLDEN_DUMPS, goldenDump, wordsOf } from './goldenDumps.testkit.ts';
import { mutants } from './mutateDump.testkit.ts';
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

describe('2,000 damaged dumps, one a turn; the worst is the column max', () => {
  const texts = [...mutants(2000, 20260)];
  const turns = { iterations: texts.length, time: 0, warmupIterations: 100, warmupTime: 0 };
  const inTurn = (read: (text: string) => unknown) => {
    let next = 0;
    return () => {
      read(texts[next++ % texts.length] ?? '');
    };
  };
  bench('baseline: one expression per line', inTurn(baseline), turns);
  bench('readLspci', inTurn(readLspci), turns);
});
