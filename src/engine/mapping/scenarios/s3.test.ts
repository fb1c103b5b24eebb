import { describe, expect, test } from 'vitest';
import {
  DRIVE_B,
  DRIVE_C,
  ENTRIES,
  oneSwitch,
  peer,
  ram,
  unlisted,
  withOffset,
} from '../scenarioMachines.testkit.ts';
import { fates, mapped, outputs, places } from './mapped.testkit.ts';

/* One list, one target? What becomes of lists that mix, before and after 6.0. */

const machine = oneSwitch();
const PAGE = ram(0x1000_0000, 0x1000);
const PEER = peer(0x1000);

describe('Linux 5.10, where the first page decides', () => {
  test('1: peer first: RAM goes out by its raw physical address, and faults', () => {
    const report = mapped(machine, [PEER, PAGE], { kernel: '5.10' });
    expect(outputs(report)).toEqual(['0x3800000000+1000 BUS', '0x10000000+1000']);
    expect(report.mapping.outputs[1]?.defects).toEqual(['raw-physical']);
    expect(fates(report)).toEqual(['reaches', 'faults']);
    expect(places(report, 1).at(-1)).toBe('iommu refused');
  });

  test('2: RAM first: the peer gets an IOVA, and goes to the root complex', () => {
    const report = mapped(machine, [PAGE, PEER], { kernel: '5.10' });
    expect(outputs(report)).toEqual(['0xffffe000+1000', '0xfffff000+1000']);
    expect(report.mapping.outputs[1]?.defects).toEqual(['as-ram']);
    expect(places(report, 1)).toContain('iommu translated');
    expect(places(report, 1).at(-1)).toBe('03:00.0 delivered');
    expect(fates(report)).toEqual(['reaches', 'unknown']);
  });

  test('3: two providers: the second by the offset of the first, which is right on x86', () => {
    const list = [PEER, peer(0x1000, 0, DRIVE_B)];
    const report = mapped(machine, list, { kernel: '5.10' });
    expect(outputs(report)).toEqual(['0x3800000000+1000 BUS', '0x3840000000+1000 BUS']);
    expect(fates(report)).toEqual(['reaches', 'reaches']);
  });
});

describe('Linux 6.1, where each entry is looked at', () => {
  test.each([
    ['peer, RAM', [PEER, PAGE], ['0x3800000000+1000 BUS', '0xfffff000+1000']],
    ['RAM, peer', [PAGE, PEER], ['0xfffff000+1000', '0x3800000000+1000 BUS']],
    [
      'two providers',
      [PEER, peer(0x1000, 0, DRIVE_B)],
      ['0x3800000000+1000 BUS', '0x3840000000+1000 BUS'],
    ],
    [
      'RAM, peer, RAM',
      [PAGE, PEER, ram(0x2000_0000, 0x1000)],
      ['0xffffe000+1000', '0x3800000000+1000 BUS', '0xfffff000+1000'],
    ],
  ])('4: %s', (_, list, expected) => {
    const report = mapped(machine, list);
    expect(outputs(report)).toEqual(expected);
    expect(new Set(fates(report))).toEqual(new Set(['reaches']));
  });

  test('5: one entry that cannot be reached, and the whole list is undone', () => {
    const list = [PAGE, PEER, peer(0x1000, 0, DRIVE_B)];
    const report = mapped(unlisted(machine), list, { client: DRIVE_C });
    expect(report.mapping).toMatchObject({ errno: -121, failedAt: 1, outputs: [] });
  });
});

describe('what if: one list, one target', () => {
  const design = 'one-target' as const;

  test('lists that mix are refused, whatever the kernel', () => {
    const report = mapped(machine, ENTRIES.E6, { design });
    expect(report.mapping).toMatchObject({ errno: -22, failedAt: 2, outputs: [] });
    expect(report.steps).toHaveLength(1);
    const two = mapped(machine, [PEER, peer(0x1000, 0, DRIVE_B)], { design });
    expect(two.mapping).toMatchObject({ errno: -22, failedAt: 1 });
  });

  test('others are mapped as ever', () => {
    const report = mapped(machine, [PEER, PEER], { design });
    expect(outputs(report)).toEqual(['0x3800000000+1000 BUS', '0x3800000000+1000 BUS']);
  });
});

describe('where the bus has other addresses than the CPU', () => {
  const offset = -0x1000_0000;

  test.each([
    ['6.1', '0x37f0000000+1000 BUS', 'reaches'],
    ['5.15', '0x3810000000+1000 BUS', 'misses'],
  ])('Linux %s programs %s', (kernel, expected, fate) => {
    const report = mapped(withOffset(machine, offset), [PEER], { kernel, iommu: 'none' });
    expect(outputs(report)).toEqual([expected]);
    expect(fates(report)).toEqual([fate]);
    expect(report.entries[0]).toMatchObject({ phys: '0x3800000000', bus: '0x37f0000000' });
  });

  test('the wrong sign lands as far off as twice the offset', () => {
    const report = mapped(withOffset(machine, offset), [PEER], { kernel: '5.15', iommu: 'none' });
    expect(report.mapping.outputs[0]?.defects).toEqual(['wrong-sign']);
    expect(report.wire[0]?.text).toContain('0x20000000');
    expect(places(report, 0).at(-1)).toBe('03:00.0 delivered');
  });
});
