import { describe, expect, test } from 'vitest';
import {
  NIC,
  ON_ROOT_PORTS,
  withFunctions,
  withLimits,
} from '../mapping/scenarioMachines.testkit.ts';
import { fates, outputs, reasons } from '../mapping/scenarios/mapped.testkit.ts';
import { ask, C, calls, D, defects } from './claimLists.testkit.ts';

/* Seed 003: Gunthorpe, Hellwig and Metzler, November 2020. The steps are in docs/claims.md. */

const PAGES = 'Four scattered pages';
const SIXTEEN = 'Sixteen pages';
const MIXED = 'RAM and peer memory';

const KERNEL_ADDRESSES = [
  '0xffff888123456000+1000 VADDR',
  '0xffff8881ab000000+1000 VADDR',
  '0xffff888040001000+1000 VADDR',
  '0xffff888777777000+1000 VADDR',
];
const PHYSICAL = ['0x123456000+1000', '0x1ab000000+1000', '0x40001000+1000', '0x777777000+1000'];

describe('3-1: kernel addresses where DMA addresses stand', () => {
  test.each([
    ['5.4', ['dma_map_sg_attrs', 'dma_virt_map_sg']],
    ['5.10', ['dma_map_sg_attrs', 'dma_virt_map_sg']],
    ['5.11', ['ib_dma_map_sg', 'ib_dma_virt_map_sg']],
    ['6.12', ['ib_dma_map_sgtable_attrs', 'ib_dma_virt_map_sg']],
  ])('%s: by %j', (kernel, last) => {
    for (const iommu of ['intel', 'none'] as const) {
      const report = ask(C, PAGES, { kernel, iommu, driver: 'software-rdma' });
      expect(outputs(report)).toEqual(KERNEL_ADDRESSES);
      expect(calls(report).slice(-2)).toEqual(last);
      expect(new Set(fates(report))).toEqual(new Set(['unusable']));
    }
  });

  test('a peer’s memory: refused by 5.4’s mapper for peers, a kernel address on 6.12', () => {
    const alone = (kernel: string) =>
      ask(C, 'Peer memory alone', { kernel, driver: 'software-rdma' });
    expect(alone('5.4').mapping).toMatchObject({ errno: -5, returns: 'zero' });
    expect(outputs(alone('6.12'))).toEqual(['0xffff88b800000000+2000 VADDR']);
    expect(defects(alone('6.12'))).toEqual([['as-ram']]);
    expect(alone('6.12').chosen.capability.answer).toBe('no');
  });
});

describe('3-2: nothing ensures that the page is mapped', () => {
  const high = (kernel: string) => ask(C, 'High memory', { kernel, driver: 'software-rdma' });

  test.each([
    ['5.4', /Nothing keeps rxe and siw out/],
    ['5.10', /Nothing keeps rxe and siw out/],
    ['5.11', /cannot have software RDMA drivers/],
    ['6.12', /cannot have software RDMA drivers/],
  ])('%s: a success without an address', (kernel, remark) => {
    const report = high(kernel);
    expect(report.mapping.errno).toBe(0);
    expect(outputs(report)).toEqual(['0xffff888010000000+1000 VADDR', 'unwritten+1000 VADDR']);
    expect(defects(report)).toEqual([[], ['no-kernel-address']]);
    expect(report.remarks.join(' ')).toMatch(remark);
  });

  test('devices take such pages like any other', () => {
    expect(outputs(ask(C, 'High memory', { kernel: '6.12' }))).toEqual(['0xffffe000+2000']);
  });
});

describe('3-5: the address physical, until somebody makes use of it', () => {
  test.each(['intel', 'none'] as const)('host with %s: the same addresses for all', (iommu) => {
    const report = ask(C, MIXED, { kernel: '6.12', iommu, design: 'physical-until-used' });
    expect(outputs(report)).toEqual([
      '0x10000000+1000',
      '0x20000000+1000',
      '0x3800000000+2000',
      '0x30000000+1000',
      '0x30001000+1000',
    ]);
    expect(report.mapping.outputs.map(({ space }) => space)).toEqual(Array(5).fill('PHYS'));
    expect(calls(report)).toEqual(['struct ib_sge']);
    expect(new Set(fates(report))).toEqual(new Set(['unusable']));
    expect(report.remarks.join(' ')).toContain('A driver of hardware maps them later');
  });
});

describe('3-9: one list, three address spaces', () => {
  test('hardware without translation and with it; software as it is, and as it was proposed', () => {
    const of = (change: object) => outputs(ask(C, PAGES, { kernel: '6.12', ...change }));
    expect(of({ iommu: 'none' })).toEqual(PHYSICAL);
    expect(of({})).toEqual(['0xffffc000+4000']);
    expect(of({ driver: 'software-rdma' })).toEqual(KERNEL_ADDRESSES);
    expect(of({ design: 'physical-until-used' })).toEqual(PHYSICAL);
  });
});

describe('3-16: mapping makes fewer of them', () => {
  test.each([
    ['5.10', 'intel', 16],
    ['5.10', 'amd', 1],
    ['5.11', 'intel', 1],
    ['6.12', 'intel', 1],
    ['6.12', 'amd', 1],
    ['6.12', 'none', 16],
  ] as const)('%s, %s: %i of 16', (kernel, iommu, count) => {
    const cmdline = iommu === 'amd' ? { cmdline: '' } : {};
    expect(outputs(ask(C, SIXTEEN, { kernel, iommu, ...cmdline }))).toHaveLength(count);
  });

  test('what is left is one range of 64 KiB', () => {
    expect(outputs(ask(C, SIXTEEN, { kernel: '6.12' }))).toEqual(['0xffff0000+10000']);
  });
});

describe('3-17: with a modern IOMMU always one range, however many pages', () => {
  const on = (kernel: string, list: string, change: object = {}) =>
    reasons(ask(C, list, { kernel, ...change }));

  test.each([
    ['a short tail in the middle', 'Offset and short tail', ['first', 'short-end']],
    ['an offset in the middle', 'Offset in the middle', ['first', 'offset-start']],
    ['a peer by bus address', MIXED, ['first', 'bus', 'after-bus']],
  ])('%s: more than one', (_, list, why) => {
    expect(on('6.12', list)).toEqual(why);
  });

  test('the longest segment of 64 KiB, the PCI default: 32 pages are two', () => {
    const report = ask(D, 'Thirty-two pages', { kernel: '6.12', client: ON_ROOT_PORTS.nic });
    expect(outputs(report)).toEqual(['0xfffe0000+10000', '0xffff0000+10000']);
    expect(reasons(report)).toEqual(['first', 'max-segment']);
  });

  test('a segment boundary', () => {
    const narrow = withLimits(C, NIC, { boundary: 0x1fff });
    expect(reasons(ask(narrow, PAGES, { kernel: '6.12' }))).toEqual(['first', 'boundary']);
  });

  test('VT-d up to 5.10, pass-through, an untrusted device: as many as entries', () => {
    expect(on('5.10', PAGES)).toEqual(['first', ...Array(3).fill('private-ops')]);
    expect(on('6.12', PAGES, { cmdline: 'intel_iommu=on iommu=pt' })).toEqual([
      'first',
      ...Array(3).fill('no-iommu'),
    ]);
    const outside = withFunctions(C, (fn) => (fn.id === NIC ? { ...fn, untrusted: true } : fn));
    expect(reasons(ask(outside, PAGES, { kernel: '6.12' }))).toEqual([
      'first',
      ...Array(3).fill('untrusted'),
    ]);
  });

  test('and whole pages of RAM are one: the sentence holds for what it was said of', () => {
    expect(on('6.12', SIXTEEN)).toEqual(['first']);
    expect(on('6.12', PAGES)).toEqual(['first']);
  });
});
