import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readLspci } from '../../formats/read/lspci/readLspci.ts';
import type { Machine } from '../../model/machine.ts';
import { checkMachine } from './checkMachine.ts';

/* Machines that ran: what is said of them must be rare, and no more than a warning. */

const GOLDEN = new URL('../../../fixtures/golden/kernel/', import.meta.url);
const OTHERS = new URL('../../../../shared/dumps/lspci/', import.meta.url);
const isThere = existsSync(OTHERS);

/** What a dump without root, or of a part of a machine, leaves open is told of most. */
const HIDDEN: ReadonlySet<string> = new Set(['hidden-acs', 'hidden-parents']);
/** A degraded link here, a slow port there. */
const MOST_OF_ONE = 8;

function machineOf(file: URL): Machine | null {
  const bytes = readFileSync(file);
  const text = (file.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
  const read = readLspci(text);
  return read.ok && read.value.machine.functions.length > 0 ? read.value.machine : null;
}

test('nothing looks wrong on the machines of the golden data', () => {
  // One in four: reading them takes longest, and many are the same machine under another kernel.
  const all = readdirSync(GOLDEN).filter((name) => name.endsWith('.lspci.txt.gz'));
  const dumps = all.filter((_, index) => index % 4 === 0);
  expect(dumps.length).toBeGreaterThan(30);
  for (const name of dumps) {
    const machine = machineOf(new URL(name, GOLDEN));
    const texts = machine ? checkMachine(machine).map(({ text }) => text) : [];
    expect([name, texts]).toEqual([name, []]);
  }
});

const title = isThere
  ? 'machines of others are told of little'
  : `machines of others (SKIPPED: ${OTHERS.pathname} is absent)`;

test.skipIf(!isThere)(title, () => {
  const dumps = readdirSync(OTHERS).filter((name) => /^(?!.*\.tree\.).*\.txt(\.gz)?$/.test(name));
  for (const name of dumps) {
    const machine = machineOf(new URL(name, OTHERS));
    if (!machine) continue;
    const checks = checkMachine(machine).filter(({ id }) => !HIDDEN.has(id));
    expect([name, checks.filter(({ severity }) => severity === 'error')]).toEqual([name, []]);
    expect([name, checks.length <= MOST_OF_ONE]).toEqual([name, true]);
  }
});
