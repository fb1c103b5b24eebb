import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { drawnTree, numbersOf } from './drawnTree.testkit.ts';
import { numberMachine } from './numberMachine.ts';

/** The machine that a drawing becomes when it is built and a dump is taken. */
function captured(text: string): Machine {
  const { machine } = numberMachine(drawnTree(text));
  const functions = machine.functions.map((fn) => ({ ...fn, fixedAddress: null }));
  return { ...machine, origin: 'captured', functions };
}

const changed = (
  machine: Machine,
  id: string,
  change: (fn: PciFunction) => Partial<PciFunction>,
): Machine => ({
  ...machine,
  functions: machine.functions.map((fn) => (fn.id === id ? { ...fn, ...change(fn) } : fn)),
});

const moved = (machine: Machine, id: string, to: string): Machine => ({
  ...machine,
  functions: machine.functions.map((fn) =>
    fn.id === id || fn.physfn === id
      ? { ...fn, parent: { kind: 'function', id: to as FunctionId } }
      : fn,
  ),
});

/** What numbering changes, and what it tells; the same machine again changes nothing. */
function changes(machine: Machine) {
  const before = numbersOf(machine);
  const settled = numberMachine(machine);
  expect(numberMachine(settled.machine).machine).toBe(settled.machine);
  const after = Object.entries(numbersOf(settled.machine));
  return {
    numbers: Object.fromEntries(after.filter(([id, number]) => before[id] !== number)),
    told: settled.problems.map(({ text }) => text),
    machine: settled.machine,
  };
}

const SERVER = `
h0
  rp0 root-port
    gpu0
    audio0
  rp1 root-port
    up upstream
      dn0 downstream
        gpu1
      dn1 downstream
  rp2 root-port reserve=8
  rp3 root-port
    nic vfs=2 offset=4 stride=2
`;

describe('a captured machine', () => {
  const server = captured(SERVER);

  test('as it is stays the same object', () => {
    expect(numbersOf(server)).toMatchObject({
      rp0: '00:01.0 [01-01]',
      rp1: '00:02.0 [02-05]',
      rp2: '00:03.0 [06-0e]',
      rp3: '00:04.0 [0f-0f]',
    });
    expect(numberMachine(server)).toEqual({ machine: server, problems: [] });
    expect(numberMachine(server).machine).toBe(server);
  });

  test('a card in another port takes the number of that bus; its functions stay together', () => {
    const both = moved(moved(server, 'gpu0', 'dn1'), 'audio0', 'dn1');
    expect(changes(both)).toMatchObject({
      numbers: { gpu0: '05:00.0', audio0: '05:00.1' },
      told: [],
    });
  });

  test('a card beside another becomes a further function, and the first says so', () => {
    const { numbers, machine } = changes(moved(server, 'gpu1', 'rp3'));
    expect(numbers).toEqual({ gpu1: '0f:00.1' });
    expect(machine.functions.find((fn) => fn.id === 'nic')?.multifunction).toBe(true);
  });

  test('virtual functions go along', () => {
    expect(changes(moved(server, 'nic', 'dn1')).numbers).toEqual({
      nic: '05:00.0',
      'nic/vf1': '05:00.4',
      'nic/vf2': '05:00.6',
    });
  });

  test('a switch goes where numbers are kept free, and nothing else changes', () => {
    expect(changes(moved(server, 'up', 'rp2'))).toMatchObject({
      numbers: {
        up: '06:00.0 [07-09]',
        dn0: '07:00.0 [08-08]',
        gpu1: '08:00.0',
        dn1: '07:01.0 [09-09]',
      },
      told: [],
    });
  });

  test('a range is made longer where the numbers after it are free', () => {
    expect(changes(moved(server, 'up', 'rp3')).numbers).toEqual({
      up: '0f:00.1 [10-12]',
      dn0: '10:00.0 [11-11]',
      gpu1: '11:00.0',
      dn1: '10:01.0 [12-12]',
      rp3: '00:04.0 [0f-12]',
    });
  });

  test('where others are in the way, the port above gets another range', () => {
    expect(changes(moved(server, 'up', 'rp0')).numbers).toEqual({
      rp0: '00:01.0 [10-13]',
      gpu0: '10:00.0',
      audio0: '10:00.1',
      up: '10:00.2 [11-13]',
      dn0: '11:00.0 [12-12]',
      gpu1: '12:00.0',
      dn1: '11:01.0 [13-13]',
    });
  });

  test('where no range is long enough, all below the host bridge is numbered again', () => {
    const host = { ...server.hostBridges[0], lastBus: 0x0f } as Machine['hostBridges'][number];
    const { numbers, told } = changes(moved({ ...server, hostBridges: [host] }, 'up', 'rp0'));
    expect(numbers).toMatchObject({
      rp0: '00:01.0 [01-04]',
      rp1: '00:02.0 [05-05]',
      gpu1: '03:00.0',
    });
    expect(told).toEqual([expect.stringContaining('numbered again')]);
  });

  test('where there are not enough numbers at all, what came has none, and others keep theirs', () => {
    const host = { ...server.hostBridges[0], lastBus: 0x0f } as Machine['hostBridges'][number];
    const small = captured(SERVER.replace('reserve=8', 'reserve=8\n    x upstream'));
    const { numbers, told } = changes(moved({ ...small, hostBridges: [host] }, 'up', 'rp0'));
    expect(numbers).toEqual({
      up: '01:00.2 [?-?]',
      dn0: '- [?-?]',
      gpu1: '-',
      dn1: '- [?-?]',
    });
    expect(told).toEqual([expect.stringContaining('no bus number is left')]);
  });

  test('a new card, and a new switch with what is on it', () => {
    const more = drawnTree(`
h0
  rp2 root-port
    up2 upstream
      dn2 downstream
        gpu2
`).functions.slice(1);
    const { numbers, told } = changes({ ...server, functions: [...server.functions, ...more] });
    expect(numbers).toEqual({
      up2: '06:00.0 [07-08]',
      dn2: '07:00.0 [08-08]',
      gpu2: '08:00.0',
    });
    expect(told).toEqual([]);
  });

  test('a new host bridge takes numbers that no other has', () => {
    const added = drawnTree('h1\n  rp9 root-port\n    nvme');
    const { numbers, machine } = changes({
      ...server,
      hostBridges: [...server.hostBridges, ...added.hostBridges],
      functions: [...server.functions, ...added.functions],
    });
    expect(numbers).toEqual({ rp9: '80:01.0 [81-81]', nvme: '81:00.0' });
    expect(machine.hostBridges[0]).toBe(server.hostBridges[0]);
  });

  test('two with one address: the first keeps it', () => {
    const twice = changed(server, 'audio0', () => ({
      address: { domain: 0, bus: 1, device: 0, function: 0 },
    }));
    expect(changes(twice).numbers).toEqual({ audio0: '01:00.1' });
  });

  test('a number set by hand moves a function', () => {
    const set = changed(server, 'audio0', () => ({
      fixedAddress: { bus: null, device: 0, function: 5 },
    }));
    expect(changes(set).numbers).toEqual({ audio0: '01:00.5' });
  });

  test('another bus set by hand is told', () => {
    const set = changed(server, 'gpu1', () => ({
      fixedAddress: { bus: 9, device: null, function: null },
    }));
    expect(changes(set)).toMatchObject({
      numbers: {},
      told: ['gpu1 is to be on bus 09, and is on bus 04.'],
    });
  });
});

describe('virtual functions that reach over the end of their bus', () => {
  const NIC = `
    nic ari vfs=9 offset=250`;

  test('left without a number, they do not take one on a bus that others have', () => {
    const server = captured(`
h0
  rp0 root-port
    up upstream
      dn downstream
  rp1 root-port reserve=251
h1 domain=1
  rp2 root-port${NIC}
`);
    const { numbers, machine } = changes(moved(server, 'nic', 'rp0'));
    expect(numbersOf(machine)).toMatchObject({ up: '01:00.0 [02-03]', dn: '02:00.0 [03-03]' });
    expect(numbers).toMatchObject({ nic: '01:00.1', 'nic/vf5': '01:1f.7', 'nic/vf6': '-' });
  });

  test('they have none where their physical function has none', () => {
    const server = captured(`
h0
  rp0 root-port
    card vfs=7 offset=1
  rp1 root-port
    nic vfs=2 offset=1
`);
    const { numbers } = changes(moved(server, 'nic', 'rp0'));
    expect(numbers).toEqual({ nic: '-', 'nic/vf1': '-', 'nic/vf2': '-' });
  });
});

describe('what a dump does not show is left alone', () => {
  const server = captured(SERVER);

  test('what hangs in the air keeps its address, and a card goes onto a bus below it', () => {
    const orphan = changed(server, 'up', () => ({ parent: UNKNOWN }));
    expect(numberMachine(orphan)).toEqual({ machine: orphan, problems: [] });
    expect(changes(moved(orphan, 'gpu0', 'dn1')).numbers).toEqual({ gpu0: '05:00.0' });
  });

  test('hidden registers: the bus is that of everything behind the bridge', () => {
    const hidden = changed(server, 'rp0', () => ({ bridge: UNKNOWN }));
    expect(numberMachine(hidden).machine).toBe(hidden);
    expect(changes(moved(hidden, 'gpu1', 'rp0')).numbers).toEqual({ gpu1: '01:00.2' });
  });

  test('an empty bus of which nothing shows the number gets one', () => {
    const hidden = changed(server, 'rp2', () => ({ bridge: UNKNOWN }));
    const { numbers } = changes(moved(hidden, 'gpu1', 'rp2'));
    expect(numbers).toEqual({ gpu1: '06:00.0', rp2: '00:03.0 [06-0e]' });
  });
});
