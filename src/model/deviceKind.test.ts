import { expect, test } from 'vitest';
import { UNKNOWN } from '../base/unknown.ts';
import { unknownFunction } from './blank.ts';
import { type DeviceKind, deviceKind } from './deviceKind.ts';
import { id } from './machine.testkit.ts';

const kindOf = (classCode: number | typeof UNKNOWN, vendor: number): DeviceKind =>
  deviceKind({
    ...unknownFunction(id('01:00.0'), { domain: 0, bus: 1, device: 0, function: 0 }),
    classCode,
    pciId: { vendor, device: UNKNOWN },
  });

test.each<[string, number, number, DeviceKind]>([
  ['NVIDIA 3D controller', 0x030200, 0x10de, 'gpu'],
  ['AMD Instinct', 0x120000, 0x1002, 'gpu'],
  ['another processing accelerator', 0x120000, 0x1da3, 'accelerator'],
  ['the display of a management controller', 0x030000, 0x1a03, 'display'],
  ['ConnectX, Ethernet', 0x020000, 0x15b3, 'nic'],
  ['ConnectX, InfiniBand', 0x020700, 0x15b3, 'nic'],
  ['NVMe', 0x010802, 0x144d, 'nvme'],
  ['AHCI', 0x010601, 0x8086, 'storage'],
  ['PCI bridge', 0x060400, 0x10b5, 'bridge'],
  ['a class without a word for it', 0x088000, 0x8086, 'other'],
])('%s', (_, classCode, vendor, kind) => expect(kindOf(classCode, vendor)).toBe(kind));

test('an unknown class is other', () => expect(kindOf(UNKNOWN, 0x10de)).toBe('other'));
