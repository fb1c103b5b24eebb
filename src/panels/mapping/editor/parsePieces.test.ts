import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex64 } from '../../../base/hex.ts';
import type { FunctionId } from '../../../model/ids.ts';
import type { ScatterlistEntry } from '../../../model/workload.ts';
import { type PeerNamed, parsePieces } from './parsePieces.ts';
import { writePieces } from './writePieces.ts';

const NVME = '0000:03:00.0' as FunctionId;
const named: PeerNamed = (name) =>
  name === 'nvme0' || name === NVME ? { id: NVME, bar: 4 } : null;

const ram = (address: bigint, length: number): ScatterlistEntry => ({
  kind: 'ram',
  address: hex64(address),
  length,
});
const peer = (bar: number, offset: number, length: number): ScatterlistEntry => ({
  kind: 'peer',
  provider: NVME,
  bar,
  offset,
  length,
});

describe('a piece of memory', () => {
  test.each([
    ['0x123456000+0x1000', ram(0x123456000n, 0x1000)],
    ['0x123456000 + 4096', ram(0x123456000n, 4096)],
    ['0x123456000+4K', ram(0x123456000n, 4096)],
    ['10000200+e00', ram(0x10000200n, 0xe00)],
    ['10000000+1000', ram(0x10000000n, 0x1000)],
    ['10000000+4K', ram(0x10000000n, 4096)],
    ['10000000-10000fff', ram(0x10000000n, 0x1000)],
    ['[mem 0x10000000-0x1000ffff 64bit pref]', ram(0x10000000n, 0x10000)],
    ['ram 0x40001000+4K', ram(0x40001000n, 4096)],
    ['4K', ram(0x100000000n, 4096)],
    ['0x800', ram(0x100000000n, 2048)],
    ['nvme0+0+8K', peer(4, 0, 8192)],
    ['nvme0[2]+0x1000+64K', peer(2, 0x1000, 65536)],
    ['0000:03:00.0[0]+1M+4K', peer(0, 1 << 20, 4096)],
    [
      'sg[3] phys_addr:0x0000000123456200 offset:512 length:3584 dma_address:0x0 dma_length:0',
      ram(0x123456200n, 3584),
    ],
    [
      '[   12.345678] nvme nvme0: sg[0] phys_addr:0x0000000123456000 offset:0 length:4096 dma_address:0xffffc000 dma_length:4096',
      ram(0x123456000n, 4096),
    ],
    [
      'fio-812 [003] ..... 71.2: map: IOMMU: iova=0x00000000ffffc000 - 0x00000000ffffd000 paddr=0x0000000010000000 size=4096',
      ram(0x10000000n, 4096),
    ],
    ['phys=0x777777000 len=0x1000', ram(0x777777000n, 0x1000)],
    ['0x123456000 4096', ram(0x123456000n, 4096)],
    ['0x123456000\t4K', ram(0x123456000n, 4096)],
    ['0x123456000,0x1000', ram(0x123456000n, 0x1000)],
    ['0x123456000 , 4K', ram(0x123456000n, 4096)],
    ['nvme0+8K', peer(4, 0, 8192)],
    ['nvme0[2]+64K', peer(2, 0, 65536)],
  ])('%s', (text, entry) => {
    expect(parsePieces(text, named)).toEqual({ entries: [entry], problems: [] });
  });

  test.each([
    ['0x1000+', 'address+length'],
    ['0x10000000,0x1000', '0x10000000+0x1000), or two lengths, each on a line'],
    ['0x20000000000000,4K', '52 bits'],
    ['hello', 'address+length'],
    ['0x123456000+0', '1 byte at least'],
    ['0x123456000+4G', 'less than 4 GiB'],
    ['0x10000000000000+4K', '52 bits'],
    ['10000fff-10000000', 'ends behind its beginning'],
    ['gpu7+0+4K', 'none here is called gpu7'],
    ['nvme0+zero+4K', 'offset'],
  ])('%s is none', (text, expected) => {
    const { entries, problems } = parsePieces(text, named);
    expect(entries).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.expected).toContain(expected);
  });
});

describe('several', () => {
  test('one a line or with commas, remarks and empty lines between', () => {
    const text = '# pages\n0x1000+4K, 0x3000+4K;\r\n\r\n  0x5000+4K  # the last\n';
    expect(parsePieces(text, named).entries).toEqual([
      ram(0x1000n, 4096),
      ram(0x3000n, 4096),
      ram(0x5000n, 4096),
    ]);
  });

  test('lengths alone follow one another, and never touch', () => {
    const { entries } = parsePieces('4K, 512, 0x200000000+4K, 4K', named);
    expect(entries).toEqual([
      ram(0x100000000n, 4096),
      ram(0x100002000n, 512),
      ram(0x200000000n, 4096),
      ram(0x200002000n, 4096),
    ]);
  });

  test('each line that is not understood is named', () => {
    const { problems } = parsePieces('0x1000+4K\nfoo\n0x2000+4K, bar', named);
    expect(problems.map(({ line, found }) => [line, found])).toEqual([
      [2, 'foo'],
      [3, 'bar'],
    ]);
  });
});

const entry: fc.Arbitrary<ScatterlistEntry> = fc.oneof(
  fc
    .tuple(fc.bigInt({ min: 0n, max: (1n << 52n) - 1n }), fc.integer({ min: 1, max: 0xffffffff }))
    .map(([address, length]) => ram(address, length)),
  fc
    .tuple(fc.nat(5), fc.nat(2 ** 31), fc.integer({ min: 1, max: 0xffffffff }))
    .map(([bar, offset, length]) => peer(bar, offset, length)),
);

test('what is written is read back as the same', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      for (const name of ['nvme0', NVME]) {
        const text = writePieces(entries, () => name);
        expect(parsePieces(text, named)).toEqual({ entries, problems: [] });
        expect(parsePieces(text.replaceAll('\n', ', '), named).entries).toEqual(entries);
      }
    }),
  );
});

test('any text is read without a fault, and nothing that was read is no memory', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      for (const { length } of parsePieces(text, named).entries) expect(length).toBeGreaterThan(0);
    }),
  );
});

test('what kind of page RAM is stands behind it, and is written so', () => {
  const { entries, problems } = parsePieces('ram 0x1000+4K fs-dax, 2000+1000 highmem', () => null);
  expect(problems).toEqual([]);
  expect(entries).toEqual([
    { kind: 'ram', address: '0x1000', length: 4096, page: 'fs-dax' },
    { kind: 'ram', address: '0x2000', length: 4096, page: 'highmem' },
  ]);
  const text = writePieces(entries, () => '');
  expect(parsePieces(text, () => null).entries).toEqual(entries);
});
