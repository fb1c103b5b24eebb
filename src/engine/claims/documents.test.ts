import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocument } from '../../formats/read/readDocument.ts';
import { C, D, E, F } from './claimLists.testkit.ts';
import { switchAndRootPorts, twoHostBridges } from './claimMachines.testkit.ts';

test.each([
  ['switch-and-root-ports', switchAndRootPorts()],
  ['two-host-bridges', twoHostBridges()],
])('the document %s is the machine that the claims are shown on', (name, machine) => {
  const file = new URL(`../../../fixtures/claims/${name}.peerlane.json`, import.meta.url);
  // Of schema 1, as they were published: old documents open forever.
  const read = readDocument(readFileSync(file, 'utf8'));
  expect(read.ok && read.value.machine).toEqual(machine);
});

test.each([
  ['one-switch-nvme-nic', C],
  ['root-ports-nvme-nic', D],
  ['vmd-domain', E],
  ['bus-offset', F],
])('the document %s is the machine that lists are mapped on', (name, machine) => {
  const file = new URL(`../../../fixtures/claims/${name}.peerlane.json`, import.meta.url);
  const read = readDocument(readFileSync(file, 'utf8'));
  expect(read.ok && read.value.machine).toEqual(JSON.parse(JSON.stringify(machine)));
});

test('each row of docs/claims.md has its test, and each test its row', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const rows = read('../../../docs/claims.md').match(/^\| \d+-\d+ /gm) ?? [];
  const tests = ['seed0', 'seed1', 'seed2', 'seed3', 'seed4'].flatMap(
    (name) => read(`./${name}.test.ts`).match(/^describe\('\d+-\d+/gm) ?? [],
  );
  const numbers = (found: readonly string[]) =>
    found.map((text) => /\d+-\d+/.exec(text)?.[0]).toSorted();
  expect(numbers(rows)).toHaveLength(48);
  expect(numbers(tests)).toEqual(numbers(rows));
});
