import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { readSketch } from './readSketch.ts';
import { functionCalled, machineOf } from './sketch.testkit.ts';
import { writeSketch } from './writeSketch.ts';

const EXAMPLE = `# two sockets, one switch, a drive with a CMB
machine "demo target"
cpu AuthenticAMD:0x1a            # vendor:family, decides what the kernel allows
kernel 6.12 "iommu=pt pci=disable_acs_redir=pci:0:0"
iommu amd

socket 0
  host h0 1022:14a4              # host bridge; the id of the first device on its root bus
    rp0: port gen5 x16
      sw0: switch pex89104 gen5 x16 acs=SV,RR,CR,UF
        gpu0: gpu "RTX PRO 6000" gen5 x16 bar=128G
        gpu1: gpu "RTX PRO 6000" gen5 x16 bar=128G
        nvme0: nvme gen4 x4 cmb=1G
    rp1: port gen5 x16 acscap=none
      nic0: nic mlx5 gen5 x16 mrrs=512 tags=256
socket 1
  host h1 1022:14a4
    rp2: port gen5 x16
      gpu2: gpu gen5 x16

flow f0: gpu0 -> gpu1 write
flow f1: nic0 <- nvme0 read size=64K depth=32
flow f2: gpu0 <-> gpu1 write                # both ways
group ring: gpu0 -> gpu1 -> gpu2 -> gpu0 write
group a2a: all(gpu0 gpu1 gpu2) write size=64M
list L on nic0: ram 16 x 4K scattered, nvme0+0+8K, ram 0x40001000+4K
`;

describe('the example', () => {
  const machine = machineOf(EXAMPLE);
  const fn = (name: string) => functionCalled(machine, name);

  test('settings', () => {
    expect(machine.name).toBe('demo target');
    expect(machine.origin).toBe('drawn');
    expect(machine.settings).toEqual({
      kernel: '6.12',
      cmdline: 'iommu=pt pci=disable_acs_redir=pci:0:0',
      cpu: { arch: 'x86', vendor: 'AuthenticAMD', family: 0x1a },
      iommu: 'amd',
      iommuMode: UNKNOWN,
      acsWords: 'boot',
    });
  });

  test('sockets and hosts', () => {
    expect(machine.sockets.map(({ id, numaNode }) => [id, numaNode])).toEqual([
      ['socket0', 0],
      ['socket1', 1],
    ]);
    expect(machine.hostBridges.map(({ id, label, socket }) => [id, label, socket])).toEqual([
      ['h0', 'h0', 'socket0'],
      ['h1', 'h1', 'socket1'],
    ]);
    expect(fn('h0/00.0').pciId).toEqual({ vendor: 0x1022, device: 0x14a4 });
  });

  test('the switch: uplink, ports that nobody named, control bits of its ports', () => {
    expect(fn('sw0').type).toBe('upstream');
    expect(fn('gpu0').parent).toEqual({ kind: 'function', id: 'gpu0/port' });
    const port = fn('gpu0/port');
    expect(port.type).toBe('downstream');
    expect(port.acs).toMatchObject({ control: 0x1d, firmwareControl: 0x1d });
    expect(fn('sw0').acs).not.toMatchObject({ control: 0x1d });
  });

  test('figures of devices, and both ends of a link', () => {
    const current = (name: string) => fn(name).pcie;
    expect(current('nvme0')).toMatchObject({ link: { current: { gts: 16, width: 4 } } });
    expect(current('nvme0/port')).toMatchObject({ link: { current: { gts: 16, width: 4 } } });
    expect(current('nic0')).toMatchObject({ maxReadRequest: 512, tags: 256 });
    expect(fn('rp1').acs).toBeNull();
    expect(fn('nvme0').p2pMemory).toEqual([{ bar: 2, offset: 0, size: 2 ** 30, published: true }]);
    const { bars } = fn('gpu0');
    expect(bars === UNKNOWN ? [] : bars.map(({ size }) => size)).toContain(128 * 2 ** 30);
    expect(fn('gpu2').numaNode).toBe(1);
  });

  test('work', () => {
    const { flows, groups, scatterlists } = machine.workload;
    const ends = flows.map(({ id, from, to, operation, bothWays }) => [
      id,
      from.kind === 'function' && from.id,
      to.kind === 'function' && to.id,
      operation,
      bothWays,
    ]);
    expect(ends).toEqual([
      ['f0', 'gpu0', 'gpu1', 'write', false],
      ['f1', 'nvme0', 'nic0', 'read', false],
      ['f2', 'gpu0', 'gpu1', 'write', true],
    ]);
    expect(flows[1]).toMatchObject({ sizeBytes: 65_536, queueDepth: 32 });
    expect(groups.map(({ pattern, members }) => [pattern, members.length])).toEqual([
      ['ring', 3],
      ['all-to-all', 3],
    ]);
    expect(scatterlists[0]?.entries).toHaveLength(18);
    expect(scatterlists[0]?.entries[16]).toEqual({
      kind: 'peer',
      provider: 'nvme0',
      bar: 2,
      offset: 0,
      length: 8192,
    });
  });

  test('the line of each part', () => {
    const { lineOf } = readSketch(EXAMPLE, null);
    const lines = Object.fromEntries(lineOf) as Record<string, number>;
    expect(lines).toMatchObject({
      socket0: 7,
      h0: 8,
      'h0/00.0': 8,
      rp0: 9,
      sw0: 10,
      gpu0: 11,
      'gpu0/port': 11,
      nic0: 15,
      f1: 22,
      ring: 24,
      L: 26,
    });
    expect(machine.functions.every(({ id }) => lineOf.has(id))).toBe(true);
  });
});

describe('mistakes are told where they are, and the rest is read', () => {
  const HOST = 'host h0\n  rp0: port\n';
  test.each<[string, string, number, string, string | null]>([
    ['an unknown kind', `${HOST}    gpu0: gqu`, 3, 'gqu', 'gpu'],
    ['an unknown statement', 'machin "a"', 1, 'machin', 'machine'],
    ['an unknown attribute', `${HOST}    gpu0: gpu mrs=512`, 3, 'mrs', 'mrrs'],
    ['a bad value', `${HOST}    gpu0: gpu bar=lots`, 3, 'lots', null],
    ['a bad size', `${HOST}    gpu0: gpu bar=12Q`, 3, '12Q', null],
    ['a number out of range', `${HOST}    gpu0: gpu x65`, 3, '65', null],
    ['a number that is missing', `${HOST}    gpu0: gpu\n      vf driver=-`, 4, 'driver=-', 'vf 1'],
    ['a tab', 'host h0\n\trp0: port', 2, '\t', '  '],
    ['odd indentation', 'host h0\n   rp0: port', 2, '   ', '  '],
    ['too deep', 'host h0\n      rp0: port', 2, '      ', null],
    ['a kind that cannot stand there', 'host h0\n  socket 1', 2, 'socket', null],
    ['a part at the left', 'gpu0: gpu', 1, 'gpu', null],
    ['a name used twice', `${HOST}    a: gpu\n  a: port`, 4, 'a:', null],
    ['an unknown model', `${HOST}    gpu0: gpu "RTX PRO 600"`, 3, '"RTX PRO 600"', 'RTX PRO 6000'],
    ['an unknown name', `${HOST}    gpu0: gpu\nflow f: gpu0 -> gpu1 write`, 4, 'gpu1', 'gpu0'],
    ['an unknown slot', `slot S1: x16\n${HOST}    gpu0: gpu slot=S2`, 4, 'slot=S2', 'S1'],
    ['a quote that stays open', 'machine "a', 1, '"a', '"a"'],
    ['an attribute twice', `${HOST}    gpu0: gpu mps=128 mps=256`, 3, 'mps=256', null],
    ['a value that is missing', `${HOST}    gpu0: gpu mps`, 3, 'mps', 'mps=128'],
    [
      'through of a ring',
      `${HOST}    gpu0: gpu\ngroup g: ring(gpu0 gpu0) write through=ram`,
      4,
      'through=ram',
      null,
    ],
    [
      'through nothing that there is',
      `${HOST}    nic0: nic\n    d0: nvme\ngroup g: nvmeof(nic0 d0) write through=d1`,
      5,
      'd1',
      'd0',
    ],
    [
      'through nothing',
      `${HOST}    nic0: nic\n    d0: nvme\ngroup g: nvmeof(nic0 d0) write through=`,
      5,
      'through=',
      'through=ram0',
    ],
    ['no arrow', `${HOST}    gpu0: gpu\nflow f: gpu0 to gpu0`, 4, 'to', '->'],
    ['a socket that is not there', `${HOST}    gpu0: gpu\nflow f: gpu0 -> ram3`, 4, 'ram3', null],
    ['a kernel that is missing', 'kernel', 1, 'kernel', 'kernel 6.12'],
    ['an IOMMU that is none', 'iommu amb', 1, 'amb', 'amd'],
    ['no such ACS bit', `${HOST}    gpu0: gpu acscap=SV,XX`, 3, 'SV,XX', null],
    ['acs without a capability', `${HOST}    b: bridge acscap=none acs=SV`, 3, 'SV', null],
    ['a link between nothing', 'link nvlink a b', 1, 'b', 'link nvlink gpu0 -- gpu1'],
    ['a kind of link that is none', `${HOST}link nvlnk rp0 -- rp0`, 3, 'nvlnk', 'nvlink'],
    [
      'a list without a device',
      'list L ram 4 x 4K',
      1,
      'ram',
      'list L on nic0: ram 16 x 4K scattered',
    ],
    ['a piece that is none', `${HOST}    n: nic\nlist L on n: 4K`, 4, '4K', null],
  ])('%s', (_, text, line, found, instead) => {
    const { problems } = readSketch(text, null);
    const [problem] = problems;
    const source = text.split('\n')[line - 1] ?? '';
    expect(problem && source.slice(problem.from, problem.to)).toBe(found);
    expect(problem).toMatchObject({ line, instead, where: `${line}:${(problem?.from ?? 0) + 1}` });
    expect(problems).toHaveLength(1);
  });

  test('a bad attribute leaves the part', () => {
    const { machine } = readSketch(`${HOST}    gpu0: gpu mrs=512 mps=256`, null);
    expect(functionCalled(machine, 'gpu0').pcie).toMatchObject({ maxPayload: 256 });
  });

  test('a bad line leaves out what stands below it, with one problem', () => {
    const text = 'host h0\n  rp0: pirt\n    s: switch\n      g: gpu\n  rp1: port\n    n: nic';
    const { machine, problems } = readSketch(text, null);
    expect(problems).toHaveLength(1);
    expect(machine.functions.map(({ id }) => id)).toEqual(['h0/00.0', 'rp1', 'n']);
  });

  test('a text that is too long is told in one sentence', () => {
    const { problems } = readSketch('# a\n'.repeat(1_100_000), null);
    expect(problems.map(({ text }) => text)).toEqual([
      expect.stringContaining('at most 4000000 are read'),
    ]);
  });

  test('a text that is too deep', () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => `${'  '.repeat(index + 2)}bridge`);
    const { machine, problems } = readSketch(`${HOST}${lines.join('\n')}`, null);
    expect(problems.map(({ text }) => text)).toEqual([expect.stringContaining('more than 300')]);
    expect(writeSketch(machine).text.split('\n').length).toBeGreaterThan(250);
  });

  test('a text that asks for too many functions', () => {
    const text = `${HOST}${'    g: gpu\n      vf 65535\n'}`;
    const { machine, problems } = readSketch(text, null);
    expect(problems.map(({ line }) => line)).toContain(4);
    expect(machine.functions.length).toBeLessThan(100);
  });
});

test('a further function of the model may be changed, taken away or added', () => {
  const text = 'host h0\n  rp0: port\n    g: gpu\n      a: fn 1 class=040300 driver=-\n      fn 2';
  const machine = machineOf(text);
  const audio = functionCalled(machine, 'a');
  expect(audio).toMatchObject({ classCode: 0x040300, driver: null, parent: { id: 'rp0' } });
  expect(audio.fixedAddress).toEqual({ bus: null, device: null, function: 1 });
  expect(functionCalled(machine, 'g/2').fixedAddress?.function).toBe(2);
});

test('virtual functions follow their physical one, which has them up', () => {
  const machine = machineOf(
    'host h0\n  rp0: port\n    n: nic\n      vf 2 driver=vfio-pci\n      guest: vf 1',
  );
  const virtual = machine.functions.filter(({ physfn }) => physfn === 'n');
  expect(virtual.map(({ id, driver }) => [id, driver])).toEqual([
    ['n/vf1', 'vfio-pci'],
    ['n/vf2', 'vfio-pci'],
    ['guest', UNKNOWN],
  ]);
  expect(functionCalled(machine, 'n').sriov).toMatchObject({ enabled: true, numVfs: 3 });
});

test('ids, registers and positions come from the document where names match', () => {
  const first = machineOf('host h0\n  rp0: port\n    gpu0: gpu');
  const drawn = {
    ...first,
    functions: first.functions.map((fn) => (fn.id === 'gpu0' ? { ...fn, label: 'left' } : fn)),
    placements: [
      {
        about: functionCalled(first, 'gpu0').id,
        dx: 1,
        dy: 2,
        pinned: true,
        collapsed: false,
        locked: false,
      },
    ],
  };
  const { machine } = readSketch('host h0\n  rp0: port\n    left: gpu\n    n: nvme', drawn);
  expect(functionCalled(machine, 'left').id).toBe('gpu0');
  expect(machine.placements).toHaveLength(1);
  const { machine: without } = readSketch('host h0\n  rp0: port\n    n: nvme', drawn);
  expect(without.placements).toHaveLength(0);
});
