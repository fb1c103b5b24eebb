import { describe, expect, it } from 'vitest';
import { formatAddress } from '../../../model/address.ts';
import type { Facts } from '../configSpace/functionFacts.ts';
import { valuesOf } from './dump.testkit.ts';
import { descriptionLikeness, headerStart, readDescription } from './headerLine.ts';

describe('headerStart', () => {
  it.each([
    ['00:02.0 VGA compatible controller: x', '0000:00:02.0'],
    ['0001:00:02.0 x', '0001:00:02.0'],
    ['10000:e0:06.0 x', '10000:e0:06.0'],
    ['  00:02.0 x', '0000:00:02.0'],
    ['00:02.0', '0000:00:02.0'],
    ['FF:1F.7 x', '0000:ff:1f.7'],
    ['00:02.0/01:00.0/02:00.0 x', '0000:02:00.0'],
    ['0001:00:02.0/01:00.0 x', '0001:01:00.0'],
    ['Group:  0   0000:00:00.0 Host bridge: x', '0000:00:00.0'],
    ['IOMMU Group 12 00:1f.0 ISA bridge [0601]: x', '0000:00:1f.0'],
    ['IOMMU Group 12: 0000:00:1f.0 ISA bridge [0601]: x', '0000:00:1f.0'],
  ])('finds the address of %s', (text, address) => {
    const start = headerStart(text);
    expect(start && formatAddress(start.address)).toBe(address);
  });

  it.each([
    '00:02.0: enabling device',
    '00:20.0 device numbers end at 1f',
    '12:05:01.1 a time of day',
    '10:03:05.123456 a time stamp',
    '00: 86 80',
    '0000:00:1f.0/driver',
    '00:1f.0/00.0 x',
    'pci 0000:00:1f.0: x',
  ])('finds none in %s', (text) => {
    expect(headerStart(text)).toBeNull();
  });
});

describe('descriptionLikeness', () => {
  it.each([
    ['PCI bridge: Intel', 'sure'],
    ['0604: 8086:1901', 'sure'],
    ['Class 0604: Device 10b5:8532', 'sure'],
    ['Something new [1234]: x', 'sure'],
    ['VGA compatible controller:', 'sure'],
    ['Something new: x', 'maybe'],
    ['error: something', 'no'],
    ['Error: something', 'no'],
    ['sshd[812]: started', 'no'],
    ['Non-VGA something: x', 'maybe'],
    ['3D something: x', 'maybe'],
    ['ff00: 1b36:0005', 'sure'],
    ['is the card that fails', 'no'],
    ['', 'no'],
  ])('%s', (rest, likeness) => {
    expect(descriptionLikeness(rest)).toBe(likeness);
  });
});

describe('readDescription', () => {
  const read = (rest: string) => {
    const facts: Facts = {};
    const answered = readDescription(rest, facts, 1);
    return { answered, ...valuesOf(facts) };
  };

  it.each([
    [
      'plain',
      'VGA compatible controller: Intel Corporation Device 46d1 (rev 01) (prog-if 00 [VGA controller])',
      {
        classCode: 0x030000,
        className: 'VGA compatible controller',
        revision: 1,
        vendorName: 'Intel Corporation',
        deviceName: 'Device 46d1',
        deviceId: 0x46d1,
      },
    ],
    [
      'of -n',
      '0604: 8086:1901 (rev 07) (prog-if 01)',
      { classCode: 0x060401, revision: 7, vendorId: 0x8086, deviceId: 0x1901 },
    ],
    [
      'of old -n',
      'Class 0604: Device 10b5:8532 (rev bc)',
      { classCode: 0x060400, revision: 0xbc, vendorId: 0x10b5, deviceId: 0x8532 },
    ],
    [
      'of -nn',
      'Non-Volatile memory controller [0108]: Samsung Electronics Device [144d:a80a] (prog-if 02 [NVM Express])',
      {
        classCode: 0x010802,
        className: 'Non-Volatile memory controller',
        vendorName: 'Samsung Electronics',
        deviceName: 'Device',
        vendorId: 0x144d,
        deviceId: 0xa80a,
      },
    ],
    [
      'with a number for a class without a name',
      'Generic system peripheral [0807]: Advanced Micro Devices, Inc. [AMD] Device 14a6',
      {
        classCode: 0x080700,
        className: 'Generic system peripheral',
        vendorName: 'Advanced Micro Devices, Inc. [AMD]',
        deviceName: 'Device 14a6',
        deviceId: 0x14a6,
      },
    ],
    [
      'with a long interface name',
      'IDE interface [0101]: Intel Corporation X [8086:1c00] (rev 05) (prog-if 8f [PCI native mode controller, supports both channels switched to ISA compatibility mode, supports bus mastering])',
      {
        classCode: 0x01018f,
        className: 'IDE interface',
        revision: 5,
        vendorName: 'Intel Corporation',
        deviceName: 'X',
        vendorId: 0x8086,
        deviceId: 0x1c00,
      },
    ],
    [
      'with a colon in the name',
      'Multimedia controller: Xilinx Corporation FPGA: the second',
      {
        classCode: 0x048000,
        className: 'Multimedia controller',
        vendorName: 'Xilinx Corporation',
        deviceName: 'FPGA: the second',
      },
    ],
    [
      'of a virtual function in a file',
      'Ethernet controller [0200]: Illegal Vendor ID Device [ffff:ffff]',
      {
        classCode: 0x020000,
        className: 'Ethernet controller',
        deviceName: 'Illegal Vendor ID Device',
      },
    ],
    [
      'of a class that is not known',
      'Frobnicator: Foo Inc. Bar',
      { className: 'Frobnicator', vendorName: 'Foo Inc.', deviceName: 'Bar' },
    ],
    ['without anything', '', {}],
  ])('reads a header %s', (_, rest, expected) => {
    expect(read(rest)).toEqual({ answered: true, ...expected });
  });

  it('knows a function that does not answer by its revision', () => {
    const header = 'VGA compatible controller: NVIDIA Corporation GA102 (rev ff) (prog-if ff)';
    expect(read(header)).toEqual({
      answered: false,
      classCode: 0x030000,
      className: 'VGA compatible controller',
      vendorName: 'NVIDIA Corporation',
      deviceName: 'GA102',
    });
  });
});
