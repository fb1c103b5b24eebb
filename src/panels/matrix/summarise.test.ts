import { expect, test } from 'vitest';
import { analyze, type PairTable } from '../../engine/analyze.ts';
import { OUTCOME } from '../../engine/p2pdma/outcome.ts';
import { isEndpointLike } from '../../model/classCode.ts';
import { deviceKind } from '../../model/deviceKind.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import {
  countAll,
  countOfKinds,
  countShown,
  countsWords,
  kindPairTitle,
  summarise,
} from './summarise.ts';

const { BUS_ADDR: D, THRU_HOST_BRIDGE: H, NOT_SUPPORTED: N } = OUTCOME;

/** Two GPUs, a NIC and a drive; the last column is not all known. */
const table: PairTable = {
  functions: ['01:00.0', '02:00.0', '03:00.0', '04:00.0'].map(id),
  possible: Uint8Array.of(D, D, H, D | N, D, D, N, N, H, N, D, N, D | H, N, N, D),
  distance: new Int16Array(16),
};
const summary = summarise(table, ['gpu', 'gpu', 'nic', 'nvme']);

test('ordered pairs are counted by the kinds of their ends, none with itself', () => {
  expect(
    summary.pairs.map((pair) => `${kindPairTitle(pair)}: ${countsWords(pair.counts)}`),
  ).toEqual([
    'GPUs × GPUs: 2 direct, 0 via host, 0 refused',
    'GPUs × NICs: 0 direct, 1 via host, 1 refused',
    'GPUs × NVMe drives: 0 direct, 0 via host, 1 refused, 1 unknown',
    'NICs × GPUs: 0 direct, 1 via host, 1 refused',
    'NICs × NVMe drives: 0 direct, 0 via host, 1 refused',
    'NVMe drives × GPUs: 0 direct, 0 via host, 1 refused, 1 unknown',
    'NVMe drives × NICs: 0 direct, 0 via host, 1 refused',
  ]);
});

test('the whole machine has all ordered pairs', () => {
  expect(countAll(summary.total)).toBe(4 * 3);
  expect(countsWords(summary.total)).toBe('2 direct, 2 via host, 6 refused, 2 unknown');
});

test('kinds are added up', () => {
  const [gpus, all] = [new Set(['gpu'] as const), new Set(['gpu', 'nic', 'nvme'] as const)];
  expect(countsWords(countOfKinds(summary, gpus, new Set(['nic'])))).toBe(
    '0 direct, 1 via host, 1 refused',
  );
  expect(countOfKinds(summary, all, all)).toEqual(summary.total);
});

test('a matrix of some rows and columns counts what it shows', () => {
  expect(countsWords(countShown(table, [0, 1], [1, 2]))).toBe('1 direct, 1 via host, 1 refused');
});

test('eight GPUs and eight NICs below four switches', () => {
  const builder = new MachineBuilder().host('00:00.0', '1234:1111');
  for (let at = 0; at < 4; at++) {
    const bus = 0x10 + at * 0x10;
    const hex = (n: number) => n.toString(16);
    builder.rootPort(`00:0${at + 1}.0`, `${hex(bus)}-${hex(bus + 5)}`);
    builder.upstream(`${hex(bus)}:00.0`, `${hex(bus + 1)}-${hex(bus + 5)}`);
    for (let card = 0; card < 4; card++) {
      const redirects = at === 3 ? { acs: acs(0x1d) } : {};
      builder.downstream(`${hex(bus + 1)}:0${card}.0`, hex(bus + 2 + card), redirects);
      const classCode = card < 2 ? 0x030200 : 0x020000;
      builder.endpoint(`${hex(bus + 2 + card)}:00.0`, { id: '10de:2330', change: { classCode } });
    }
  }
  const machine = builder.build();
  const listed = machine.functions.filter(isEndpointLike);
  const found = summarise(
    analyze(machine).table(listed.map((fn) => fn.id)),
    listed.map(deviceKind),
  );
  const pair = found.pairs.find(({ provider, client }) => provider === 'gpu' && client === 'nic');
  expect(pair && countsWords(pair.counts)).toBe('12 direct, 0 via host, 52 refused');
});
