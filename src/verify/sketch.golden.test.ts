import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { settle } from '../build/settle.ts';
import { analyze } from '../engine/analyze.ts';
import { detectFormat, readAs } from '../formats/readAny.ts';
import type { Machine } from '../model/machine.ts';
import { readSketch } from '../sketch/readSketch.ts';
import { writeCanonical, writeSketch } from '../sketch/writeSketch.ts';

/*
 * Dump → document → sketch → document: the verdicts of both documents are the same, for all pairs with
 * everything that decided them, and so are the groups.
 */

const ours = new URL('../../fixtures/golden/kernel/', import.meta.url);
const theirs = new URL('../../../shared/dumps/lspci/', import.meta.url);
const LARGEST = 20;
/** Whole verdicts are compared for so many pairs of a machine; outcomes and distances for all. */
const WHOLE = 150;

function textOf(path: URL): string {
  const bytes = readFileSync(path);
  return (path.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function read(text: string): Machine | null {
  const result = readAs(detectFormat(text), text);
  return result?.ok ? result.value.machine : null;
}

/** What a text may leave out of a captured machine; nothing else may be told. */
const MAY_DROP =
  /printed name|address(?:es)? of (?:a BAR|BARs)|windows of (?:a bridge|bridges)|capability register/;

function hasEqualVerdicts(machine: Machine): number {
  const { dropped } = writeSketch(machine);
  const { text } = writeCanonical(machine);
  expect(dropped.filter((each) => !MAY_DROP.test(each))).toEqual([]);
  const { machine: described, problems } = readSketch(text, null);
  expect(problems).toEqual([]);
  const back = settle(described).machine;
  expect(writeCanonical(back).text).toBe(text);
  const ids = machine.functions.map(({ id }) => id);
  expect(back.functions.map(({ id }) => id)).toEqual(ids);
  const [before, after] = [analyze(machine, {}), analyze(back, {})];
  expect(after.conditions).toEqual(before.conditions);
  expect(after.table(ids)).toEqual(before.table(ids));
  expect(after.groups()).toEqual(before.groups());
  const step = Math.max(1, Math.floor(ids.length ** 2 / WHOLE));
  for (let pair = 0; pair < ids.length ** 2; pair += step) {
    const provider = ids[Math.floor(pair / ids.length)];
    const client = ids[pair % ids.length];
    if (!provider || !client) continue;
    expect(after.pair(provider, client)).toEqual(before.pair(provider, client));
  }
  return ids.length ** 2;
}

describe('dumps of booted machines', () => {
  const names = readdirSync(ours).filter((name) => name.includes('.lspci.'));

  test('all of them are compared', () => expect(names.length).toBeGreaterThanOrEqual(134));

  test.each(names)('%s', (name) => {
    const machine = read(textOf(new URL(name, ours)));
    expect(machine && hasEqualVerdicts(machine)).toBeGreaterThan(0);
  });
});

const absent = !existsSync(theirs);
const title = absent ? 'real machines (SKIPPED: ../shared/dumps/lspci is absent)' : 'real machines';

describe.skipIf(absent)(title, () => {
  const largest = absent
    ? []
    : readdirSync(theirs)
        .filter((name) => /\.txt(\.gz)?$/.test(name) && !name.includes('.expected.'))
        .map((name) => ({ name, size: statSync(new URL(name, theirs)).size }))
        .sort((a, b) => b.size - a.size)
        .slice(0, LARGEST);

  test.each(largest)('$name', ({ name }) => {
    const machine = read(textOf(new URL(name, theirs)));
    expect(machine && hasEqualVerdicts(machine)).toBeGreaterThan(0);
  });
});
