import { expect, test } from 'vitest';
import { isNamedSketch, readAs } from './readAny.ts';

test('the name of a file says that it is a sketch', () => {
  expect(['a.sketch', 'A.SKETCH', 'a.sketch.gz'].map(isNamedSketch)).toEqual([true, true, true]);
  expect(['sketch', 'a.sketch.txt', '-'].map(isNamedSketch)).toEqual([false, false, false]);
});

test.each(['', '\n', '# nothing yet\n'])('%j read as a sketch is an empty machine', (text) => {
  const read = readAs('sketch', text);
  expect(read?.ok && read.value.machine.functions).toEqual([]);
});
