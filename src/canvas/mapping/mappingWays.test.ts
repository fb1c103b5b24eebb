import { describe, expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { hopOf, walkOf } from '../play/walk.testkit.ts';
import { byIdOf, twoHosts } from '../twoHosts.testkit.ts';
import { reportOf } from './mappedReport.testkit.ts';
import { isPointedAt } from './mappingDrawing.ts';
import { mappingWays } from './mappingWays.ts';

const byId = byIdOf(twoHosts());
const peer = '04:00.0';
const kinds = (places: readonly { readonly kind: string }[]) => places.map(({ kind }) => kind);

describe('ways of a list', () => {
  test('entries of one space and one target go one way, in several outputs or in one', () => {
    const ways = mappingWays(
      reportOf({
        entries: ['ram', 'ram', peer, 'ram', 'ram'],
        outputs: [
          ['IOVA', 0, 2],
          ['BUS', 2, 1],
          ['IOVA', 3, 2],
        ],
        wire: [{}, {}, {}],
      }),
      byId,
    );
    expect(
      ways.map(({ space, target, entries, outputs }) => [space, target, entries, outputs]),
    ).toEqual([
      ['IOVA', 'ram', [0, 1, 3, 4], [0, 2]],
      ['BUS', id(peer), [2], [1]],
    ]);
    expect(kinds(ways[0]?.places ?? [])).toEqual([
      'function',
      'function',
      'function',
      'function',
      'iommu',
      'root-complex',
      'memory',
    ]);
    expect(kinds(ways[1]?.places ?? [])).toEqual(['function', 'function', 'function', 'function']);
  });

  test('an output that joins RAM and peer memory goes two ways', () => {
    const ways = mappingWays(
      reportOf({ entries: ['ram', peer, 'ram'], outputs: [['IOVA', 0, 3]], wire: [{}] }),
      byId,
    );
    expect(ways.map(({ target, entries }) => [target, entries])).toEqual([
      ['ram', [0, 2]],
      [id(peer), [1]],
    ]);
    expect(ways.every(({ outputs }) => outputs.length === 1 && outputs[0] === 0)).toBe(true);
  });

  test('of such an output the worst end is that of the memory that its walk leads to', () => {
    const walk = walkOf([hopOf('03:00.0', 'sent')], {
      question: { ...walkOf([]).question, completer: id(peer) },
    });
    const ways = mappingWays(
      reportOf({
        entries: ['ram', peer],
        outputs: [['IOVA', 0, 2]],
        wire: [{ fate: 'unknown', walk }],
      }),
      byId,
    );
    expect(ways.map(({ target, fate }) => [target, fate])).toEqual([
      ['ram', 'reaches'],
      [id(peer), 'unknown'],
    ]);
  });

  test('a walk says where its requests have been; what comes back is no part of that', () => {
    const walk = walkOf(
      [
        hopOf('03:00.0', 'sent'),
        hopOf('02:00.0', 'peer'),
        hopOf('04:00.0', 'delivered'),
        hopOf('02:01.0', 'up', { packet: 'completion' }),
      ],
      { question: { ...walkOf([]).question, completer: id(peer) } },
    );
    const [way] = mappingWays(
      reportOf({ entries: [peer], outputs: [['PHYS', 0, 1]], wire: [{ walk }] }),
      byId,
    );
    expect(way?.places).toHaveLength(3);
  });

  test('outputs of which nothing is said fare as their like', () => {
    const ways = mappingWays(
      reportOf({
        entries: [peer, peer],
        outputs: [
          ['IOVA', 0, 1],
          ['IOVA', 1, 1],
        ],
        wire: [{ fate: 'misses' }],
      }),
      byId,
    );
    expect(ways).toMatchObject([{ fate: 'misses', entries: [0, 1] }]);
  });

  test('what faults is one way, whatever it was meant for', () => {
    const ways = mappingWays(
      reportOf({
        entries: ['ram', peer],
        outputs: [
          ['IOVA', 0, 1],
          ['IOVA', 1, 1],
        ],
        wire: [{ fate: 'faults' }, { fate: 'faults' }],
      }),
      byId,
    );
    expect(ways).toMatchObject([{ target: 'several', fate: 'faults', entries: [0, 1] }]);
  });

  test('kernel addresses and addresses that were not written leave nothing', () => {
    const ways = mappingWays(
      reportOf({
        entries: ['ram', peer],
        outputs: [
          ['VADDR', 0, 1],
          ['PHYS', 1, 1, null],
        ],
        wire: [{ fate: 'unusable' }, { fate: 'unusable' }],
      }),
      byId,
    );
    expect(ways.map(({ places }) => places.length)).toEqual([0, 0]);
  });

  test('what no request is made with leaves nothing either, whatever its space', () => {
    const ways = mappingWays(
      reportOf({ entries: ['ram'], outputs: [['PHYS', 0, 1]], wire: [{ fate: 'unusable' }] }),
      byId,
    );
    expect(ways.map(({ places }) => places.length)).toEqual([0]);
  });

  test('of a refused list nothing leaves', () => {
    const refused = {
      entries: ['ram', peer],
      outputs: [],
      mapping: { errno: -121, failedAt: 1 },
    } as const;
    expect(mappingWays(reportOf(refused), byId)).toMatchObject([
      { space: null, fate: 'refused', entries: [1], places: [] },
    ]);
    const whole = { ...refused, mapping: { errno: -22, failedAt: null } } as const;
    expect(mappingWays(reportOf(whole), byId)[0]?.entries).toEqual([0, 1]);
  });

  test('long lists take no longer than they are', () => {
    const entries = Array.from({ length: 100_000 }, () => 'ram');
    const ways = mappingWays(
      reportOf({ entries, outputs: [['IOVA', 0, 100_000]], wire: [{}] }),
      byId,
    );
    expect(ways[0]?.entries).toHaveLength(100_000);
  });
});

test('an entry says more than the output that it is in', () => {
  const way = { entries: [0, 2], outputs: [0] };
  expect(isPointedAt(way, { output: 0, entry: null })).toBe(true);
  expect(isPointedAt(way, { output: 0, entry: 1 })).toBe(false);
  expect(isPointedAt(way, { output: null, entry: 2 })).toBe(true);
  expect(isPointedAt(way, { output: null, entry: null })).toBe(false);
});
