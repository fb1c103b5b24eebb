import { expect, test } from 'vitest';
import { Random } from '../base/random.ts';
import { settle } from '../build/settle.ts';
import { anySketch } from './anySketch.testkit.ts';
import { readSketch } from './readSketch.ts';
import { writeSketch } from './writeSketch.ts';

const MUTANTS = 2_000;
/** How many different texts they are made from. */
const TEXTS = 25;
/** Every so many are settled and written as well. */
const WHOLE = 20;

const ODD = [
  '"',
  '=',
  ':',
  '#',
  '\t',
  ' ',
  ',',
  '(',
  '@',
  '\\',
  '\r',
  '\u00a0',
  '?',
  '-',
  '0',
  'é',
];

/** One slip of the pen: in a character, a word, a line or an indentation. */
function mutated(text: string, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  const words = line.split(' ');
  const word = random.below(words.length);
  const place = random.below(line.length + 1);
  const put = (...now: readonly string[]) => lines.toSpliced(at, 1, ...now).join('\n');
  switch (random.below(12)) {
    case 0:
      return put(line.slice(0, place) + line.slice(place + 1));
    case 1:
      return put(line.slice(0, place) + random.pick(ODD) + line.slice(place));
    case 2:
      return put(
        line.slice(0, place) +
          line
            .slice(place, place + 2)
            .split('')
            .reverse()
            .join('') +
          line.slice(place + 2),
      );
    case 3:
      return put(words.toSpliced(word, 1).join(' '));
    case 4:
      return put(words.toSpliced(word, 0, words[word] ?? '').join(' '));
    case 5:
      return put(words.toSpliced(word, 1, random.pick(words)).join(' '));
    case 6:
      return put();
    case 7:
      return put(line, line);
    case 8:
      return put(random.pick(lines), line);
    case 9:
      return put(` ${line}`);
    case 10:
      return put(line.replace(/^ +/, ' '.repeat(random.below(9))));
    default:
      return text.slice(0, random.below(text.length));
  }
}

test(`${MUTANTS} damaged sketches: none throws, every mistake has its line and its place in it`, () => {
  const random = new Random(5);
  const texts = Array.from({ length: TEXTS }, (_, index) => anySketch(1000 + index));
  let mistakes = 0;
  for (let mutant = 0; mutant < MUTANTS; mutant++) {
    let text = random.pick(texts);
    for (let slip = 0; slip <= random.below(3); slip++) text = mutated(text, random);
    const { machine, problems, lineOf } = readSketch(text, null);
    const lines = text.split('\n');
    for (const problem of problems) {
      mistakes++;
      const line = lines[problem.line - 1];
      const isInside =
        line !== undefined &&
        problem.from >= 0 &&
        problem.from <= problem.to &&
        problem.to <= line.length;
      expect([text, problem, isInside]).toEqual([text, problem, true]);
      expect(problem.where).toBe(`${problem.line}:${problem.from + 1}`);
    }
    for (const line of lineOf.values()) {
      if (line < 1 || line > lines.length) throw new Error(`line ${line} of ${lines.length}`);
    }
    if (mutant % WHOLE > 0) continue;
    const { text: again } = writeSketch(settle(machine).machine);
    expect([again, readSketch(again, null).problems]).toEqual([again, []]);
  }
  expect(mistakes).toBeGreaterThan(MUTANTS / 2);
}, 120_000);
