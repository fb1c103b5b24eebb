import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectFormat, readAs } from '../../formats/readAny.ts';
import { checkMachine } from './checkMachine.ts';

const DATA = new URL('../../../data/', import.meta.url);
const files = readdirSync(DATA).filter((name) => /\.(sketch|peerlane\.json)$/.test(name));

test('machines to start from are possible ones', () => {
  expect(files.length).toBeGreaterThan(2);
  for (const name of files) {
    const text = readFileSync(new URL(name, DATA), 'utf8');
    const read = readAs(detectFormat(text), text);
    if (!read?.ok) throw new Error(`${name} cannot be read`);
    const errors = checkMachine(read.value.machine).filter(({ severity }) => severity === 'error');
    expect([name, errors.map((check) => check.text)]).toEqual([name, []]);
  }
});
