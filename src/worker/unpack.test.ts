import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpack } from './unpack.ts';

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const packed = (text: string) => new Uint8Array(gzipSync(text));

test('plain text is decoded, gzip is unpacked first', async () => {
  const expected = { ok: true, value: { text: '00:00.0 Host bridge: ä', encoding: 'utf-8' } };
  expect(await unpack(bytes('00:00.0 Host bridge: ä'))).toEqual(expected);
  expect(await unpack(packed('00:00.0 Host bridge: ä'))).toEqual(expected);
});

test('stops at the limit, before and after unpacking', async () => {
  const tooLarge = { ok: false, error: 'too-large' };
  expect(await unpack(bytes('x'.repeat(101)), 100)).toEqual(tooLarge);
  expect(await unpack(packed('x'.repeat(5_000_000)), 100_000)).toEqual(tooLarge);
  expect(await unpack(packed('x'.repeat(100)), 100)).toMatchObject({ ok: true });
});

test('a file cut short is told, not thrown', async () => {
  const whole = packed('x'.repeat(1000));
  const damaged = { ok: false, error: 'damaged' };
  expect(await unpack(whole.slice(0, whole.length - 9))).toEqual(damaged);
  expect(await unpack(whole.slice(0, 5))).toEqual(damaged);
});

test('an empty file is an empty text', async () => {
  expect(await unpack(new Uint8Array())).toMatchObject({ ok: true, value: { text: '' } });
});
