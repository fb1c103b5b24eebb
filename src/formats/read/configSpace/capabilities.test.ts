import { describe, expect, it } from 'vitest';
import { listCapabilities } from './capabilities.ts';
import { configSpace } from './configSpace.testkit.ts';
import { listExtendedCapabilities } from './extendedCapabilities.ts';

const HAS_LIST = { 6: '10 00' };

describe('listCapabilities', () => {
  it.each([
    ['a list', { 52: '40', 64: '01 50', 80: '10 00' }, [1, 0x10], true],
    ['low bits of pointers, which mean nothing', { 52: '43', 64: '10 02' }, [0x10], true],
    ['an empty list', { 52: '00' }, [], true],
    ['a list that loops', { 52: '40', 64: '01 50', 80: '05 40' }, [1, 5], false],
    ['a pointer into the header', { 52: '40', 64: '01 20' }, [1], false],
    ['an entry of ones', { 52: '40', 64: '01 50', 80: 'ff ff' }, [1], false],
  ])('walks %s', (_, rows, ids, complete) => {
    const list = listCapabilities(configSpace(256, { ...HAS_LIST, ...rows }), 0);
    expect(list.items.map(({ id }) => id)).toEqual(ids);
    expect(list.complete).toBe(complete);
  });

  it('takes the status bit at its word', () => {
    const list = listCapabilities(configSpace(256, { 52: '40', 64: '10 00' }), 0);
    expect(list).toEqual({ items: [], complete: true });
  });

  it('is incomplete where the bytes end', () => {
    const list = listCapabilities(configSpace(64, { ...HAS_LIST, 52: '40' }), 0);
    expect(list).toEqual({ items: [], complete: false });
  });

  it('finds the list of a CardBus bridge', () => {
    const list = listCapabilities(configSpace(256, { ...HAS_LIST, 20: 'a0', 160: '01 00' }), 2);
    expect(list.items).toEqual([{ id: 1, offset: 0xa0 }]);
  });

  it('does not know where other header types keep it', () => {
    expect(listCapabilities(configSpace(256, HAS_LIST), 0x7f).complete).toBe(false);
  });
});

describe('listExtendedCapabilities', () => {
  it.each([
    ['a list', { 256: '01 00 01 15', 336: '0d 00 01 00' }, [1, 0x0d], true],
    ['no list', {}, [], true],
    ['an area that does not answer', { 256: 'ff ff ff ff' }, [], false],
    ['a list that loops', { 256: '01 00 01 15', 336: '0d 00 01 10' }, [1, 0x0d], false],
    ['an entry that points at itself', { 256: '01 00 01 10' }, [1], false],
    ['a pointer into the first 256 bytes', { 256: '01 00 01 04' }, [1], false],
    ['an entry of ones', { 256: '01 00 01 15', 336: 'ff ff ff ff' }, [1], false],
  ])('walks %s', (_, rows, ids, complete) => {
    const list = listExtendedCapabilities(configSpace(4096, rows));
    expect(list.items.map(({ id }) => id)).toEqual(ids);
    expect(list.complete).toBe(complete);
  });

  it('is incomplete where the bytes end', () => {
    expect(listExtendedCapabilities(configSpace(256, {})).complete).toBe(false);
  });
});
