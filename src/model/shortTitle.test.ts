import { expect, test } from 'vitest';
import { shortTitle } from './shortTitle.ts';

test.each([
  [
    'Intel Corporation 82574L Gigabit Network Connection',
    'Intel 82574L Gigabit Network Connection',
  ],
  ['Red Hat, Inc. QEMU NVM Express Controller', 'Red Hat QEMU NVM Express Controller'],
  ['Advanced Micro Devices, Inc. [AMD] FCH LPC Bridge', 'AMD FCH LPC Bridge'],
  ['Advanced Micro Devices, Inc. [AMD/ATI] Navi 31', 'AMD/ATI Navi 31'],
  ['Kingston Technology Company, Inc. FURY NVMe SSD', 'Kingston Technology FURY NVMe SSD'],
  ['Samsung Electronics Co Ltd NVMe SSD Controller', 'Samsung Electronics NVMe SSD Controller'],
  ['Broadcom / LSI PEX890xx PCIe Gen 5 Switch', 'Broadcom / LSI PEX890xx PCIe Gen 5 Switch'],
  ['Intel Corporation SATA Controller [AHCI mode]', 'Intel SATA Controller [AHCI mode]'],
  ['Device 1234:11e8', 'Device 1234:11e8'],
  ['Intel Corporation', 'Intel Corporation'],
])('%s', (title, short) => {
  expect(shortTitle(title)).toBe(short);
});
