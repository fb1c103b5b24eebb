import { describe, expect, test } from 'vitest';
import type { RamPage } from '../../model/workload.ts';
import {
  DRIVE_A,
  ENTRIES,
  fourRootPorts,
  NIC,
  ON_ROOT_PORTS,
  oneSwitch,
  peer,
  ram,
  withLimits,
} from './scenarioMachines.testkit.ts';
import { fates, mapped, outputs, places } from './scenarios/mapped.testkit.ts';

describe('what if: an IOMMU in each switch', () => {
  const design = 'switch-iommu' as const;
  const DIRECT = [
    '04:00.0 sent',
    '02:01.0 translated',
    '02:01.0 peer',
    '02:00.0 down',
    '03:00.0 delivered',
  ];

  test.each(['intel', 'none'] as const)(
    'a peer needs an IOVA, which turns there; host: %s',
    (iommu) => {
      const report = mapped(oneSwitch(), [peer(0x2000)], { design, iommu });
      expect(outputs(report)).toEqual(['0xffffe000+2000']);
      expect(places(report, 0)).toEqual(DIRECT);
      expect(fates(report)).toEqual(['reaches']);
      expect(report.entries[0]?.isBySwitchIommu).toBe(true);
      expect(report.wire[0]?.walk?.throughRoot.request).toBe(false);
    },
  );

  test('a read is answered as ever', () => {
    const report = mapped(oneSwitch(), [peer(0x2000)], { design, operation: 'read' });
    expect(report.wire[0]?.walk?.hops.at(-1)).toMatchObject({
      packet: 'completion',
      action: 'delivered',
    });
  });

  test('with host memory in one range, the peer’s way is the one that is shown', () => {
    const report = mapped(oneSwitch(), ENTRIES.E6, { design });
    expect(outputs(report)).toEqual(['0xffff8000+6000']);
    expect(places(report, 0)).toEqual(DIRECT);
    expect(report.wire[0]?.text).toMatch(/NVMe-A directly.*host memory/);
  });
});

describe('peer memory out of tree', () => {
  const design = 'out-of-tree' as const;
  const client = ON_ROOT_PORTS.nic;
  const list = [peer(0x1000, 0, ON_ROOT_PORTS.driveA)];

  test.each([
    ['without an IOMMU, if the root complex forwards', 'none', 'unknown'],
    ['with one, it faults', 'intel', 'faults'],
  ] as const)('two root ports, %s', (_, iommu, fate) => {
    const report = mapped(fourRootPorts(), list, { design, client, iommu });
    expect(outputs(report)).toEqual(['0x3800000000+1000']);
    expect(fates(report)).toEqual([fate]);
  });

  test('host memory beside it is mapped as ever: by the IOMMU, where there is one', () => {
    const both = [...ENTRIES.S7, ...list, ram(0x6000_0000, 0x1000)];
    const report = mapped(fourRootPorts(), both, { design, client, iommu: 'intel' });
    const [host, peers, behind] = outputs(report);
    expect([host, peers, behind]).toEqual([
      '0xffffe000+2000',
      '0x3800000000+1000',
      '0xffffd000+1000',
    ]);
    expect(fates(report)).toEqual(['reaches', 'faults', 'reaches']);
    expect(report.mapping.outputs.map(({ first, count }) => [first, count])).toEqual([
      [0, 2],
      [2, 1],
      [3, 1],
    ]);
    expect(report.mapping.outputs[2]?.why).toBe('after-module');
    expect(report.chosen.chain.map(({ call }) => call)).toContain('iommu_dma_map_sg()');
    const off = mapped(fourRootPorts(), both, { design, client, iommu: 'none' });
    expect(outputs(off)).toEqual([
      '0x123456000+1000',
      '0x1ab000000+1000',
      '0x3800000000+1000',
      '0x60000000+1000',
    ]);
  });

  test('a list of host memory alone is none of a module’s', () => {
    const report = mapped(oneSwitch(), ENTRIES.S7, { design });
    expect(report.chosen.kind).toBe('iommu-dma');
    expect(report.chosen.chain[0]?.call).not.toMatch(/module/);
  });

  test('below a switch it does not get as far as the IOMMU', () => {
    const report = mapped(oneSwitch(), [peer(0x1000)], { design });
    expect(fates(report)).toEqual(['reaches']);
    expect(places(report, 0).at(-1)).toBe('03:00.0 delivered');
  });
});

test('Xen: peers as if they were RAM; its hypervisor maps host memory one to one', () => {
  const report = mapped(oneSwitch(), ENTRIES.E6, { isXen: true });
  expect(report.chosen.kind).toBe('xen-swiotlb');
  expect(report.mapping.outputs[2]?.defects).toEqual(['as-ram']);
  expect(fates(report)).toEqual(Array(5).fill('reaches'));
  expect(report.remarks.join(' ')).toContain('Xen');
});

test('bounced, the device reads a copy', () => {
  const machine = withLimits(oneSwitch(), NIC, { maskBits: 32 });
  const report = mapped(machine, ENTRIES.S7, { iommu: 'none', operation: 'read' });
  expect(fates(report)).toEqual(['copy', 'copy']);
  expect(report.wire[0]?.text).toMatch(/copy/);
  expect(places(report, 0).at(-1)).toBe('memory delivered');
  const refused = mapped(machine, [...ENTRIES.S7, peer(0x1000)], { cmdline: 'iommu=pt' });
  expect(refused.mapping.errno).toBe(-5); // a way through the host bridge, and never bounced
});

test('what was mapped before decides where IOVAs begin', () => {
  const before = [0x1000, 0x10000];
  const report = mapped(oneSwitch(), ENTRIES.S7, { before });
  expect(outputs(report)).toEqual(['0xfffde000+2000']);
});

test('the 6.18 slip: an entry by bus address reports the first entry’s length', () => {
  const list = [...ENTRIES.S7, peer(0x4000, 0, DRIVE_A)];
  const report = mapped(oneSwitch(), list, { kernel: '6.18' });
  expect(report.mapping.outputs[1]?.defects).toContain('first-entry-length');
  expect(report.wire[1]?.text).toContain('4096 bytes where the memory has 16384');
});

describe('what if: physical addresses until they are used', () => {
  test.each(['intel', 'none'] as const)('one entry each, whatever it is; host: %s', (iommu) => {
    const report = mapped(oneSwitch(), ENTRIES.E6, { design: 'physical-until-used', iommu });
    expect(report.mapping.outputs.map(({ space }) => space)).toEqual(Array(5).fill('PHYS'));
    expect(outputs(report)[2]).toBe('0x3800000000+2000');
    expect(report.mapping.outputs[1]?.why).toBe('not-mapped');
    expect(fates(report)).toEqual(Array(5).fill('unusable'));
    expect(report.wire[0]?.text).toContain('a driver of hardware maps it');
    expect(report.under).toContain('physical addresses until they are used');
    expect(report.chosen.drivers).toMatch(/^All:/);
  });

  test('masks and bounce buffers have no part in it', () => {
    const machine = withLimits(oneSwitch(), NIC, { maskBits: 32 });
    const asked = { design: 'physical-until-used', iommu: 'none', bounce: 'forced' } as const;
    expect(outputs(mapped(machine, ENTRIES.S7, asked))).toEqual([
      '0x123456000+1000',
      '0x1ab000000+1000',
    ]);
  });
});

describe('what if: BARs without struct pages', () => {
  const barPages = 'none' as const;

  test.each([
    ['6.18', /by its pages alone/],
    ['7.0', /dma-buf, as physical vectors/],
  ])('%s: a list cannot hold a peer’s memory', (kernel, remark) => {
    const report = mapped(oneSwitch(), ENTRIES.E6, { kernel, barPages });
    expect(report.mapping).toMatchObject({ errno: -22, failedAt: 2, outputs: [] });
    expect(report.steps.at(-1)?.text).toContain('no struct page');
    expect(report.remarks.join(' ')).toMatch(remark);
    expect(report.under).toContain('BARs without struct pages');
  });

  test('host memory and modules out of tree do without', () => {
    expect(mapped(oneSwitch(), ENTRIES.S7, { barPages }).mapping.errno).toBe(0);
    const outside = mapped(oneSwitch(), [peer(0x1000)], { barPages, design: 'out-of-tree' });
    expect(outside.mapping.errno).toBe(0);
  });
});

describe('kinds of pages', () => {
  const page = (kind: RamPage) => ({ ...ram(0x5000_0000, 0x1000), page: kind });

  test.each(['fs-dax', 'device-dax'] as const)('%s: no kernel takes it for a peer’s', (kind) => {
    for (const kernel of ['4.20', '5.19', '6.1', '7.0']) {
      const report = mapped(oneSwitch(), [page(kind)], { kernel, iommu: 'none' });
      expect(outputs(report)).toEqual(['0x50000000+1000']);
      expect(report.entries[0]).toMatchObject({ kind: 'ram', page: kind, mapType: null });
      expect(report.entries[0]?.text).toMatch(/MEMORY_DEVICE_(FS_DAX|GENERIC).*PCI_P2PDMA/);
      expect(report.remarks.join(' ')).toContain('mapped like RAM');
    }
  });

  test.each([
    ['5.4', /rdmavt is for x86-64 alone/],
    ['6.12', /cannot have software RDMA drivers/],
  ])('%s: high memory has no kernel address', (kernel, remark) => {
    const list = [page('highmem'), ram(0x6000_0000, 0x1000)];
    const asked = { kernel, driver: 'software-rdma' } as const;
    const report = mapped(oneSwitch(), list, asked);
    expect(report.mapping.errno).toBe(0);
    expect(outputs(report)).toEqual(['unwritten+1000 VADDR', '0xffff888060000000+1000 VADDR']);
    expect(report.mapping.outputs[0]?.defects).toEqual(['no-kernel-address']);
    expect(report.wire[0]?.text).toContain('NULL');
    expect(report.remarks.join(' ')).toMatch(remark);
    expect(fates(mapped(oneSwitch(), list, { kernel }))[0]).toBe('reaches');
  });
});
