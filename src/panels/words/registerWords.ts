import { type Hex64, hex } from '../../base/hex.ts';

/** A 16-bit register: `0x001d`. */
export function word(value: number): string {
  return `0x${hex(value, 4)}`;
}

/** An address in groups of four digits, for setting with gaps: `0x38bf` `c000` `0000`. */
export function groupsOfFour(address: Hex64): readonly string[] {
  const digits = address.slice(2);
  const first = digits.length % 4 || 4;
  const groups = [`0x${digits.slice(0, first)}`];
  for (let at = first; at < digits.length; at += 4) groups.push(digits.slice(at, at + 4));
  return groups;
}

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** `16 GiB`, `512 bytes`, `1.5 MiB`: the largest unit of which there is at least one. */
export function sizeWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${Number.isInteger(size) ? size : size.toFixed(1)} ${UNITS[unit]}`;
}

const BASE_CLASSES: Readonly<Record<number, string>> = {
  0: 'Unclassified device',
  1: 'Mass storage controller',
  2: 'Network controller',
  3: 'Display controller',
  4: 'Multimedia controller',
  5: 'Memory controller',
  6: 'Bridge',
  7: 'Communication controller',
  8: 'Generic system peripheral',
  9: 'Input device controller',
  10: 'Docking station',
  11: 'Processor',
  12: 'Serial bus controller',
  13: 'Wireless controller',
  14: 'Intelligent controller',
  15: 'Satellite communications controller',
  16: 'Encryption controller',
  17: 'Signal processing controller',
  18: 'Processing accelerator',
  19: 'Non-essential instrumentation',
  64: 'Co-processor',
  255: 'Unassigned class',
};

/** Sub-classes that machines of this trade are made of. */
const SUB_CLASSES: ReadonlyMap<number, string> = new Map([
  [0x0104, 'RAID controller'],
  [0x0106, 'SATA controller'],
  [0x0107, 'SAS controller'],
  [0x0108, 'Non-volatile memory controller'],
  [0x0200, 'Ethernet controller'],
  [0x0207, 'InfiniBand controller'],
  [0x0208, 'Fabric controller'],
  [0x0300, 'VGA compatible controller'],
  [0x0302, '3D controller'],
  [0x0403, 'Audio device'],
  [0x0502, 'CXL memory'],
  [0x0600, 'Host bridge'],
  [0x0601, 'ISA bridge'],
  [0x0604, 'PCI bridge'],
  [0x0806, 'IOMMU'],
  [0x0807, 'Root complex event collector'],
  [0x0880, 'System peripheral'],
  [0x0b40, 'Co-processor'],
  [0x0c03, 'USB controller'],
  [0x0c05, 'SMBus controller'],
  [0x1101, 'Performance counters'],
]);

/** A class in words (PCI Code and ID Assignment), for dumps that print no name. */
export function classWords(classCode: number): string {
  return SUB_CLASSES.get(classCode >> 8) ?? BASE_CLASSES[classCode >> 16] ?? 'Unknown class';
}

/** `010802` as `01 08 02`: base class, sub-class, programming interface. */
export function classCodeDigits(classCode: number): string {
  return hex(classCode, 6).match(/../g)?.join(' ') ?? '';
}
