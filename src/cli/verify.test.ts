import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goldenTexts } from '../verify/goldenCases.testkit.ts';
import { run } from './run.ts';

const FULL = 's03-switch-acs-2.612-strict';
const ERA = 's03-switch-acs-2.54-strict';
const PACKS = fileURLToPath(new URL('../../fixtures/golden/cases/', import.meta.url));

let folder = '';

/** Cases as they lie in the golden data: `kernel/ID.json`, `eras/VERSION/ID.json`. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peerlane-verify-'));
  const full = goldenTexts('6.12').get(FULL) ?? '';
  const era = goldenTexts('5.4').get(ERA) ?? '';
  await write(`kernel/${FULL}.json`, full);
  await write(`eras/5.4/${ERA}.json`, era);
  await write('packed.json.gz', gzipSync(full));
  await write('damaged.json', full.replace('"distances":[[', '"distances":[[5,'));
  await write(`far/away/from/all/${ERA}.json`, era);
  await write('broken.json', '{"id":');
});
afterAll(() => rm(folder, { recursive: true }));

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function verify(...paths: readonly string[]) {
  let out = '';
  let err = '';
  const status = await run(
    ['verify', ...paths.map((path) => (path.startsWith('--') ? path : join(folder, path)))],
    {
      out: (text) => {
        out += text;
      },
      warn: (text) => {
        err += text;
      },
      readFile,
      readStdin: async () => new Uint8Array(),
      readNames: async () => null,
    },
  );
  return { status, out, err, last: out.trimEnd().split('\n').at(-1) };
}

describe('peerlane verify', () => {
  test('a case, packed and not, and one that refers to another', async () => {
    const told = await verify(`kernel/${FULL}.json`, 'packed.json.gz', `eras/5.4/${ERA}.json`);
    expect(told).toMatchObject({ status: 0, err: '', last: '3 passed, 0 failed' });
    expect(told.out).toContain('6.12.117: 2 cases: acs 6,');
    for (const line of told.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('differences are printed with both sides, and end with status 1', async () => {
    const { status, out, last } = await verify('damaged.json', `kernel/${FULL}.json`);
    expect(status).toBe(1);
    expect(last).toBe('1 passed, 1 failed');
    expect(out).toMatch(/distances: 0000:00:00\.0 → 0000:00:00\.0\n {4}kernel: 5\n {4}derived: /);
  });

  test('--json: counts by kernel and kind', async () => {
    const { status, out } = await verify('damaged.json', `eras/5.4/${ERA}.json`, '--json');
    const json = JSON.parse(out);
    expect(status).toBe(1);
    expect(json).toMatchObject({ passed: 1, failed: 1, unreadable: [] });
    expect(json.kernels['6.12.117']).toMatchObject({ cases: 1, passed: 0 });
    expect(json.kernels['6.12.117'].checks.distances.differ).toBeGreaterThan(0);
    expect(json.kernels['5.4.301'].checks.distances).toMatchObject({ differ: 0 });
    expect(json.differences[0]).toMatchObject({ case: FULL, kind: 'distances' });
  });

  test('what cannot be read is told, the rest is verified, and the status is 2', async () => {
    const told = await verify(
      'broken.json',
      'nowhere.json',
      `far/away/from/all/${ERA}.json`,
      'packed.json.gz',
    );
    expect(told).toMatchObject({ status: 2, last: '1 passed, 0 failed' });
    expect(told.err).toContain('no JSON');
    expect(told.err).toContain('cannot be opened');
    expect(told.err).toContain('is not there');
    expect((await verify()).status).toBe(2);
  });

  test('a pack finds references in the pack beside it', async () => {
    await write('packs/6.12.jsonl.gz', await readFile(join(PACKS, '6.12.jsonl.gz')));
    await write('packs/some.jsonl', `${goldenTexts('5.4').get(ERA)}\n`);
    expect(await verify('packs/some.jsonl')).toMatchObject({ status: 0, err: '' });
  });

  test('--drawn: from the description alone, hardware first', async () => {
    const told = await verify(`kernel/${FULL}.json`, `eras/5.4/${ERA}.json`, '--drawn');
    expect(told).toMatchObject({ status: 0, err: '', last: '2 passed, 0 failed' });
    expect(told.out.replace(/\s+/g, ' ')).toContain(
      '6.12.117: 1 case: functions 10, parents 10, buses 4, identities 10, ACS capabilities 10, BARs 10, drivers 10, acs 3,',
    );
    for (const line of told.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('--drawn: a part that the real machine had not is told', async () => {
    const full = JSON.parse(goldenTexts('6.12').get(FULL) ?? '');
    full.topology.nodes.push({ id: 'more', type: 'edu', parent: 'pcie.0', slot: 9, fn: 0 });
    await write('more.json', JSON.stringify(full));
    const { status, out } = await verify('more.json', '--drawn');
    expect(status).toBe(1);
    expect(out).toMatch(/functions: 0000:00:09\.0\n {4}kernel: missing\n {4}derived: there/);
  });

  test('--drawn: a part that nobody knows is told', async () => {
    const full = JSON.parse(goldenTexts('6.12').get(FULL) ?? '');
    full.topology.nodes[0].type = 'flux-capacitor';
    await write('odd.json', JSON.stringify(full));
    const { status, err } = await verify('odd.json', '--drawn');
    expect(status).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toContain('It cannot be drawn: no such part: flux-capacitor.');
  });
});
