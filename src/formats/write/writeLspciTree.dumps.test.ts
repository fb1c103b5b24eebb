import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readLspci } from '../read/lspci/readLspci.ts';
import { NO_MARK, writeLspciTree } from './writeLspciTree.ts';

/*
 * Trees against those of lspci itself. Other people's dumps are read where they lie, beside the
 * project; without them, only our own are compared.
 */

const ours = new URL('../../../fixtures/golden/kernel/', import.meta.url);
const theirs = new URL('../../../../shared/dumps/lspci/', import.meta.url);

/** The drawing without names: what stands behind two spaces at the end of a line. */
function structure(tree: string): string {
  return tree
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/(?<=\.[0-7]) {2}\S.*$/, '').trimEnd())
    .join('\n');
}

function drawn(dump: string): string {
  const report = readLspci(dump);
  if (!report.ok) throw new Error(`not read: ${JSON.stringify(report.error)}`);
  return writeLspciTree(report.value.machine, { name: () => 'x', mark: NO_MARK, width: 1e9 });
}

const unpacked = (folder: URL, name: string) =>
  gunzipSync(readFileSync(new URL(name, folder))).toString('utf8');

describe('our own machines', () => {
  const trees = readdirSync(ours).filter((name) => name.endsWith('.tree.txt.gz'));

  test('are all there', () => {
    expect(trees).toHaveLength(134);
  });

  test.each(trees)('%s', (name) => {
    const dump = unpacked(ours, name.replace('.tree.', '.lspci.'));
    expect(structure(drawn(dump))).toBe(structure(unpacked(ours, name)));
  });
});

const absent = !existsSync(theirs);
const title = absent ? 'real machines (SKIPPED: ../shared/dumps/lspci is absent)' : 'real machines';

test.skipIf(absent)(title, () => {
  const trees = readdirSync(theirs).filter((name) => name.endsWith('.expected.tree.txt'));
  expect(trees.length).toBeGreaterThan(20);
  for (const name of trees) {
    const dump = readFileSync(new URL(name.replace('.expected.tree', ''), theirs), 'latin1');
    const expected = readFileSync(new URL(name, theirs), 'utf8');
    expect(structure(drawn(dump)), name).toBe(structure(expected));
  }
});
