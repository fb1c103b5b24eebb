import { describe, expect, test } from 'vitest';
import { contextLines } from './contextLines.ts';
import { findGroups } from './findGroups.ts';
import { found, prepared, textLines } from './textLines.testkit.ts';

/** `12: 0000:03:00.0 0000:03:00.1`, a string for each group. */
function groups(text: string): readonly string[] {
  const members = new Map<string, string[]>();
  for (const one of found(findGroups, text)) {
    if (one.kind !== 'group') continue;
    members.set(one.group, [...(members.get(one.group) ?? []), one.address]);
  }
  return [...members].map(([group, addresses]) => `${group}: ${addresses.join(' ')}`);
}

describe('sysfs', () => {
  test.each([
    ['find', '/sys/kernel/iommu_groups/12/devices/0000:03:00.0'],
    ['ls -d with a slash', '/sys/kernel/iommu_groups/12/devices/0000:03:00.0/'],
    [
      'ls -l',
      'lrwxrwxrwx 1 root root 0 Jan  1 00:00 /sys/kernel/iommu_groups/12/devices/0000:03:00.0 -> ../../../../devices/pci0000:00/0000:00:01.0/0000:03:00.0',
    ],
    [
      'ls -l of devices',
      'lrwxrwxrwx 1 root root 0 Jan  1 00:00 /sys/bus/pci/devices/0000:03:00.0/iommu_group -> ../../../../kernel/iommu_groups/12',
    ],
  ])('%s', (_, text) => {
    expect(groups(text)).toEqual(['12: 0000:03:00.0']);
  });

  test('ls -R', () => {
    const text = `
/sys/kernel/iommu_groups:
0  1

/sys/kernel/iommu_groups/0:
devices  reserved_regions  type

/sys/kernel/iommu_groups/0/devices:
0000:00:1f.0  0000:00:1f.3

/sys/kernel/iommu_groups/1/devices:
10000:e1:00.0`;
    expect(groups(text)).toEqual(['0: 0000:00:1f.0 0000:00:1f.3', '1: 10000:e1:00.0']);
    const used = new Set(findGroups(prepared(text)).map(({ line }) => line));
    expect([...used]).toEqual([1, 2, 4, 5, 7, 8, 10, 11]);
  });

  test('ls -lR', () => {
    const text = `
/sys/kernel/iommu_groups/7/devices:
total 0
lrwxrwxrwx 1 root root 0 Jan  1 00:00 0000:00:14.0 -> ../../../../devices/pci0000:00/0000:00:14.0
lrwxrwxrwx 1 root root 0 Jan  1 00:00 0000:00:14.2 -> ../../../../devices/pci0000:00/0000:00:14.2`;
    expect(groups(text)).toEqual(['7: 0000:00:14.0 0000:00:14.2']);
  });
});

describe('scripts', () => {
  test('group and member on one line', () => {
    const text = 'IOMMU Group 12 03:00.0 VGA compatible controller [0300]: NVIDIA [10de:1c02]';
    expect(groups(text)).toEqual(['12: 0000:03:00.0']);
  });

  test('members below the group', () => {
    const text = `
IOMMU Group 12:
\t03:00.0 VGA compatible controller [0300]: NVIDIA Corporation GP106 [10de:1c02] (rev a1)
\t03:00.1 Audio device [0403]: NVIDIA Corporation GP106 [10de:10f1] (rev a1)
IOMMU Group 13:
\t0001:04:00.0 Non-Volatile memory controller [0108]: Samsung [144d:a808]`;
    expect(groups(text)).toEqual(['12: 0000:03:00.0 0000:03:00.1', '13: 0001:04:00.0']);
  });

  test('broken lines', () => {
    const text = `
IOMMU Group 5:
         ff:13.0 System peripheral [0880]: Intel Corporation Xeon E7
v3/Xeon E5 v3/Core i7 Integrated Memory Controller 0 Target Address,
Thermal & RAS Registers [8086:2fa8] (rev 02)
         ff:13.1 System peripheral [0880]: Intel Corporation Xeon E7
v3/Xeon E5 [8086:2f71] (rev 02)`;
    expect(groups(text)).toEqual(['5: 0000:ff:13.0 0000:ff:13.1']);
  });

  test('ids first', () => {
    const text = `
Group 10:       [1022:790b]     00:14.0  SMBus              FCH SMBus Controller
                [1022:790e] [R] 00:14.3  ISA bridge         FCH LPC Bridge
USB:            [1d6b:0002]              Bus 001 Device 001 Linux Foundation 2.0 root hub
Group 11:       [1022:14e0]     00:18.0  Host bridge        Device 14e0`;
    expect(groups(text)).toEqual(['10: 0000:00:14.0 0000:00:14.3', '11: 0000:00:18.0']);
  });

  test('the number again before each member', () => {
    const text = 'IOMMU GROUP 0\n (0) 00:01.0 Host bridge [0600]: Device [1022:14da]';
    expect(groups(text)).toEqual(['0: 0000:00:01.0']);
  });

  test('the whole path of a member', () => {
    const text =
      'IOMMU Group 12:\n\t0000:00:1c.1/06:00.0 USB controller [0c03]: Fresco [1b73:1100]';
    expect(groups(text)).toEqual(['12: 0000:06:00.0']);
  });
});

describe("the kernel's log", () => {
  test.each([
    '[    2.684279] pci 0000:00:01.0: Adding to iommu group 3',
    '[    2.684279] iommu: Adding device 0000:00:01.0 to group 3',
    '[   15.4] pcieport 0000:00:01.0: Adding to iommu group 3',
  ])('%s', (text) => {
    expect(groups(text)).toEqual(['3: 0000:00:01.0']);
  });

  test('devices that are not of PCI', () => {
    expect(groups('[    7.3] hisi_sas_v2_hw HISI0162:01: Adding to iommu group 0')).toEqual([]);
  });
});

test.each([
  ['two blanks', 'Group:  3   0000:00:01.0 PCI bridge: a'],
  ['IOMMU in front', 'IOMMU Group: 3 0000:00:01.0 PCI bridge: a'],
])('a group and its member in one line, with %s', (_, text) => {
  expect(groups(text)).toEqual(['3: 0000:00:01.0']);
});

test('a line that was put together from two does not end a listing', () => {
  const [heading, first, second] = textLines('IOMMU Group 1:\n\t00:01.0 a\n\t00:02.0 b');
  if (!heading || !first || !second) throw new Error('three lines');
  const lines = contextLines([heading, { ...first, last: 3 }, { ...second, number: 4 }]);
  expect(findGroups(lines).filter(({ kind }) => kind === 'group')).toHaveLength(2);
});

test.each([
  'Group 3 is the interesting one',
  'IOMMU Group 12 is what I would expect',
  'IOMMU group: 12',
  '03:00.0 VGA compatible controller',
])('“%s” opens no group', (text) => {
  expect(groups(`${text}\n\t04:00.0 Non-Volatile memory controller`)).toEqual([]);
});

test('lines that another reader took end a listing', () => {
  const lines = textLines('IOMMU Group 1:\n\t00:01.0 a\nx\n\t00:02.0 b');
  const left = contextLines(lines.filter(({ number }) => number !== 3));
  expect(findGroups(left).filter(({ kind }) => kind === 'group')).toHaveLength(1);
});
