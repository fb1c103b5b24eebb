import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

const DIRECT = fileURLToPath(
  new URL('../../fixtures/golden/kernel/s01-switch-noacs-2.612-none.lspci.txt.gz', import.meta.url),
);

async function peerlane(words: string, stdin = '') {
  let out = '';
  let err = '';
  const status = await run(words.split(' '), {
    out: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    readFile,
    readStdin: async () => Buffer.from(stdin),
    readNames: async () => null,
  });
  return { status, out, err };
}

const json = async (words: string, stdin?: string) =>
  JSON.parse((await peerlane(`${words} --json`, stdin)).out);

const SKETCH = `machine "two cards"
cpu GenuineIntel:6
host h0
  p0: port gen4 x16
    s0: switch
      a: gpu
      b: nvme cmb=64M
`;

describe('sketches', () => {
  test('are judged like any other input', async () => {
    const { pairs } = await json('p2p -', SKETCH);
    expect(pairs).toContainEqual(
      expect.objectContaining({
        provider: '0000:04:00.0',
        client: '0000:03:00.0',
        mapType: 'BUS_ADDR',
        distance: 4,
      }),
    );
    expect((await json('p2p - --format sketch', SKETCH)).pairs).toEqual(pairs);
  });

  test('become documents, and documents and dumps become sketches', async () => {
    const { out: document } = await peerlane('convert - --to document', SKETCH);
    expect(JSON.parse(document)).toMatchObject({ origin: 'drawn', sketch: SKETCH });
    expect((await peerlane('convert - --to sketch', document)).out).toBe(SKETCH);
    const { status, out, err } = await peerlane(`convert ${DIRECT} --to sketch`);
    expect(status).toBe(0);
    expect(out).toMatch(/^machine "/);
    expect(err).toContain('a sketch does not carry');
    const { pairs } = await json(`p2p ${DIRECT}`);
    expect((await json('p2p -', out)).pairs).toEqual(pairs);
  });

  test('with mistakes are read as far as they go, and the mistakes are told', async () => {
    const { status, err } = await peerlane('p2p -', SKETCH.replace('cmb=64M', 'cnb=64M'));
    expect(status).toBe(0);
    expect(err).toMatch(/line 7:15: .*no attribute of an nvme/s);
    const nothing = await peerlane('p2p - --format sketch', 'gqu');
    expect(nothing.status).toBe(2);
    expect(nothing.err).toContain('Did you mean gpu?');
  });
});
