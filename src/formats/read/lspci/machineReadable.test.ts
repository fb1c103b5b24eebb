import { describe, expect, it } from 'vitest';
import { readDump } from './dump.testkit.ts';

describe('lspci -mm', () => {
  it('reads quoted fields', () => {
    const { at } = readDump(`
00:00.0 "Host bridge" "Intel Corporation" "Device 46d1" -r01 "Dell" "Device 0443"
00:02.0 "Class 0300" "Vendor 8086" "Device 9abc" -p01 "" ""
00:03.0 "VGA compatible controller [0300]" "Intel Corporation [8086]" "Iris \\"Xe\\" [9a49]" -r03 "Dell [1028]" "Device [0a36]"
00:04.0 "0604" "8086" "1901" -r07 "" ""`);
    expect(at('00:00.0')).toMatchObject({
      classCode: 0x060000,
      revision: 1,
      names: { vendor: 'Intel Corporation', device: 'Device 46d1', className: 'Host bridge' },
    });
    expect(at('00:02.0')).toMatchObject({
      classCode: 0x030001,
      revision: 0,
      pciId: { vendor: 0x8086, device: 0x9abc },
    });
    expect(at('00:03.0')).toMatchObject({
      classCode: 0x030000,
      pciId: { vendor: 0x8086, device: 0x9a49 },
      subsystemId: { vendor: 0x1028, device: 0x0a36 },
      names: { device: 'Iris "Xe"' },
    });
    expect(at('00:04.0')).toMatchObject({
      classCode: 0x060400,
      pciId: { vendor: 0x8086, device: 0x1901 },
    });
  });
});

describe('lspci -vmm', () => {
  it('reads records', () => {
    const { at, machine } = readDump(`
Slot:	00:00.0
Class:	Host bridge
Vendor:	Intel Corporation
Device:	Device 46d1
SVendor:	Dell
SDevice:	Device 0443
Rev:	01
Driver:	skl_uncore
Module:	ie31200_edac
NUMANode:	0
IOMMUGroup:	3

Slot:	0001:01:00.0
Class:	VGA compatible controller [0300]
Vendor:	NVIDIA Corporation [10de]
Device:	GA102 [2204]
PhySlot:	4
ProgIf:	00
Constructor:	x
`);
    expect(machine.functions).toHaveLength(2);
    expect(at('00:00.0')).toMatchObject({
      classCode: 0x060000,
      revision: 1,
      driver: 'skl_uncore',
      numaNode: 0,
      iommuGroup: '3',
      pcie: 'unknown',
      acs: 'unknown',
    });
    expect(at('0001:01:00.0')).toMatchObject({
      pciId: { vendor: 0x10de, device: 0x2204 },
      slot: 'slot:4:0001:01:00.0',
      driver: 'unknown',
    });
  });
});
