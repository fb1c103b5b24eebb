import type { IsolationFamily } from './isolationFamilies.ts';
import * as families from './isolationFamilies.ts';

/** A row: functions with this vendor and device id are asked what their family says. */
export interface IsolationRow {
  readonly vendor: number;
  readonly device: number | 'any';
  readonly family: IsolationFamily;
  /** The last era, if any, that was read without the row. */
  readonly absentUpTo: string | null;
}

/** Rows of one vendor and family that stand together: device ids in hexadecimal. */
function rows(
  vendor: number,
  devices: string,
  family: IsolationFamily,
  absentUpTo: string | null = null,
): readonly IsolationRow[] {
  return devices.split(' ').map((id) => ({
    vendor,
    device: id === 'any' ? id : Number.parseInt(id, 16),
    family,
    absentUpTo,
  }));
}

/**
 * Devices that isolate, or do not, whatever their standard registers say; in the kernel's order,
 * because the first row that gives an answer decides. The same rows stand in 6.1.192, 6.12.117 and
 * the tree merged for 7.1; 5.4.301 lacks two of Qualcomm's, and when they came was not read.
 *
 * Source: the table behind `pci_dev_specific_acs_enabled()`, drivers/pci/quirks.c.
 */
export const ISOLATION_ROWS: readonly IsolationRow[] = [
  ...rows(0x1002, '4385 439c 4383 439d 4384 4399', families.AMD_SOUTHBRIDGE),
  ...rows(0x1022, '780f 7809', families.AMD_SOUTHBRIDGE),
  ...rows(0x1924, '0903 0923 0a03', families.MULTIFUNCTION),
  // Intel: 82598, 82599, X520, X540
  ...rows(
    0x8086,
    '10c6 10db 10dd 10e1 10f1 10f7 10f8 10f9 10fa 10fb 10fc 1507 1514 151c 1529 152a 154d 154f 1551 1558',
    families.MULTIFUNCTION,
  ),
  // 82580, 82576, 82575, I350, 82571, I219
  ...rows(0x8086, '1509 150e 150f 1510 1511 1516 1527', families.MULTIFUNCTION),
  ...rows(0x8086, '10c9 10e6 10e7 10e8 150a 150d 1518 1526', families.MULTIFUNCTION),
  ...rows(0x8086, '10a7 10a9 10d6', families.MULTIFUNCTION),
  ...rows(0x8086, '1521 1522 1523 1524', families.MULTIFUNCTION),
  ...rows(0x8086, '105e 105f 1060 10d9', families.MULTIFUNCTION),
  ...rows(0x8086, '15b7 15b8', families.MULTIFUNCTION),
  ...rows(0x8086, 'any', families.INTEL_RCIEP),
  ...rows(0x17cb, '0400 0401 0115', families.QUALCOMM),
  ...rows(0x17cb, '0111 0120', families.QUALCOMM, '5.4'),
  ...rows(0x1dbf, '0401', families.QUALCOMM),
  ...rows(0x8086, 'any', families.INTEL_PCH),
  ...rows(0x8086, 'any', families.INTEL_SPT),
  ...rows(0x19a2, '0710', families.MULTIFUNCTION),
  ...rows(0x10df, '0720', families.MULTIFUNCTION),
  ...rows(0x177d, 'any', families.CAVIUM),
  ...rows(0x177d, 'a026 a059 a060', families.MULTIFUNCTION),
  ...rows(0x10e8, 'e004', families.XGENE),
  ...rows(0x1def, 'e005 e006 e007 e008 e009 e00a e00b e00c', families.XGENE),
  ...rows(0x14e4, '16d7 1750 1751 1752 1760 1761 1762 1763', families.MULTIFUNCTION),
  ...rows(0x14e4, 'd714', families.IPROC),
  ...rows(0x0014, '3c09 3c19 3c29 7a09 7a19 7a29 7a39 7a49 7a59 7a69', families.LOONGSON),
  ...rows(0x1c36, '0031', families.ANNAPURNA),
  ...rows(0x1d17, '3038 3104 9083', families.MULTIFUNCTION),
  ...rows(
    0x1957,
    '8d81 8da1 8d83 8d80 8da0 8d82 8d90 8db0 8d92 8d91 8db1 8d93 8d89 8da9 8d8b 8d88 8da8 8d8a 8d98 8db8 8d9a 8d99 8db9 8d9b',
    families.NXP,
  ),
  ...rows(0x1d17, 'any', families.ZHAOXIN_PORTS),
  ...rows(0x8088, 'any', families.WANGXUN),
];
