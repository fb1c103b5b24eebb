import { expect, test } from 'vitest';
import { ENTRIES, oneSwitch, unlisted } from '../scenarioMachines.testkit.ts';
import { fates, mapped, outputs, places, reasons } from './mapped.testkit.ts';

/*
 * Behind the switch nothing changes, behind the root complex everything does: RAM, RAM, peer memory,
 * RAM, RAM under one kernel, 6.1, and what the ports and the IOMMU make of it.
 */

const machine = oneSwitch();
const REDIRECTED = { cmdline: 'intel_iommu=on' } as const;
const IDENTITY = { cmdline: 'intel_iommu=on iommu=pt' } as const;
const FIVE = [
  '0x10000000+1000',
  '0x20000000+1000',
  '0x3800000000+2000 BUS',
  '0x30000000+1000',
  '0x30001000+1000',
];
const RAM_WAY = ['04:00.0 sent', '02:01.0 up', '01:00.0 up', '00:01.0 up'];

test('1: without an IOMMU, five entries, the third by bus address', () => {
  const report = mapped(machine, ENTRIES.E6, { iommu: 'none' });
  expect(outputs(report)).toEqual(FIVE);
  expect(reasons(report)).toEqual(['first', 'no-iommu', 'bus', 'no-iommu', 'no-iommu']);
  expect(fates(report)).toEqual(Array(5).fill('reaches'));
  expect(report.iommu).toBeNull();
  expect(report.under).toBe('Linux 6.1, no IOMMU');
});

test('2: translated, three entries, and the peer’s is the same', () => {
  const report = mapped(machine, ENTRIES.E6);
  expect(outputs(report)).toEqual(['0xffffc000+2000', '0x3800000000+2000 BUS', '0xffffe000+2000']);
  expect(reasons(report)).toEqual(['first', 'bus', 'after-bus']);
  expect(fates(report)).toEqual(Array(3).fill('reaches'));
  expect(places(report, 0)).toEqual([
    ...RAM_WAY,
    'iommu translated',
    'root-complex forwarded',
    'memory delivered',
  ]);
  expect(places(report, 1)).toEqual([
    '04:00.0 sent',
    '02:01.0 peer',
    '02:00.0 down',
    '03:00.0 delivered',
  ]);
  expect(report.iommu?.iotlbEntries).toBe(4);
  expect(report.iommu?.runs.map(({ phys }) => phys)).toEqual([
    '0x10000000',
    '0x20000000',
    '0x30000000',
  ]);
  expect(report.iommu?.afterUnmap).toMatchObject({ mode: 'lazy', windowMs: 10 });
});

test('3: redirected, translated, on a listed bridge: one entry', () => {
  const report = mapped(machine, ENTRIES.E6, REDIRECTED);
  expect(outputs(report)).toEqual(['0xffff8000+6000']);
  expect(report.mapping.iova).toEqual([{ base: 0xffff8000, size: 0x6000, reserved: 0x8000 }]);
  // Nobody promises that the root complex forwards; the peer's way is the one that is followed.
  expect(fates(report)).toEqual(['unknown']);
  expect(places(report, 0)).toEqual([
    ...RAM_WAY,
    'iommu translated',
    'root-complex unknown',
    '00:01.0 down',
    '01:00.0 down',
    '02:00.0 down',
    '03:00.0 delivered',
  ]);
  expect(report.iommu?.afterUnmap.text).toContain('the peer’s memory as well');
});

test('4: the same with identity: five entries, the peer by its CPU address', () => {
  const report = mapped(machine, ENTRIES.E6, { ...REDIRECTED, ...IDENTITY });
  expect(outputs(report)).toEqual(FIVE.map((line) => line.replace(' BUS', '')));
  expect(places(report, 2).slice(0, 5)).toEqual([
    '04:00.0 sent',
    '02:01.0 redirected',
    '01:00.0 up',
    '00:01.0 up',
    'iommu passed',
  ]);
});

test('5: on a bridge that is not listed, -EREMOTEIO and nothing is mapped', () => {
  const report = mapped(unlisted(machine), ENTRIES.E6, REDIRECTED);
  expect(report.mapping).toMatchObject({ errno: -121, failedAt: 2, outputs: [], iova: [] });
  expect(report.entries[2]).toMatchObject({ mapType: 'NOT_SUPPORTED' });
  expect(report.wire).toEqual([]);
});

test('6: 6.18 leaves the peer’s address unwritten', () => {
  const report = mapped(machine, ENTRIES.E6, { ...IDENTITY, kernel: '6.18' });
  expect(outputs(report)[2]).toBe('unwritten+2000');
  expect(report.mapping.outputs[2]?.defects).toEqual(['unwritten']);
  expect(fates(report)[2]).toBe('unusable');
  const intended = { ...IDENTITY, kernel: '6.18', fidelity: 'intended' } as const;
  expect(outputs(mapped(machine, ENTRIES.E6, intended))[2]).toBe('0x3800000000+2000');
});
