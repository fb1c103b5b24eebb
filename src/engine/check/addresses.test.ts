import { describe, expect, test } from 'vitest';
import { problemError } from '../../base/problem.ts';
import { Drawing } from '../../build/drawing.testkit.ts';
import { settle } from '../../build/settle.ts';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { Bar } from '../../model/registers.ts';
import { checkMachine } from './checkMachine.ts';
import { cures, found, told } from './checks.testkit.ts';
import { isToldByChecks } from './isToldByChecks.ts';

const GIB = 2 ** 30;

const bar = (size: number, change: Partial<Bar> = {}): Bar => ({
  index: 0,
  kind: 'memory',
  is64bit: true,
  prefetchable: true,
  address: null,
  size,
  resizableTo: null,
  ...change,
});

const one = () => new Drawing().host('h0').put('rp0 rp1', 'port', 'h0').put('gpu0', 'gpu', 'rp0');

describe('one address', () => {
  test('for each function says nothing, for two is told', () => {
    const machine = one().settled;
    expect(told(machine, 'same-address')).toEqual([]);
    const twice = machine.functions.map((fn) =>
      fn.id === 'rp1'
        ? { ...fn, address: machine.functions.find(({ id }) => id === 'rp0')?.address ?? null }
        : fn,
    );
    expect(told({ ...machine, functions: twice }, 'same-address')).toEqual([
      expect.stringMatching(/^error rp0 and rp1 have the same address 0000:00:/),
    ]);
  });

  test('for two host bridges is told', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', '8086:29c0')
      .host('40:00.0', '8086:29c0')
      .build();
    expect(told(machine, 'same-address')).toEqual([]);
    const hostBridges = machine.hostBridges.map((host) => ({ ...host, rootBus: 0 }));
    expect(told({ ...machine, hostBridges }, 'same-address')).toEqual([
      'error host:0:0 and host:0:64 have the same root bus.',
    ]);
  });
});

describe('a number set by hand', () => {
  const fixed = (rp1: number) =>
    one()
      .set('rp0', (fn) => ({ ...fn, fixedAddress: { bus: null, device: 5, function: null } }))
      .set('rp1', (fn) => ({ ...fn, fixedAddress: { bus: null, device: rp1, function: 0 } }));

  test('that holds says nothing', () => {
    expect(told(fixed(6).settled, 'fixed-address')).toEqual([]);
  });

  test('that clashes is told, as one address or as a number not given', () => {
    const machine = fixed(5).settled;
    const ids = ['fixed-address', 'same-address'] as const;
    const clashes = ids.flatMap((id) => found(machine, id));
    expect(clashes).toHaveLength(1);
    expect(ids.flatMap((id) => cures(machine, id))).toHaveLength(1);
  });
});

describe('a device', () => {
  const numbered = (number: number) =>
    one().set('gpu0', (fn) => ({
      ...fn,
      fixedAddress: { bus: null, device: 0, function: number },
    })).settled;

  test('with function 0 says nothing', () => {
    expect(told(numbered(0), 'no-function-0')).toEqual([]);
  });

  test('without one is told', () => {
    const machine = numbered(2);
    expect(told(machine, 'no-function-0')).toEqual([
      'warning gpu0 is at a device without function 0.',
    ]);
    expect(cures(machine, 'no-function-0')).toEqual(['Make gpu0 function 0']);
  });
});

describe('bus numbers', () => {
  const reserved = (buses: number) =>
    one().set('rp1', (fn) => ({
      ...fn,
      hotplugReserve: { buses, memory: 0, prefetchable: 0 },
    })).settled;

  test('that suffice say nothing, more than there are is told', () => {
    expect(told(reserved(200), 'bus-numbers')).toEqual([]);
    expect(told(reserved(300), 'bus-numbers')).toEqual([
      expect.stringMatching(/^error Segment 0 needs 303 buses; there are 256 numbers\./),
    ]);
  });
});

test('functions that got no number are told, a drawing that nobody numbered is not', () => {
  const drawing = one();
  expect(told(drawing.raw, 'no-number')).toEqual([]);
  const machine = drawing.settled;
  expect(told(machine, 'no-number')).toEqual([]);
  const functions = machine.functions.map((fn) =>
    fn.id === 'gpu0' ? { ...fn, address: null } : fn,
  );
  expect(told({ ...machine, functions }, 'no-number')).toEqual([
    'error 1 function has no number: gpu0.',
  ]);
});

test('what settling told is told once', () => {
  const machine = ['rp0', 'rp1'].reduce(
    (drawing, port) =>
      drawing.set(port, (fn) => ({
        ...fn,
        fixedAddress: { bus: null, device: 5, function: 0 },
      })),
    one(),
  ).raw;
  const settled = settle(machine);
  const checks = checkMachine(settled.machine);
  expect(settled.problems).not.toEqual([]);
  expect(settled.problems.filter((each) => !isToldByChecks(each, checks))).toEqual([]);
  const ofALine = problemError('Unknown word.', { line: 3, where: 'rp1' });
  expect(isToldByChecks(ofALine, checks)).toBe(false);
});

describe('room for BARs', () => {
  test('that there is says nothing', () => {
    expect(told(one().settled, 'no-room')).toEqual([]);
  });

  test('that there is not is told', () => {
    const machine = one()
      .set('gpu0', (fn) => ({ ...fn, bars: [bar(64 * GIB)] }))
      .edit((each) => ({
        ...each,
        hostBridges: each.hostBridges.map((host) => ({
          ...host,
          windows: [
            {
              kind: 'prefetchable' as const,
              cpuBase: '0x1000000000' as never,
              busBase: '0x1000000000' as never,
              size: '0x40000000' as never,
            },
          ],
        })),
      })).settled;
    expect(told(machine, 'no-room')).toHaveLength(1);
    expect(cures(machine, 'no-room')).toEqual(['Give h0 128 GiB of prefetchable memory']);
  });
});

describe('memory for peers', () => {
  const offering = (size: number, resizableTo: readonly number[] | null) =>
    one().set('gpu0', (fn) => ({
      ...fn,
      bars: [bar(GIB, { resizableTo })],
      p2pMemory: [{ bar: 0, offset: 0, size, published: true }],
    })).raw;

  test('within its BAR says nothing', () => {
    expect(told(offering(GIB, null), 'memory-beyond-bar')).toEqual([]);
  });

  test('beyond it is told', () => {
    expect(told(offering(2 * GIB, null), 'memory-beyond-bar')).toEqual([
      'error gpu0 offers memory up to 2 GiB of BAR 0, which has 1 GiB.',
    ]);
    expect(cures(offering(2 * GIB, [GIB, 4 * GIB]), 'memory-beyond-bar')).toEqual([
      'Make BAR 0 of gpu0 4 GiB',
    ]);
  });

  test('of a GPU that its BAR could show more of is noted', () => {
    const small = offering(GIB, [GIB, 32 * GIB]);
    expect(told(small, 'small-bar')).toEqual(['note BAR 0 of gpu0 shows 1 GiB of up to 32 GiB.']);
    expect(cures(small, 'small-bar')).toEqual(['Make BAR 0 of gpu0 32 GiB']);
    expect(told(offering(GIB, null), 'small-bar')).toEqual([]);
    expect(told(offering(GIB, [GIB]), 'small-bar')).toEqual([]);
  });
});
