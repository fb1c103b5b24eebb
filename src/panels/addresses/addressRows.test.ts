import { expect, test } from 'vitest';
import { hex64 } from '../../base/hex.ts';
import { placeAddresses } from '../../build/placeAddresses.ts';
import {
  bar,
  below,
  drawn,
  hostBridge,
  onBus,
  partAt,
  sriov,
} from '../../build/placeMachine.testkit.ts';
import { addressRows, type Filter, shownMap } from './addressRows.ts';
import { addressText, kindText, shortSize, sizeText } from './addressWords.ts';
import { countsText } from './countsText.ts';
import { hiddenWords } from './hiddenWords.ts';
import { rowAfterKey } from './tableKeys.ts';

const MIB = 2 ** 20;

const machine = placeAddresses(
  drawn(
    [
      hostBridge('h0'),
      hostBridge('h1', {
        windows: [
          {
            kind: 'memory',
            cpuBase: hex64(0x60_8000_0000n),
            busBase: hex64(0x8000_0000n),
            size: hex64(0x1000_0000n),
          },
        ],
      }),
    ],
    [
      partAt('rp', onBus('h0'), 'root-port'),
      partAt('drive', below('rp'), 'endpoint', {
        bars: [bar(0, 16 * 1024, { prefetchable: false }), bar(2, 64 * MIB)],
        p2pMemory: [{ bar: 2, offset: 0, size: 64 * MIB, published: true }],
        sriov: sriov(4, [bar(0, 16 * 1024, { prefetchable: false })]),
      }),
      partAt('nic', onBus('h1'), 'endpoint', {
        bars: [
          bar(0, MIB, { prefetchable: false }),
          bar(4, 32, { kind: 'io', is64bit: false, prefetchable: false }),
        ],
      }),
    ],
  ),
).machine;
const shown = shownMap(machine);

function lines(filter: Filter) {
  return addressRows(shown.hosts, filter).map(
    ({ region, level, part, busOffset }) =>
      `${'  '.repeat(level)}${part} ${kindText(region)} ${addressText(region.first)} ${sizeText(region)}${busOffset === 0n ? '' : ` bus ${addressText(region.first + busOffset)}`}`,
  );
}

test('rows go from the outside in, by host bridge', () => {
  expect(lines('memory')).toMatchInlineSnapshot(`
    [
      "h0 memory window 0x8000 0000 2.0 GiB",
      "  rp memory window 0x8000 0000 1 MiB",
      "    drive 4 × VF BAR 0, memory 0x8000 0000 64 KiB",
      "    drive BAR 0, memory 0x8001 0000 16 KiB",
      "h0 prefetchable window 0x80 0000 0000 256 GiB",
      "  rp prefetchable window 0x80 0000 0000 64 MiB",
      "    drive BAR 2, prefetchable, for peers 0x80 0000 0000 64 MiB",
      "h1 memory window 0x60 8000 0000 256 MiB bus 0x8000 0000",
      "  nic BAR 0, memory 0x60 8000 0000 1 MiB bus 0x8000 0000",
      "h1 prefetchable window 0xc0 0000 0000 256 GiB",
    ]
  `);
  expect(lines('ports')).toMatchInlineSnapshot(`
    [
      "h0 I/O window 0x1000 28 KiB",
      "h1 I/O window 0x8000 28 KiB",
      "  nic BAR 4, I/O 0x8000 32 bytes",
    ]
  `);
});

test('above and below 4 GiB are all memory', () => {
  expect([...lines('below'), ...lines('above')].sort()).toEqual([...lines('memory')].sort());
});

test('what is free and how much there is', () => {
  const rows = addressRows(shown.hosts, 'above');
  expect(rows.map(({ free }) => free)).toEqual([
    0x40_0000_0000n - 0x400_0000n,
    0n,
    null,
    0xff0_0000n,
    null,
    0x40_0000_0000n,
  ]);
  expect(countsText(rows)).toBe('2 BARs in 3 host windows: 512.3 GiB, of which 512.2 GiB are free');
});

test('keys lead from row to row, out to the window and in again', () => {
  const rows = addressRows(shown.hosts, 'memory');
  const at = rows.findIndex(({ level }) => level === 2);
  expect(rowAfterKey('ArrowLeft', at, rows, 5)).toBe(at - 1);
  expect(rowAfterKey('ArrowRight', at - 1, rows, 5)).toBe(at);
  expect(rowAfterKey('ArrowRight', at, rows, 5)).toBe(at);
  expect(rowAfterKey('ArrowLeft', 0, rows, 5)).toBe(0);
  expect(rowAfterKey('End', 0, rows, 5)).toBe(rows.length - 1);
  expect(rowAfterKey('PageUp', 3, rows, 5)).toBe(0);
  expect(rowAfterKey('x', 3, rows, 5)).toBeNull();
});

test('what is not shown is said', () => {
  const hidden = {
    ...machine,
    hostBridges: machine.hostBridges.map((host) => ({ ...host, windows: 'unknown' as const })),
    functions: machine.functions.map((fn) => ({
      ...fn,
      bars:
        fn.id === 'nic'
          ? ('unknown' as const)
          : fn.bars === 'unknown'
            ? fn.bars
            : fn.bars.map((each) => ({ ...each, size: 'unknown' as const })),
    })),
  };
  expect(hiddenWords(hidden, shownMap(hidden))).toEqual([
    'The input does not show the windows of Host bridge 0000:00, Host bridge 0000:00: between what lies there, space may be free or not.',
    'The input does not show the BARs of 1 function.',
    'The input does not show how large 2 BARs are: only where they begin.',
  ]);
});

test('short sizes', () => {
  expect([shortSize(128n << 30n), shortSize(512n), shortSize(1n << 40n)]).toEqual([
    '128G',
    '512B',
    '1T',
  ]);
});
