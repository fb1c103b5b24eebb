import { bench, describe } from 'vitest';
import { anySketch } from './anySketch.testkit.ts';
import { readSketch } from './readSketch.ts';
import { writeSketch } from './writeSketch.ts';

/** Some sketches one after the other, with their names told apart, up to that many lines. */
function longSketch(lines: number): string {
  const all: string[] = [];
  for (let seed = 1; all.length < lines; seed++) {
    const tree = anySketch(seed)
      .split('\n')
      .filter((line) => /^(?:host|socket|orphans| )/.test(line) && !/slot=/.test(line));
    all.push(...tree.map((line) => line.replace(/\b([ph]\d+)\b/, `$1-${seed}`)));
  }
  return all.slice(0, lines).join('\n');
}

describe('a sketch of 5,000 lines', () => {
  const text = longSketch(5_000);
  const { machine } = readSketch(text, null);

  bench('baseline: the text split into lines', () => {
    text.split('\n');
  });
  bench('read', () => {
    readSketch(text, null);
  });
  bench('read with its document, as at every keystroke', () => {
    readSketch(text, machine);
  });
  bench('written', () => {
    writeSketch(machine);
  });
});
