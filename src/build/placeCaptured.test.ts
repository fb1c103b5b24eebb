import { expect, test } from 'vitest';
import { hex64 } from '../base/hex.ts';
import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import type { HostWindow, Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { addressMap } from './addressMap.ts';
import { placeAddresses } from './placeAddresses.ts';
import { bar, below, drawn, hostBridge, onBus, partAt } from './placeMachine.testkit.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

function window(kind: HostWindow['kind'], base: bigint, size: bigint): HostWindow {
  return { kind, cpuBase: hex64(base), busBase: hex64(base), size: hex64(size) };
}

const HOST = hostBridge('h0', {
  windows: [
    window('memory', 0x9000_0000n, 0x1000_0000n),
    window('prefetchable', 0x40_0000_0000n, 0x40_0000_0000n),
  ],
});

/** Three root ports, of which the first two hold a card, captured as firmware placed them. */
function captured(hosts = [HOST]): Machine {
  const address = (bus: number, device = 0) => ({ domain: 0, bus, device, function: 0 });
  const card = (size: number) => [bar(0, 16 * 1024, { prefetchable: false }), bar(2, size)];
  const functions = [
    partAt('rp1', onBus('h0'), 'root-port', { address: address(0, 1) }),
    partAt('rp2', onBus('h0'), 'root-port', { address: address(0, 2) }),
    partAt('rp3', onBus('h0'), 'root-port', { address: address(0, 3) }),
    partAt('a', below('rp1'), 'endpoint', { address: address(1), bars: card(16 * GIB) }),
    partAt('b', below('rp2'), 'endpoint', { address: address(2), bars: card(256 * MIB) }),
  ];
  const { machine } = placeAddresses(drawn(hosts, functions));
  const names = new Map(machine.functions.map(({ id, address: at }) => [id, at]));
  const idOf = (id: FunctionId) => {
    const at = names.get(id);
    return at ? (`0000:0${at.bus}:0${at.device}.0` as FunctionId) : id;
  };
  return {
    ...machine,
    origin: 'captured',
    functions: machine.functions.map((fn) => ({
      ...fn,
      id: idOf(fn.id),
      parent:
        fn.parent !== UNKNOWN && fn.parent.kind === 'function'
          ? { kind: 'function', id: idOf(fn.parent.id) }
          : fn.parent,
    })),
  };
}

const A = '0000:01:00.0' as FunctionId;
const RP3 = '0000:00:03.0' as FunctionId;

function find({ functions }: Machine, id: string): PciFunction {
  const fn = functions.find((each) => each.id === id);
  if (!fn) throw new Error(`no ${id}`);
  return fn;
}

/** As a change leaves it: plugged in elsewhere, without numbers. */
function move(machine: Machine, id: FunctionId, to: FunctionId, bus: number) {
  const change = (isNumbered: boolean): Machine => ({
    ...machine,
    functions: machine.functions.map((fn) =>
      fn.id === id
        ? {
            ...fn,
            parent: { kind: 'function', id: to },
            address: isNumbered ? { domain: 0, bus, device: 0, function: 0 } : null,
            bars:
              fn.bars === UNKNOWN ? UNKNOWN : fn.bars.map((each) => ({ ...each, address: null })),
          }
        : fn,
    ),
  });
  return { before: change(false), numbered: change(true) };
}

function windowsOf(fn: PciFunction): readonly string[] {
  if (!fn.bridge || fn.bridge === UNKNOWN || fn.bridge.windows === UNKNOWN) return [];
  return fn.bridge.windows.map(({ kind, base, limit }) => `${kind} ${base}-${limit}`);
}

function addresses(fn: PciFunction): readonly (string | null)[] {
  return fn.bars === UNKNOWN ? [] : fn.bars.map(({ address }) => address);
}

test('a captured machine stays what it is', () => {
  const machine = captured();
  expect(placeAddresses(machine).machine).toBe(machine);
});

test('a card that was moved gets a place below its new port, and nothing else changes', () => {
  const machine = captured();
  const { before, numbered } = move(machine, A, RP3, 3);
  const { machine: placed, problems } = placeAddresses(numbered, before);
  expect(problems).toEqual([]);
  expect(windowsOf(find(placed, RP3))).toEqual([
    'memory 0x90200000-0x902fffff',
    'prefetchable 0x4800000000-0x4bffffffff',
  ]);
  expect(addresses(find(placed, A))).toEqual(['0x90200000', '0x4800000000']);
  const others = placed.functions.filter(({ id }) => id !== A && id !== RP3);
  for (const fn of others) expect(fn).toBe(find(numbered, fn.id));
  expect(placeAddresses(placed).machine).toEqual(placed);
  expect(addressMap(placed).troubles).toEqual([]);
});

test('where the host bridge’s windows are not known, what it is seen to pass serves: empty windows yield', () => {
  const machine = captured();
  const hidden = { ...machine, hostBridges: [{ ...HOST, windows: UNKNOWN }] } as Machine;
  const { before, numbered } = move(hidden, A, RP3, 3);
  const { machine: placed, problems } = placeAddresses(numbered, before);
  expect(problems).toEqual([]);
  // The port that it was plugged into has nothing behind it any more.
  expect(windowsOf(find(placed, '0000:00:01.0'))).toEqual([]);
  expect(addresses(find(placed, A))).toEqual(addresses(find(machine, A)));
  expect(placeAddresses(placed).machine).toEqual(placed);
});

test('windows on the way are enlarged into what is free beside them, and no BAR moves', () => {
  const machine = captured();
  const added = partAt('new', below('0000:00:02.0'), 'endpoint', {
    address: { domain: 0, bus: 2, device: 1, function: 0 },
    bars: [bar(0, 512 * MIB)],
  });
  const { machine: placed, problems } = placeAddresses({
    ...machine,
    functions: [...machine.functions, added],
  });
  expect(problems).toEqual([]);
  expect(windowsOf(find(placed, '0000:00:02.0'))).toEqual([
    'memory 0x90100000-0x901fffff',
    'prefetchable 0x4400000000-0x443fffffff',
  ]);
  expect(addresses(find(placed, 'new'))).toEqual(['0x4420000000']);
  for (const fn of placed.functions) {
    if (fn.id !== '0000:00:02.0' && fn.id !== 'new') expect(fn).toBe(find(machine, fn.id));
  }
});

test('a window between others that cannot grow is laid out anew elsewhere, with what is in it', () => {
  const machine = captured();
  const added = partAt('new', below('0000:00:01.0'), 'endpoint', {
    address: { domain: 0, bus: 1, device: 1, function: 0 },
    bars: [bar(0, 16 * GIB)],
  });
  const { machine: placed, problems } = placeAddresses({
    ...machine,
    functions: [...machine.functions, added],
  });
  expect(problems).toEqual([]);
  expect(windowsOf(find(placed, '0000:00:01.0'))).toEqual([
    'memory 0x90000000-0x900fffff',
    'prefetchable 0x4800000000-0x4fffffffff',
  ]);
  expect(addressMap(placed).troubles).toEqual([]);
  expect(find(placed, '0000:02:00.0')).toBe(find(machine, '0000:02:00.0'));
});

test('what finds no room has no address and is told', () => {
  const machine = captured();
  const added = partAt('new', below(RP3), 'endpoint', {
    address: { domain: 0, bus: 3, device: 0, function: 0 },
    bars: [bar(0, 1024 * GIB), bar(2, 64 * MIB, { resizableTo: [32 * MIB] })],
  });
  const { machine: placed, problems } = placeAddresses({
    ...machine,
    functions: [...machine.functions, added],
  });
  expect(addresses(find(placed, 'new'))).toEqual([null, '0x4410000000']);
  expect(problems.map(({ text, where }) => `${where}: ${text}`)).toEqual([
    'new: BAR 0 of 0000:03:00.0 (1 TiB) finds no room: the windows above it are full, and nothing shows space to enlarge them.',
  ]);
  expect(placeAddresses(placed).machine).toEqual(placed);
});

test('what is not known stays as it is', () => {
  const machine = captured();
  const closed = machine.functions.map((fn) =>
    fn.id === RP3 && fn.bridge && fn.bridge !== UNKNOWN
      ? { ...fn, bridge: { ...fn.bridge, windows: UNKNOWN } }
      : fn,
  ) as PciFunction[];
  const { before, numbered } = move({ ...machine, functions: closed }, A, RP3, 3);
  const { machine: placed, problems } = placeAddresses(numbered, before);
  expect(placed).toBe(numbered);
  expect(problems.map(({ severity }) => severity)).toEqual(['note', 'note']);
});
