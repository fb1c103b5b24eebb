import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { parsePciNames } from '../model/pciNames.ts';
import { type HostBench, hostBench } from './engineHost.testkit.ts';
import type { Reading } from './protocol.ts';

const example = readFileSync(
  new URL('../../fixtures/lspci-with-context.txt', import.meta.url),
  'utf8',
);
const bare = '00:00.0 0600: 8086:29c0\n00:02.0 0108: 1b36:0010\n';

let id = 0;
async function readBy({ ask, answer }: HostBench, input: string | ArrayBuffer) {
  ask(++id, 'read', { input });
  return answer(id, 'read');
}

async function read(input: string | ArrayBuffer): Promise<Reading> {
  const result = await readBy(hostBench(), input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function refusal(input: string | ArrayBuffer): Promise<string> {
  const result = await readBy(hostBench(), input);
  if (result.ok) throw new Error('that was read');
  expect(result.error.every(({ hint }) => hint !== null)).toBe(true);
  return result.error.map(({ text }) => text).join('\n');
}

const bytesOf = (data: string | Uint8Array): ArrayBuffer =>
  new Uint8Array(typeof data === 'string' ? new TextEncoder().encode(data) : data).buffer;

test('a dump, pasted, as a file, and packed', async () => {
  const reading = await read(example);
  expect(reading.format).toBe('lspci');
  expect(reading.machine.functions.length).toBeGreaterThan(10);
  expect(reading.titles).toHaveLength(reading.machine.functions.length);
  expect(await read(bytesOf(example))).toEqual(reading);
  expect(await read(bytesOf(gzipSync(example)))).toEqual(reading);
});

test('what is not UTF-8 is read and remarked', async () => {
  const latin = Buffer.from('00:02.0 0108: 1b36:0010 (rev e9)\n# Gerät\n', 'latin1');
  const { problems } = await read(bytesOf(latin));
  expect(problems[0]).toMatchObject({
    severity: 'note',
    text: 'The text is not UTF-8; read as windows-1252.',
  });
  const utf16 = await read(bytesOf(Buffer.from(`\ufeff${bare}`, 'utf16le')));
  expect(utf16.problems[0]?.text).toContain('utf-16le');
});

test('nothing, what is damaged and what is no dump are refused with a next step', async () => {
  expect(await refusal('')).toContain('nothing to read');
  expect(await refusal(' \n\t')).toContain('nothing to read');
  expect(await refusal(new ArrayBuffer(0))).toContain('nothing to read');
  expect(await refusal(bytesOf(gzipSync(example).subarray(0, 500)))).toContain('damaged');
  expect(await refusal('hello')).toContain('No line of this text begins a function');
  expect(await refusal('{"a": 1}')).toContain('not a Peerlane document');
});

test('a small file that unfolds to more than the limit is given up on the way', async () => {
  const bomb = gzipSync(new Uint8Array(200 * 1024 * 1024), { level: 1 });
  expect(bomb.length).toBeLessThan(2_000_000);
  expect(await refusal(bytesOf(bomb))).toContain('more than 64 MiB');
});

test('a text longer than the limit is not looked at', async () => {
  expect(await refusal(' '.repeat(64 * 1024 * 1024 + 1))).toContain('more than 64 MiB');
});

test('names are looked up when they are missing, and kept', async () => {
  const names = parsePciNames('>1b36Red Hat, Inc.\n0010QEMU NVM\n');
  const loadNames = vi.fn(() => Promise.resolve(names));
  const bench = hostBench({ loadNames });
  bench.host.receive({ kind: 'hello', version: 1, base: 'https://peerlane.test/lab/?x#y' });
  await readBy(bench, example);
  expect(loadNames).not.toHaveBeenCalled();
  const first = await readBy(bench, bare);
  expect(first.ok && first.value.titles).toContain('Red Hat, Inc. QEMU NVM');
  await readBy(bench, bare);
  expect(loadNames.mock.calls).toEqual([['https://peerlane.test/lab/?x#y']]);
});

test('without the table that is remarked, and the next reading tries again', async () => {
  const loadNames = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(null);
  const bench = hostBench({ loadNames });
  for (const _ of [1, 2]) {
    const result = await readBy(bench, bare);
    expect(result.ok && result.value.problems.at(-1)?.text).toContain('could not be loaded');
  }
  expect(loadNames).toHaveBeenCalledTimes(2);
});

test('a reading that nobody waits for is not begun', async () => {
  const bench = hostBench();
  bench.ask(++id, 'read', { input: example });
  bench.host.receive({ kind: 'cancel', id });
  expect(await bench.outcome(id)).toEqual({ kind: 'dropped', id });
  expect(bench.posted.map(({ kind }) => kind)).toEqual(['progress', 'dropped']);
});
