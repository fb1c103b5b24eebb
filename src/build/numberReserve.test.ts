import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { UNKNOWN_SETTINGS } from '../model/blank.ts';
import { hotplugBusSize } from './numberReserve.ts';

test.each([
  [UNKNOWN, 1],
  ['', 1],
  ['quiet pci=hpbussize=8', 8],
  ['pci=noats,hpbussize=0x20 iommu=pt', 32],
  ['pci=hpbussize=4 pci=hpbussize=16', 16],
  ['pci=hpbussize=256', 1],
  ['pci=hpbussize=0', 1],
  ['xpci=hpbussize=8', 1],
  ['pci=hpbussizes=8', 1],
])('%s: %s', (cmdline, size) => {
  expect(hotplugBusSize({ ...UNKNOWN_SETTINGS, cmdline })).toBe(size);
});
