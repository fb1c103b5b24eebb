import { expect, test } from 'vitest';
import { cardTitle, switchTitle } from './cardTitle.ts';

test.each([
  ['NVIDIA Corporation GA100 [A100 SXM4 40GB]', 'gpu', 'NVIDIA A100 SXM4 40GB'],
  ['NVIDIA Corporation Device 2bb5', 'gpu', 'NVIDIA Device 2bb5'],
  [
    'Advanced Micro Devices, Inc. [AMD/ATI] Navi 21 [Radeon RX 6800]',
    'gpu',
    'AMD/ATI Radeon RX 6800',
  ],
  ['Mellanox Technologies MT28908 Family [ConnectX-6]', 'nic', 'Mellanox ConnectX-6'],
  [
    'Broadcom Inc. and subsidiaries NetXtreme BCM5720 Gigabit Ethernet PCIe',
    'nic',
    'Broadcom NetXtreme BCM5720 Gigabit Ethernet PCIe',
  ],
  ['Broadcom / LSI PEX890xx PCIe Gen 5 Switch', 'bridge', 'Broadcom PEX890xx PCIe Gen 5 Switch'],
  ['Matrox Electronics Systems Ltd. G200eR2', 'display', 'Matrox G200eR2'],
  [
    'Kingston Technology Company, Inc. FURY Renegade NVMe SSD',
    'nvme',
    'Kingston FURY Renegade NVMe SSD',
  ],
  [
    'Samsung Electronics Co Ltd NVMe SSD Controller PM9A1',
    'nvme',
    'Samsung NVMe SSD Controller PM9A1',
  ],
  ['Red Hat, Inc. QEMU NVM Express Controller', 'nvme', 'Red Hat QEMU NVM Express Controller'],
  [
    'Advanced Micro Devices, Inc. [AMD] FCH SATA Controller [AHCI mode]',
    'storage',
    'AMD FCH SATA Controller [AHCI mode]',
  ],
  ['my GPU', 'gpu', 'my GPU'],
  ['Systems', 'other', 'Systems'],
  ['', 'other', ''],
] as const)('%s', (title, kind, expected) => {
  expect(cardTitle(title, kind)).toBe(expected);
});

test('a switch is not named after its upstream port', () => {
  expect(switchTitle('Texas Instruments XIO3130 PCI Express Switch (Upstream)')).toBe(
    'Texas Instruments XIO3130 PCI Express Switch',
  );
});
