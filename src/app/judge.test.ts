import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { parsePciNames } from '../model/pciNames.ts';
import { Judge } from './judge.ts';
import { filterPairs, NO_FILTER } from './pairs/filterPairs.ts';

const example = readFileSync(new URL('../../data/example-lspci.txt', import.meta.url), 'utf8');
const endpoint = /^0000:4[3-6]:/;

async function readExample(judge: Judge) {
  const read = await judge.read(example);
  if (!read.ok) throw new Error('the example was not understood');
  return read.value;
}

test('the example shows every certain verdict, and needs no table of names', async () => {
  const loadNames = vi.fn(async () => null);
  const judge = new Judge(loadNames);
  const { machine, problems } = await readExample(judge);
  expect(loadNames).not.toHaveBeenCalled();
  expect(machine.functions).toHaveLength(23);
  expect(problems.every(({ severity }) => severity === 'note')).toBe(true);
  const { table } = await judge.judge({ kernel: null, cpu: null }, false);
  expect(filterPairs(table, NO_FILTER).counts).toEqual({
    BUS_ADDR: 6,
    THRU_HOST_BRIDGE: 14,
    NOT_SUPPORTED: 52,
    unknown: 0,
  });
});

test('conditions change the verdicts; bridges are listed on demand', async () => {
  const judge = new Judge(async () => null);
  await readExample(judge);
  const zen = await judge.judge({ kernel: null, cpu: 'amd-zen' }, false);
  expect(filterPairs(zen.table, NO_FILTER).counts.NOT_SUPPORTED).toBe(0);
  const all = await judge.judge({ kernel: null, cpu: null }, true);
  expect(all.table.functions).toHaveLength(23);
});

test('a page of verdicts and an explanation agree with the table', async () => {
  const judge = new Judge(async () => null);
  await readExample(judge);
  const { table } = await judge.judge({ kernel: null, cpu: null }, false);
  const [provider, client] = table.functions.filter((id) => endpoint.test(id));
  if (!provider || !client) throw new Error('the example has lost its endpoints');
  const [verdict] = await judge.verdicts([{ provider, client }]);
  expect(verdict).toMatchObject({ provider, client, mapType: 'BUS_ADDR' });
  const explanation = await judge.explain({ provider, client });
  expect(explanation.verdict).toEqual(verdict);
  expect(explanation.reasons.length).toBeGreaterThan(1);
});

test('names are fetched for a dump without them; without the table, that is remarked', async () => {
  const bare = '00:00.0 0600: 8086:29c0\n00:02.0 0108: 1b36:0010\n';
  const named = new Judge(async () => parsePciNames('>1b36Red Hat, Inc.\n0010QEMU NVM\n'));
  const read = await named.read(bare);
  expect(read.ok && [...read.value.titles.values()]).toContain('Red Hat, Inc. QEMU NVM');
  const nameless = await new Judge(async () => null).read(bare);
  expect(nameless.ok && nameless.value.problems.map(({ text }) => text).join()).toContain(
    'could not be loaded',
  );
});

test('what is no dump is refused with reasons', async () => {
  const read = await new Judge(async () => null).read('hello');
  expect(read).toMatchObject({ ok: false, error: [{ severity: 'error' }] });
});

test('questions before there is a machine are a mistake of ours', async () => {
  const judge = new Judge(async () => null);
  await expect(judge.judge({ kernel: null, cpu: null }, false)).rejects.toThrow();
  await expect(judge.verdicts([])).rejects.toThrow();
});
