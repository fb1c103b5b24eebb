import { describe, expect, test } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import type { DeviceKind } from '../../model/deviceKind.ts';
import type { FunctionId } from '../../model/ids.ts';
import { id, MachineBuilder } from '../../model/machine.testkit.ts';
import { arrangeAxis } from './arrangeAxis.ts';
import { listFunctions } from './listFunctions.ts';

const GPU = { id: '10de:2330', change: { classCode: 0x030200 } };
const NIC = { change: { classCode: 0x020000 } };
const machine = new MachineBuilder()
  .host('00:00.0', '8086:29c0')
  .rciep('00:05.0', NIC)
  .rciep('00:03.0', GPU)
  .rciep('00:04.0')
  .rciep('00:06.0', GPU)
  .build();
const listed = listOf(['00:05.0', '00:03.0', '00:04.0', '00:06.0'].map(id));

function listOf(functions: readonly FunctionId[]) {
  const table = analyze(machine).table(functions);
  const byId = new Map(machine.functions.map((fn) => [fn.id, fn]));
  const titles = new Map([[id('00:05.0'), 'Mellanox Technologies MT2892 [ConnectX-6 Dx]']]);
  const found = listFunctions(table, byId, titles);
  if (!found) throw new Error('nothing listed');
  return found;
}

const ALL = new Set<DeviceKind>(['gpu', 'nic', 'nvme']);
const names = (axis: ReturnType<typeof arrangeAxis>) => axis.items.map(({ name }) => name.slice(5));

describe('order', () => {
  test('by kind, then by address; a gap before each kind but the first', () => {
    const axis = arrangeAxis(listed, { kinds: ALL, search: '' }, 'kind');
    expect(names(axis)).toEqual(['00:03.0', '00:06.0', '00:05.0', '00:04.0']);
    expect(axis.runs).toEqual([
      { kind: 'gpu', begin: 0, end: 2, before: 0 },
      { kind: 'nic', begin: 2, end: 3, before: 1 },
      { kind: 'nvme', begin: 3, end: 4, before: 2 },
    ]);
    expect([...axis.gaps]).toEqual([2, 3]);
  });

  test('by address alone', () => {
    const axis = arrangeAxis(listed, { kinds: ALL, search: '' }, 'address');
    expect(names(axis)).toEqual(['00:03.0', '00:04.0', '00:05.0', '00:06.0']);
    expect(axis.runs).toHaveLength(4);
  });

  test('places in the table stay', () => {
    const axis = arrangeAxis(listed, { kinds: ALL, search: '' }, 'address');
    expect(axis.items.map(({ place }) => place)).toEqual([1, 2, 0, 3]);
  });
});

describe('filters', () => {
  test('kinds', () => {
    const axis = arrangeAxis(listed, { kinds: new Set(['nic']), search: '' }, 'kind');
    expect(names(axis)).toEqual(['00:05.0']);
  });

  test('words of the address or the name, in any order and case', () => {
    const find = (search: string) => names(arrangeAxis(listed, { kinds: ALL, search }, 'kind'));
    expect(find('00:06')).toEqual(['00:06.0']);
    expect(find(' connectx MELLANOX ')).toEqual(['00:05.0']);
    expect(find('connectx 00:06')).toEqual([]);
  });
});

test('a table of another machine lists nothing', () => {
  const table = analyze(machine).table([id('00:05.0')]);
  expect(listFunctions(table, new Map(), new Map())).toBeNull();
});
