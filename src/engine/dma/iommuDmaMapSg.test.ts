import { describe, expect, test } from 'vitest';
import { ERRNO } from './dmaMapping.ts';
import { dmaMapSg } from './dmaMapSg.ts';
import {
  BY_BUS,
  contextOf,
  freshDomain,
  peer,
  REFUSED,
  ram,
  Steps,
  shown,
} from './mapping.testkit.ts';

const LIST = [
  ram(0x1000_0000),
  ram(0x2000_0000),
  peer(BY_BUS, 0x2000),
  ram(0x3000_0000),
  ram(0x3000_1000),
];

test('five entries, three outputs, one range (E6)', () => {
  const mapping = dmaMapSg(LIST, contextOf());
  expect(shown(mapping)).toEqual([
    'ffffc000+2000 IOVA',
    '3800000000+2000 BUS',
    'ffffe000+2000 IOVA',
  ]);
  expect(mapping.iova).toEqual([{ base: 0xffff_c000, size: 0x4000, reserved: 0x4000 }]);
});

test('nothing but bus addresses takes no IOVA (E8)', () => {
  const iova = { allocate: () => expect.unreachable(), free: () => expect.unreachable() };
  const list = [peer(BY_BUS), peer(BY_BUS, 0x1000, 0x38_0000_1000)];
  expect(dmaMapSg(list, contextOf({ iova }))).toMatchObject({ errno: 0, iova: [], maps: [] });
});

describe('when it fails, nothing stays taken', () => {
  test('a peer out of reach (E9)', () => {
    const iova = freshDomain();
    const mapping = dmaMapSg([ram(0x1000_0000), peer(REFUSED)], contextOf({ iova }));
    expect(mapping).toMatchObject({
      errno: ERRNO.EREMOTEIO,
      returns: 'errno',
      failedAt: 1,
      outputs: [],
      iova: [],
      maps: [],
    });
    expect(iova.bytes().taken).toBe(0);
  });

  test('no room', () => {
    const iova = { allocate: () => null, free: () => expect.unreachable() };
    expect(dmaMapSg(LIST, contextOf({ iova }))).toMatchObject({
      errno: ERRNO.ENOMEM,
      failedAt: null,
      outputs: [],
    });
  });

  test('a length that 32 bits do not hold when rounded up is not mapped whole', () => {
    const iova = freshDomain();
    const mapping = dmaMapSg([ram(0x1000_0000, 0xffff_f001)], contextOf({ iova }));
    expect(mapping).toMatchObject({ errno: ERRNO.EINVAL, outputs: [] });
    expect(iova.bytes().taken).toBe(0);
  });
});

test('the device’s limit is the allocator’s', () => {
  let asked = 0;
  const iova = {
    allocate: (_: number, limit: number) => {
      asked = limit;
      return null;
    },
    free: () => undefined,
  };
  dmaMapSg(LIST, contextOf({ iova, device: { mask: 2 ** 48 - 1, busLimit: 2 ** 40 - 1 } }));
  expect(asked).toBe(2 ** 40 - 1);
});

test('its steps, in order', () => {
  const recorder = new Steps();
  dmaMapSg(LIST, { ...contextOf(), recorder });
  const lines = recorder.all.map(({ phase, entry }) => `${phase} ${entry ?? '-'}`);
  expect(lines).toEqual([
    'divert -',
    'size 0',
    'size 1',
    'classify 2',
    'size 3',
    'size 4',
    'allocate -',
    'program 0',
    'program 1',
    'program 3',
    'lay-out 0',
    'lay-out 1',
    'lay-out 2',
    'lay-out 3',
    'lay-out 4',
    'return -',
  ]);
});
