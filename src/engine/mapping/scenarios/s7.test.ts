import { expect, test } from 'vitest';
import { ENTRIES, oneSwitch, peer } from '../scenarioMachines.testkit.ts';
import { fates, mapped, outputs, places } from './mapped.testkit.ts';

/* One buffer of two pages: what an address in a list means depends on who asks, and where. */

const machine = oneSwitch();

test('the CPU’s physical addresses, without an IOMMU', () => {
  const report = mapped(machine, ENTRIES.S7, { iommu: 'none' });
  expect(outputs(report)).toEqual(['0x123456000+1000', '0x1ab000000+1000']);
  expect(places(report, 0).at(-1)).toBe('memory delivered');
});

test('one IOVA, translated', () => {
  const report = mapped(machine, ENTRIES.S7);
  expect(outputs(report)).toEqual(['0xffffe000+2000']);
  expect(report.iommu?.iotlbEntries).toBe(2);
});

test.each([
  ['5.4', 'virt-ops'],
  ['5.10', 'virt-ops'],
  ['5.11', 'rdma-virt'],
  ['6.12', 'rdma-virt'],
])('kernel addresses for a software device, Linux %s', (kernel, mapper) => {
  const report = mapped(machine, ENTRIES.S7, { kernel, driver: 'software-rdma' });
  expect(report.chosen.kind).toBe(mapper);
  expect(outputs(report)).toEqual([
    '0xffff888123456000+1000 VADDR',
    '0xffff8881ab000000+1000 VADDR',
  ]);
  expect(fates(report)).toEqual(['unusable', 'unusable']);
  expect(report.wire.every(({ walk }) => walk === null)).toBe(true);
});

test.each(['none', 'intel'] as const)(
  'the bus address of a peer, whoever translates: %s',
  (iommu) => {
    expect(outputs(mapped(machine, [peer(0x2000)], { iommu }))).toEqual(['0x3800000000+2000 BUS']);
  },
);
