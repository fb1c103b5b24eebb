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

describe('why a number is not given', () => {
  const hintOf = (drawing: Drawing) =>
    found(drawing.settled, 'fixed-address').map(({ hint }) => hint);
  const on = (bus: number) => ({ bus, device: 0, function: 0 });

  test('another part has it', () => {
    const both = one();
    for (const id of ['rp0', 'rp1']) {
      both.set(id, (fn) => ({ ...fn, fixedAddress: { bus: null, device: 5, function: 0 } }));
    }
    expect(hintOf(both)).toEqual(['rp0 has that number.']);
  });

  test('its host bridge has other buses, or another port leads there', () => {
    const { settled } = one().put('gpu1', 'gpu', 'rp1');
    const wished = (bus: number, lastBus: number) => ({
      ...settled,
      hostBridges: settled.hostBridges.map((host) => ({ ...host, lastBus })),
      functions: settled.functions.map((fn) =>
        fn.id === 'gpu0' ? { ...fn, fixedAddress: { ...on(bus), device: 3 } } : fn,
      ),
    });
    const hints = (bus: number, lastBus: number) =>
      found(wished(bus, lastBus), 'fixed-address').map(({ hint }) => hint);
    expect(hints(0x77, 0x3f)).toEqual(['h0 has buses 00 to 3f.']);
    expect(hints(2, 0x3f)).toEqual(['Bus 02 is the one below rp1.']);
    expect(hints(0x20, 0x3f)).toEqual(['Buses 01 to 01 are below rp0.']);
    expect(hints(1, 0x3f)).toEqual(["The device at the end of rp0's link is number 00."]);
  });
});

test('two drawn host bridges with one root bus are one finding', () => {
  const { settled } = new Drawing()
    .host('h0')
    .host('h1')
    .put('rp0', 'port', 'h0')
    .put('rp1', 'port', 'h1');
  const machine = {
    ...settled,
    hostBridges: settled.hostBridges.map((host) => ({ ...host, domain: 0, rootBus: 0 })),
    functions: settled.functions.map((fn) => (fn.id === 'rp1' ? { ...fn, address: null } : fn)),
  };
  expect(told(machine, 'same-address')).toEqual([
    'error h0 and h1 have the same root bus, so nothing below h1 has a number.',
  ]);
  expect(told(machine, 'no-number')).toEqual([]);
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
    expect(cures(machine, 'no-room')).toEqual(['Give h0 64 GiB of prefetchable memory']);
  });

  const windowed = (kind: 'memory' | 'prefetchable', size: number, drawing = one()) =>
    drawing.edit((machine) => ({
      ...machine,
      hostBridges: machine.hostBridges.map((host) => ({
        ...host,
        windows: [
          {
            kind,
            cpuBase: '0x0' as never,
            busBase: '0x0' as never,
            size: `0x${size.toString(16)}` as never,
            chosen: 'address' as const,
          },
        ],
      })),
    }));
  const MIB = 2 ** 20;

  test('takes into account what bridges and alignment cost', () => {
    const drawing = new Drawing().host('h0').put('rp0 rp1 rp2 rp3', 'port', 'h0');
    for (let at = 0; at < 100; at++) {
      if (at % 25 === 0) drawing.put(`sw${at / 25}`, 'switch', `rp${at / 25}`);
      drawing.put(`n${at}`, 'nvme', `sw${Math.floor(at / 25)}`);
    }
    const machine = windowed('memory', 64 * MIB, drawing).settled;
    expect(cures(machine, 'no-room')).toEqual(['Give h0 128 MiB of memory below 4 GiB']);
  });

  test('is no larger than it must be', () => {
    const drawing = (sizes: readonly number[], change: Partial<Bar>) => {
      const made = new Drawing().host('h0').put('rp0 rp1 rp2', 'port', 'h0');
      sizes.forEach((size, at) => {
        made.put(`c${at}`, 'gpu', `rp${at}`);
        made.set(`c${at}`, (fn) => ({ ...fn, bars: [bar(size, change)] }));
      });
      return made;
    };
    const high = drawing([32 * GIB, 32 * GIB, 8 * GIB], {});
    expect(cures(windowed('prefetchable', 64 * GIB, high).settled, 'no-room')).toEqual([
      'Give h0 128 GiB of prefetchable memory',
    ]);
    const low = drawing([16 * MIB, 16 * MIB, 16 * MIB], { prefetchable: false, is64bit: false });
    expect(cures(windowed('memory', 32 * MIB, low).settled, 'no-room')).toEqual([
      'Give h0 64 MiB of memory below 4 GiB',
    ]);
  });

  test('is not asked for by what has no number', () => {
    const { settled } = one();
    const functions = settled.functions.map((fn) =>
      fn.id === 'gpu0' && fn.bars !== 'unknown'
        ? { ...fn, address: null, bars: fn.bars.map((each) => ({ ...each, address: null })) }
        : fn,
    );
    const machine = { ...settled, functions };
    expect(told(machine, 'no-number')).toHaveLength(1);
    expect(told(machine, 'no-room')).toEqual([]);
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

  test('of a size that no BAR has is told once, and becomes one that can be', () => {
    const odd = (resizableTo: readonly number[] | null) =>
      one().set('gpu0', (fn) => ({ ...fn, bars: [bar(3 * GIB, { resizableTo })] })).settled;
    expect(told(odd([GIB, 32 * GIB]), 'small-bar')).toEqual([]);
    expect(told(odd([GIB, 32 * GIB]), 'odd-bar')).toEqual([
      'note BAR 0 of gpu0 is said to be 3 GiB, which is no power of two; it takes up 4 GiB.',
    ]);
    expect(cures(odd([GIB, 32 * GIB]), 'odd-bar')).toEqual([
      'Make BAR 0 of gpu0 4 GiB',
      'Make BAR 0 of gpu0 32 GiB',
    ]);
    expect(cures(odd(null), 'odd-bar')).toEqual(['Make BAR 0 of gpu0 4 GiB']);
    expect(told(one().settled, 'odd-bar')).toEqual([]);
  });
});
