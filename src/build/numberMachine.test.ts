import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import { drawnTree, numbersOf } from './drawnTree.testkit.ts';
import { numberMachine } from './numberMachine.ts';

/** Numbers of a drawn machine, and what was told; numbering again changes nothing. */
function numbered(machine: Machine | string) {
  const settled = numberMachine(typeof machine === 'string' ? drawnTree(machine) : machine);
  expect(numberMachine(settled.machine).machine).toBe(settled.machine);
  return {
    numbers: numbersOf(settled.machine),
    machine: settled.machine,
    told: settled.problems.map(({ where, text }) => `${where}: ${text}`),
  };
}

describe('buses, depth first', () => {
  test('a switch below the first root port, a drive below the second', () => {
    const { numbers, told } = numbered(`
h0
  first conventional host
  rp0 root-port
    up upstream
      dn0 downstream
        gpu
      dn1 downstream
  rp1 root-port
    nvme
`);
    expect(numbers).toEqual({
      first: '00:00.0',
      rp0: '00:01.0 [01-04]',
      up: '01:00.0 [02-04]',
      dn0: '02:00.0 [03-03]',
      gpu: '03:00.0',
      dn1: '02:01.0 [04-04]',
      rp1: '00:02.0 [05-05]',
      nvme: '05:00.0',
    });
    expect(told).toEqual([]);
  });

  test('bridges are scanned by their device numbers, not as they are drawn', () => {
    const { numbers } = numbered(`
h0
  rp0 root-port dev=9
  rp1 root-port dev=3
`);
    expect(numbers).toEqual({ rp0: '00:09.0 [02-02]', rp1: '00:03.0 [01-01]' });
  });

  test('a conventional bus', () => {
    const { numbers } = numbered(`
h0
  rp0 root-port
    pb pcie-to-pci
      card0 conventional
      cb conventional-bridge
        card1 conventional
      card2 conventional
`);
    expect(numbers).toEqual({
      rp0: '00:01.0 [01-03]',
      pb: '01:00.0 [02-03]',
      card0: '02:00.0',
      cb: '02:01.0 [03-03]',
      card1: '03:00.0',
      card2: '02:02.0',
    });
  });
});

describe('functions', () => {
  test('below a port all are functions of device 0, and say so', () => {
    const { numbers, machine } = numbered(`
h0
  rp0 root-port
    gpu
    audio
  rp1 root-port
    nvme
`);
    expect(numbers).toMatchObject({ gpu: '01:00.0', audio: '01:00.1', nvme: '02:00.0' });
    expect(machine.functions.map((fn) => fn.multifunction)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  test('management functions beside an upstream port', () => {
    const { numbers } = numbered(`
h0
  rp0 root-port
    up upstream
      dn0 downstream
    mgmt
`);
    expect(numbers).toMatchObject({ up: '01:00.0 [02-03]', mgmt: '01:00.1' });
  });

  test('numbers set by hand come first; a function without a device joins the one before', () => {
    const { numbers } = numbered(`
h0
  a root-port dev=1
  b root-port
  c root-port fn=1
  d root-port fn=0
`);
    expect(numbers).toMatchObject({
      a: '00:01.0 [01-01]',
      b: '00:02.0 [02-02]',
      c: '00:02.1 [03-03]',
      d: '00:03.0 [04-04]',
    });
  });

  test('more than eight functions need ARI', () => {
    const nine = (word: string) =>
      `h0\n  rp0 root-port\n${Array.from({ length: 9 }, (_, n) => `    f${n} ${word}`).join('\n')}`;
    expect(numbered(nine('')).numbers).toMatchObject({ f7: '01:00.7', f8: '-' });
    expect(numbered(nine('')).told).toEqual([
      'f8: f8 has no number: a device has 8 functions, more with ARI only.',
    ]);
    expect(numbered(nine('ari'))).toMatchObject({ numbers: { f8: '01:01.0' }, told: [] });
  });

  test('33 devices on a bus', () => {
    const ports = Array.from({ length: 32 }, (_, n) => `  rp${n} root-port`).join('\n');
    const { numbers, told } = numbered(`h0\n${ports}`);
    expect(numbers).toMatchObject({ rp0: '00:01.0 [01-01]', rp30: '00:1f.0 [1f-1f]' });
    expect(numbers.rp31).toBe('- [?-?]');
    expect(told).toEqual(['rp31: rp31 has no number: a bus has room for 32 devices.']);
  });
});

describe('virtual functions', () => {
  test('follow offset and stride, over the end of the bus', () => {
    const { numbers } = numbered(`
h0
  rp0 root-port
    pf vfs=3 offset=128 stride=64
  rp1 root-port
    nvme
`);
    expect(numbers).toMatchObject({
      rp0: '00:01.0 [01-02]',
      pf: '01:00.0',
      'pf/vf1': '01:10.0',
      'pf/vf2': '01:18.0',
      'pf/vf3': '02:00.0',
      rp1: '00:02.0 [03-03]',
    });
  });

  test('buses are kept free for all that could come up', () => {
    const { numbers } = numbered(`
h0
  rp0 root-port
    pf vfs=1 offset=1 stride=1 total=512
  rp1 root-port
`);
    expect(numbers).toMatchObject({ rp0: '00:01.0 [01-03]', rp1: '00:02.0 [04-04]' });
  });

  test('without offset and stride they follow the functions of the device', () => {
    const { numbers } = numbered(`
h0
  rp0 root-port
    pf0 vfs=2
    pf1 vfs=2
`);
    expect(numbers).toMatchObject({
      'pf0/vf1': '01:00.2',
      'pf0/vf2': '01:00.3',
      'pf1/vf1': '01:00.4',
      'pf1/vf2': '01:00.5',
    });
  });

  test('an offset that leads to what is there is told', () => {
    const { numbers, told } = numbered(`
h0
  rp0 root-port
    pf0 vfs=1 offset=1
    f1
`);
    expect(numbers).toMatchObject({ f1: '01:00.1', 'pf0/vf1': '01:00.2' });
    expect(told).toEqual([expect.stringContaining('pf0: The SR-IOV offset and stride')]);
  });
});

describe('numbers kept free', () => {
  const tree = `
h0
  rp0 root-port reserve=4
    nvme
  rp1 root-port
`;
  test('what a hotplug port asks for', () => {
    expect(numbered(tree).numbers).toMatchObject({
      rp0: '00:01.0 [01-05]',
      rp1: '00:02.0 [06-06]',
    });
  });

  test('the least size on the command line counts for hotplug ports only', () => {
    const machine = drawnTree(tree);
    const settings = { ...machine.settings, cmdline: 'quiet pci=noats,hpbussize=8' };
    expect(numbered({ ...machine, settings }).numbers).toMatchObject({
      rp0: '00:01.0 [01-08]',
      rp1: '00:02.0 [09-09]',
    });
  });

  test('never beyond the host bridge', () => {
    const { numbers, told } = numbered('h0\n  rp0 root-port reserve=255\n    up upstream');
    expect(numbers).toMatchObject({ rp0: '00:01.0 [01-ff]' });
    expect(told).toEqual(['rp0: rp0 keeps 2 bus numbers less free than it is to.']);
  });
});

describe('bus numbers set by hand', () => {
  test('what fits before stays before, the rest comes after', () => {
    const { numbers, told } = numbered(`
h0
  rp0 root-port
  rp1 root-port
    up upstream
      dn downstream
  rp2 root-port
    gpu bus=03
  rp3 root-port
`);
    expect(numbers).toMatchObject({
      rp0: '00:01.0 [01-01]',
      rp2: '00:03.0 [03-03]',
      gpu: '03:00.0',
      rp1: '00:02.0 [04-06]',
      rp3: '00:04.0 [07-07]',
    });
    expect(told).toEqual([]);
  });

  test('deep down, the ranges above begin early enough', () => {
    const { numbers, told } = numbered(`
h0
  rp0 root-port
    up upstream
      dn downstream
        gpu bus=21
`);
    expect(numbers).toEqual({
      rp0: '00:01.0 [1f-21]',
      up: '1f:00.0 [20-21]',
      dn: '20:00.0 [21-21]',
      gpu: '21:00.0',
    });
    expect(told).toEqual([]);
  });

  test('two buses cannot have one number', () => {
    const { numbers, told } = numbered(`
h0
  rp0 root-port
    gpu0 bus=05
  rp1 root-port
    gpu1 bus=05
`);
    expect(numbers).toMatchObject({ gpu0: '05:00.0', gpu1: '06:00.0' });
    expect(told).toEqual(['gpu1: gpu1 is to be on bus 05, and is on bus 06.']);
  });
});

describe('what cannot be is told, and never throws', () => {
  test.each([
    ['function 8', 'h0\n  rp0 root-port\n    f fn=8', { f: '01:00.0' }, 'is to be function 8'],
    ['device 32', 'h0\n  rp0 root-port dev=32', { rp0: '00:01.0 [01-01]' }, 'is to be device 32'],
    [
      'one number twice',
      'h0\n  a root-port dev=2 fn=0\n  b root-port dev=2 fn=0',
      { a: '00:02.0 [02-02]', b: '00:01.0 [01-01]' },
      'which another part has',
    ],
    [
      'device 1 at the end of a link',
      'h0\n  rp0 root-port\n    f dev=1',
      { f: '01:01.0' },
      'only device 0 is looked for',
    ],
    [
      'what is below no bridge',
      'h0\n  nvme\n    other',
      { nvme: '00:01.0', other: '-' },
      'which is no bridge',
    ],
  ])('%s', (_, text, numbers, told) => {
    const found = numbered(text);
    expect(found.numbers).toMatchObject(numbers);
    expect(found.told).toEqual([expect.stringContaining(told)]);
  });

  test('a loop, a parent that is not there, one that is not known', () => {
    const machine = drawnTree(
      'h0\n  rp0 root-port\n    a upstream\n      b downstream\n    c\n    d',
    );
    const parents: Readonly<Record<string, string>> = { a: 'b', c: 'nobody' };
    const functions = machine.functions.map((fn) => {
      const id = parents[fn.id] as FunctionId | undefined;
      if (fn.id === 'd') return { ...fn, parent: UNKNOWN };
      return id === undefined ? fn : { ...fn, parent: { kind: 'function' as const, id } };
    });
    const { numbers, told } = numbered({ ...machine, functions });
    expect(numbers).toEqual({
      rp0: '00:01.0 [01-01]',
      a: '- [?-?]',
      b: '- [?-?]',
      c: '-',
      d: '-',
    });
    expect(told).toEqual([
      'a: a is above itself, so nothing on that way has a number.',
      'c: c is below nobody, which is not there.',
      'd: What is above d is not known, so it has no number.',
    ]);
  });

  test('more than 256 buses', () => {
    const ports = (count: number, name: string) =>
      Array.from({ length: count }, (_, n) => `      ${name}d${n} downstream\n`).join('');
    const text = Array.from(
      { length: 9 },
      (_, n) => `  rp${n} root-port\n    up${n} upstream\n${ports(30, `p${n}`)}`,
    ).join('');
    const { numbers, told } = numbered(`h0\n${text}`);
    // Eight times 32 are 256; the root bus itself takes one of them.
    expect(numbers).toMatchObject({
      p7d28: '02:1c.0 [ff-ff]'.replace('02', 'e2'),
      rp8: '00:09.0 [?-?]',
    });
    expect(told).toEqual([
      expect.stringMatching(/^p7d29: p7d29 and 1 more bridges: no bus number/),
    ]);
  });

  test('a chain of bridges that never ends', () => {
    const deep = Array.from(
      { length: 1_000 },
      (_, n) => `${'  '.repeat(n + 1)}b${n} ${n % 2 ? 'downstream' : n ? 'upstream' : 'root-port'}`,
    );
    const { numbers, told } = numbered(`h0\n${deep.join('\n')}`);
    expect(numbers).toMatchObject({
      b254: 'fe:00.0 [ff-ff]',
      b255: 'ff:00.0 [?-?]',
      b256: '- [?-?]',
    });
    expect(told).toHaveLength(1);
  });
});
