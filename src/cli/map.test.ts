import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { entriesOfVector, VECTORS } from './map/vectors.testkit.ts';
import { run } from './run.ts';

const CLIENT = { mask: 64, maxSeg: 0x8000_0000, boundary: 'ffffffff' };

async function map(input: unknown, ...words: readonly string[]) {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  let [out, err] = ['', ''];
  const status = await run(['map', '-', ...words], {
    out: (more) => {
      out += more;
    },
    warn: (more) => {
      err += more;
    },
    readFile: () => Promise.reject(new Error('no such file')),
    readStdin: async () => new TextEncoder().encode(text),
    readNames: async () => null,
  });
  return { status, out, err };
}

/** One case, as JSON. */
async function mapped(one: object, kernel = '6.12', ...words: readonly string[]) {
  const { out, err } = await map(
    [{ id: 'x', client: CLIENT, ...one }],
    '--json',
    '--kernel',
    kernel,
    ...words,
  );
  expect(err).toBe('');
  return JSON.parse(out)[0];
}

/** Address, length and space of each output, in a line. */
const lines = (answer: { out: readonly { addr: string; len: number; space: string }[] }) =>
  answer.out.map(({ addr, len, space }) => `${addr}+${len.toString(16)} ${space}`);

describe('worked examples, translated, 6.0 to 6.12', () => {
  test.each(VECTORS)('$id', async ({ id, maxSeg, boundary, err, iova, out }) => {
    const entries = entriesOfVector(id);
    const client = {
      mask: 64,
      maxSeg: maxSeg ?? CLIENT.maxSeg,
      boundary: boundary ?? CLIENT.boundary,
    };
    for (const kernel of ['6.0', '6.6', '6.12']) {
      const answer = await mapped({ iommu: 'strict', client, entries }, kernel);
      expect(answer.err).toBe(err ?? 0);
      expect(answer.iova).toEqual(iova ? { base: iova[0], len: iova[1] } : null);
      expect(lines(answer)).toEqual(
        (out ?? []).map(([addr, len, space]) => `${addr}+${len.toString(16)} ${space ?? 'IOVA'}`),
      );
    }
  });

  test('outputs say what they cover, and why they begin where they do', async () => {
    const { out } = await mapped({ iommu: 'lazy', entries: entriesOfVector('E6') });
    expect(out.map(({ from }: { from: readonly number[] }) => from)).toEqual([[0, 1], [2], [3, 4]]);
    expect(out[1].why).toBe('peer memory by bus address stands alone');
  });
});

describe('other mappers and eras', () => {
  test('E18: without translation nothing joins', async () => {
    const answer = await mapped({ iommu: 'none', entries: entriesOfVector('E6') });
    expect(lines(answer)).toEqual([
      '10000000+1000 PHYS',
      '20000000+1000 PHYS',
      '3800000000+2000 BUS',
      '30000000+1000 PHYS',
      '30001000+1000 PHYS',
    ]);
    expect(await mapped({ iommu: 'pt', entries: entriesOfVector('E6') })).toEqual(answer);
  });

  test('E19: from 6.16 on a way through the host bridge stays unwritten', async () => {
    const one = { iommu: 'none', entries: entriesOfVector('E7') };
    expect(lines(await mapped(one))[1]).toBe('3800000000+2000 PHYS');
    const { out } = await mapped(one, '6.18');
    expect(out[1]).toMatchObject({ addr: null, len: 0x2000, defects: ['unwritten'] });
    const intended = await mapped(one, '6.18', '--fidelity', 'intended');
    expect(lines(intended)[1]).toBe('3800000000+2000 PHYS');
  });

  test('E20, E21: what a device cannot send is bounced, peer memory is not', async () => {
    const client = { ...CLIENT, mask: 32 };
    const high = ['ram', '123456000', 4096];
    const bounced = await mapped({
      iommu: 'none',
      client,
      entries: [high, ['ram', '40001000', 4096]],
    });
    expect(bounced.out[0]).toMatchObject({ space: 'SWIOTLB', len: 4096 });
    expect(lines(bounced)[1]).toBe('40001000+1000 PHYS');
    const peer = ['thru', '3800000000', 4096, '3800000000'];
    const failed = await mapped({
      iommu: 'none',
      client,
      entries: [['ram', '40001000', 4096], peer],
    });
    expect(failed).toMatchObject({ err: -5, failedAt: 1, out: [] });
    const poolless = await mapped({ iommu: 'none', bounce: 'none', client, entries: [high] });
    expect(poolless.err).toBe(-5);
  });

  test('E22: before 6.0 the first page decides for all', async () => {
    const entries = [
      ['bus', '3800000000', 4096, '3800000000'],
      ['ram', '10000000', 4096],
    ];
    const answer = await mapped({ iommu: 'strict', entries }, '5.10');
    expect(lines(answer)).toEqual(['3800000000+1000 BUS', '10000000+1000 PHYS']);
    expect(answer).toMatchObject({ iova: null });
    expect(answer.out[1].defects).toEqual(['raw-physical']);
  });

  test('before 6.0 a refusal is 0 entries, told as -5', async () => {
    const entries = [['none', '3800000000', 4096, '3800000000']];
    expect(await mapped({ iommu: 'strict', entries }, '5.10')).toMatchObject({
      err: -5,
      returns: 'zero',
      out: [],
    });
  });

  test('E23: operations of Intel’s own join nothing, up to 5.10', async () => {
    const one = { iommu: 'strict', entries: entriesOfVector('E1') };
    expect(lines(await mapped(one, '5.10'))).toEqual([
      'ffffc000+1000 IOVA',
      'ffffd000+1000 IOVA',
      'ffffe000+1000 IOVA',
      'fffff000+1000 IOVA',
    ]);
    expect(lines(await mapped({ ...one, iommuDevice: 'amd' }, '5.10'))).toHaveLength(1);
  });

  test.each(['5.10', '6.12'])(
    'E24: devices in software get kernel addresses, %s',
    async (kernel) => {
      const one = { iommu: 'strict', device: 'virt', entries: entriesOfVector('E1') };
      expect(lines(await mapped(one, kernel))).toEqual([
        'ffff888123456000+1000 VADDR',
        'ffff8881ab000000+1000 VADDR',
        'ffff888040001000+1000 VADDR',
        'ffff888777777000+1000 VADDR',
      ]);
    },
  );

  test('E26: up to 5.16 the bus offset has the wrong sign', async () => {
    const one = { iommu: 'none', entries: [['bus', '3800000000', 4096, '37f0000000']] };
    expect(lines(await mapped(one))).toEqual(['37f0000000+1000 BUS']);
    expect(lines(await mapped(one, '5.15'))).toEqual(['3810000000+1000 BUS']);
  });

  test('E27: each entry of an untrusted device is alone, with IOVAs of its own', async () => {
    const client = { ...CLIENT, untrusted: true };
    const entries = [
      ['ram', '10000200', 0xe00],
      ['ram', '20000000', 4096],
    ];
    const one = { iommu: 'strict', client, entries };
    const answer = await mapped(one);
    expect(answer.out).toHaveLength(2);
    expect(answer.iovas).toHaveLength(2);
    expect(answer.out[0].addr).toMatch(/200$/);
    const other = { ...one, client: { ...client, minAlign: '0' } };
    expect((await mapped(other)).out[0].addr).toMatch(/000$/);
  });

  test('operations of a driver’s own, and Xen’s, take peers for RAM', async () => {
    const entries = entriesOfVector('E9');
    for (const device of ['foreign', 'xen']) {
      const { err, out } = await mapped({ iommu: 'none', device, entries }, '6.6');
      expect(err).toBe(0);
      expect(out[1].defects).toContain('as-ram');
    }
  });
});

describe('the text', () => {
  test('fits a mail, and names the outputs with their reasons', async () => {
    const cases = VECTORS.map(({ id }) => ({
      id,
      iommu: 'strict',
      client: CLIENT,
      entries: entriesOfVector(id),
    }));
    const { status, out } = await map(cases, '--kernel', '6.18');
    expect(status).toBe(0);
    expect(out).toContain('IOVA ffffc000+4000');
    expect(out).toContain('error -121 (EREMOTEIO');
    expect(out).toMatch(/0 {2}ffffc000 +8192 {2}IOVA +0-1 +it is the first/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(78);
  });

  test('no case is no mapping', async () => {
    expect(await map('[]', '--json')).toEqual({ status: 0, out: '[]\n', err: '' });
  });
});

describe('lists of a machine', () => {
  const SKETCH = `machine "two on a switch"
iommu intel
socket 0
  host h0
    rp0: port gen5 x16
      sw0: switch gen5 x16 ports=2
        nvme0: nvme gen4 x4 cmb=1G
        nic0: nic
list L on nic0: ram 2 x 4K, nvme0+0+8K
list M on nic0: ram 0x10000000+4K
`;

  test('one by its name, or all', async () => {
    const { out, err, status } = await map(
      SKETCH,
      '--list',
      'L',
      '--json',
      '--kernel',
      '6.12',
      '--iommu',
      'none',
    );
    expect([status, err]).toEqual([0, '']);
    const { kernel, lists } = JSON.parse(out);
    expect(kernel).toBe('6.12');
    expect(lists).toHaveLength(1);
    expect(lists[0]).toMatchObject({ list: 'L', mapper: 'direct', err: 0, iova: null });
    expect(lists[0].out.map(({ space }: { space: string }) => space)).toEqual([
      'PHYS',
      'PHYS',
      'BUS',
    ]);
    const all = JSON.parse((await map(SKETCH, '--json')).out);
    expect(all.lists.map(({ list }: { list: string }) => list)).toEqual(['L', 'M']);
  });

  test('as text: the calls, the outputs, what becomes of them', async () => {
    const { out } = await map(SKETCH, '--kernel', '6.12', '--cmdline', 'intel_iommu=on');
    expect(out).toContain('dma_map_sgtable()');
    expect(out).toContain('L: 3 entries for');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(78);
  });

  test('notes on all lists are said once, at the end', async () => {
    const words = ['--kernel', '6.12', '--cmdline', 'intel_iommu=on'];
    const { out } = await map(SKETCH, ...words);
    const [lists = '', common = ''] = out.split('For all of these lists\n');
    expect(common).toContain('note: The IOMMU is taken to translate 48 bits');
    expect(lists).not.toContain('48 bits');
    const one = (await map(SKETCH, '--list', 'M', ...words)).out;
    expect(one).toContain('note: The IOMMU is taken to translate 48 bits');
    expect(one).not.toContain('For all');
  });

  test('designs that were argued for', async () => {
    const words = ['--list', 'L', '--design', 'one-target', '--json'];
    expect(JSON.parse((await map(SKETCH, ...words)).out).lists[0].err).toBe(-22);
    expect((await map(SKETCH, '--design', 'magic')).err).toContain(
      '--design takes kernel, p2p-shim',
    );
  });

  test('a list that is not there, or none at all', async () => {
    expect((await map(SKETCH, '--list', 'X')).err).toContain('lists: L, M.');
    const bare = SKETCH.split('\n')
      .filter((line) => !line.startsWith('list'))
      .join('\n');
    const { status, err } = await map(bare);
    expect(status).toBe(2);
    expect(err).toContain('holds no list');
  });
});

describe('what is wrong is told with its place', () => {
  const good = { id: 'a', iommu: 'none', client: CLIENT, entries: [['ram', '1000', 1]] };

  test.each([
    ['[{', 'Standard input is no JSON'],
    [[5], 'case 1: the case: expected an object, found 5.'],
    [[good, { ...good, id: 'b', iommu: 'on' }], 'case 2 ("b"): /iommu: expected "none", "pt"'],
    [[{ ...good, id: 7 }], '/id: expected a text, found 7.'],
    [
      [{ ...good, client: { ...CLIENT, mask: 65 } }],
      '/client/mask: expected a whole number from 1 to 64',
    ],
    [[{ ...good, client: { ...CLIENT, boundary: 'fff0' } }], '/client/boundary: expected a mask'],
    [[{ ...good, entries: [['rom', '0', 1]] }], '/entries/0/0: expected "ram", "bus"'],
    [[{ ...good, entries: [['ram', 'xyz', 1]] }], '/entries/0/1: expected hexadecimal digits'],
    [[{ ...good, entries: [['ram', 'ffffffffffffffff', 1]] }], 'expected an address below 2^53'],
    [[{ ...good, entries: [['ram', '1000', 0]] }], '/entries/0/2: expected a whole number from 1'],
    [[{ ...good, entries: [['bus', '1000', 1]] }], '/entries/0/3: expected hexadecimal digits'],
    [[{ ...good, entries: [['ram', '1000', 1, '1000']] }], '/entries/0: expected 3 parts'],
    [[{ ...good, device: 'gpu' }], '/device: expected "direct-or-iommu"'],
  ])('%j', async (input, text) => {
    const { status, err, out } = await map(input, '--json');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(text);
  });

  test('a field that nobody reads is told, and the case is mapped', async () => {
    const { status, err } = await map([{ ...good, colour: 'red' }]);
    expect(status).toBe(0);
    expect(err).toContain('case 1 ("a"): /colour is not read');
  });

  test('options that are for machines', async () => {
    expect((await map([good], '--list', 'L')).err).toContain('--list is for lists of a machine');
    expect((await map([good], '--fidelity', 'none')).err).toContain('as-run or intended');
    expect((await map([good], '--kernel', '4.1')).status).toBe(2);
  });
});

describe('lists of a file, asked in other ways', () => {
  const file = readFileSync(
    new URL('../../fixtures/claims/one-switch-nvme-nic.peerlane.json', import.meta.url),
    'utf8',
  );
  const first = async (...words: readonly string[]) => {
    const { out, err } = await map(file, '--list', 'RAM and peer memory', '--json', ...words);
    expect(err).toBe('');
    return JSON.parse(out).lists[0];
  };

  test('for another device, without pages, and with what stands behind its operations', async () => {
    expect((await first('--client', 'NVMe-C')).chain[0]).toBe('nvme_map_data()');
    expect(await first('--bar-pages', 'none')).toMatchObject({ err: -22, failedAt: 2, out: [] });
    expect((await first('--design', 'p2p-shim')).operations).toHaveLength(2);
    expect((await first('--kernel', '4.20')).drivers).toMatch(/^Two/);
    expect((await first('--xen')).mapper).toBe('xen-swiotlb');
  });

  test('text says which tables of operations stand behind one another', async () => {
    const { out } = await map(
      file,
      '--list',
      'Two pages',
      '--driver',
      'private-ops',
      '--iommu',
      'none',
    );
    expect(out).toMatch(/operations: Hidden by it/);
  });

  test('the flag of the first series', async () => {
    const words = ['--kernel', 'v1-2018', '--iommu', 'none'];
    const alone = async (...more: readonly string[]) =>
      JSON.parse((await map(file, '--list', 'Peer memory alone', '--json', ...words, ...more)).out)
        .lists[0].out[0].space;
    expect(await alone()).toBe('BUS');
    expect(await alone('--no-p2p-flag')).toBe('PHYS');
  });

  test('cases of their own take none of it', async () => {
    expect((await map([], '--xen')).err).toContain('--xen is for lists of a machine');
  });
});
