import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from './run.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/golden/kernel/${name}.lspci.txt.gz`, import.meta.url));
const STRICT = fixture('s03-switch-acs-2.612-strict');

async function groups(options: readonly string[]): Promise<string> {
  let out = '';
  await run(['groups', STRICT, ...options], {
    out: (text) => {
      out += text;
    },
    warn: () => undefined,
    readFile,
    readStdin: async () => new Uint8Array(),
    readNames: async () => null,
  });
  return out;
}

test('JSON: members sorted, groups sorted by their first, never echoed', async () => {
  const answer = JSON.parse(await groups(['--json', '--iommu', 'intel']));
  const lists: readonly (readonly string[])[] = answer.groups;
  expect(answer).not.toHaveProperty('hypothetical');
  expect(lists.map((each) => each.toSorted())).toEqual(lists);
  expect(lists.map(([first]) => first).toSorted()).toEqual(lists.map(([first]) => first));
  expect(lists).toContainEqual(['0000:00:1f.0', '0000:00:1f.2', '0000:00:1f.3']);
});

test('JSON: without an IOMMU in use they are hypothetical', async () => {
  const answer = JSON.parse(await groups(['--json', '--iommu', 'none']));
  expect(answer.hypothetical).toBe(true);
});

test('text: each group with its members and why, in 80 columns', async () => {
  const text = await groups(['--iommu', 'intel']);
  expect(text).toContain('group 0\n  0000:00:00.0\n');
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    '0000:00:1f.2: in the slot of 0000:00:1f.0, and neither isolates',
  );
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});
