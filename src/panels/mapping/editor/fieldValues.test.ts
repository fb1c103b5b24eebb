import { expect, test } from 'vitest';
import { hex64 } from '../../../base/hex.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { readDraft, startDraft } from './entryDraft.ts';
import { readAddress, readCount, readLength, readOffset } from './fieldValues.ts';
import { lengthWords } from './writePieces.ts';

test.each([
  [readAddress('0x1_2345_6000'), '0x123456000'],
  [readAddress(' 123456000 '), '0x123456000'],
  [readAddress('0xZ'), 'hexadecimal'],
  [readAddress('0x10000000000000'), '52 bits'],
  [readLength('4K'), 4096],
  [readLength('0xe00'), 0xe00],
  [readLength('1.5K'), 1536],
  [readLength('0'), '1 byte'],
  [readLength('4G'), '4 GiB'],
  [readLength('four'), 'a size'],
  [readOffset('0'), 0],
  [readOffset('-1'), 'offset'],
  [readCount('16', 1, 20), 16],
  [readCount('21', 1, 20), '1 to 20'],
])('%o', (found, expected) => {
  if (found.ok) expect(found.value).toBe(expected);
  else expect(found.why).toContain(expected);
});

test('lengths are shown as short as they are exact', () => {
  expect([4096, 0xe00, 1, 2 ** 21].map(lengthWords)).toEqual(['4K', '0xe00', '0x1', '2M']);
  for (const length of [1, 4096, 0xe00, 0xffffffff]) {
    expect(readLength(lengthWords(length))).toEqual({ ok: true, value: length });
  }
});

test('an entry that is begun to be changed is still the same', () => {
  const provider = 'nvme0' as FunctionId;
  for (const entry of [
    { kind: 'ram', address: hex64(0x10000200n), length: 0xe00 },
    { kind: 'ram', address: hex64(0x10000200n), length: 0xe00, page: 'highmem' },
    { kind: 'peer', provider, bar: 4, offset: 0x3000, length: 8192 },
  ] as const) {
    expect(readDraft(startDraft(entry))).toEqual({ ok: true, value: entry });
  }
});

test('a mistake names its field', () => {
  const draft = { provider: null, page: null, address: '0x1000', offset: '0', length: '4K' };
  expect(readDraft({ ...draft, address: '!' })).toMatchObject({ ok: false, field: 'address' });
  expect(readDraft({ ...draft, length: '' })).toMatchObject({ ok: false, field: 'length' });
  const peer = { ...draft, provider: 'nvme0' as FunctionId };
  expect(readDraft({ ...peer, offset: '7+0' })).toMatchObject({ ok: false, field: 'offset' });
  expect(readDraft({ ...peer, offset: 'BAR 2' })).toMatchObject({ ok: true, value: { bar: 2 } });
});
