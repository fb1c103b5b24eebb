import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePciNames } from './pciNames.ts';

const SMALL = `# Version: 2023.04.10
>0128Twin
>0200Twin
0001Only here
>10deNVIDIA Corporation
1c02GP106 [GeForce GTX 1060 3GB]
22bcDevice of a kind
22bdDevice of a kind
>ffffLast
=06Bridge
00Host bridge
04PCI bridge
=0cSerial bus controller
05SMBus
`;

const names = parsePciNames(SMALL);

describe('names', () => {
  test('of vendors', () => {
    expect([0x0128, 0x10de, 0xffff, 0x8086].map((id) => names.vendorName(id))).toEqual([
      'Twin',
      'NVIDIA Corporation',
      'Last',
      null,
    ]);
  });

  test('of devices', () => {
    expect(names.deviceName(0x10de, 0x1c02)).toBe('GP106 [GeForce GTX 1060 3GB]');
    expect(names.deviceName(0x10de, 0x2bb5)).toBe(null);
    expect(names.deviceName(0x0128, 0x0001)).toBe(null);
    expect(names.deviceName(0xffff, 0x0600)).toBe(null);
    expect(names.deviceName(0x8086, 0x2030)).toBe(null);
  });

  test('of classes: sub-class, else base class', () => {
    expect([0x060400, 0x060401, 0x068000, 0x020000].map((code) => names.className(code))).toEqual([
      'PCI bridge',
      'PCI bridge',
      'Bridge',
      null,
    ]);
  });

  test('the version of the table', () => {
    expect([names.version, parsePciNames('').version]).toEqual(['2023.04.10', null]);
  });
});

describe('ids', () => {
  test('of vendors, if the name is theirs alone', () => {
    expect(names.vendorByName('NVIDIA Corporation')).toBe(0x10de);
    expect(names.vendorByName('NVIDIA')).toBe(null);
    expect(names.vendorByName('Twin')).toBe(null);
    expect(names.vendorsByName('Twin')).toEqual([0x0128, 0x0200]);
  });

  test('of devices likewise', () => {
    expect(names.deviceByName(0x10de, 'GP106 [GeForce GTX 1060 3GB]')).toBe(0x1c02);
    expect(names.deviceByName(0x10de, 'Device of a kind')).toBe(null);
    expect(names.devicesByName(0x10de, 'Device of a kind')).toEqual([0x22bc, 0x22bd]);
    expect(names.deviceByName(0x8086, 'anything')).toBe(null);
  });

  test('of classes', () => {
    expect(names.classByName('PCI bridge')).toBe(0x060400);
    expect(names.classByName('Bridge')).toBe(null);
  });
});

test.each(['', '\n', '>10deNVIDIA Corporation', '=06Bridge\n04PCI bridge', '# a comment\n'])(
  'a table cut down to %j is read',
  (text) => {
    const table = parsePciNames(text);
    expect(table.vendorName(0x10de)).toBe(text.startsWith('>') ? 'NVIDIA Corporation' : null);
    expect(table.className(0x060400)).toBe(text.startsWith('=') ? 'PCI bridge' : null);
  },
);

describe('the table that is shipped', () => {
  const text = readFileSync(join(import.meta.dirname, '../../data/pci-ids.txt'), 'utf8');
  const shipped = parsePciNames(text);

  test('knows the parts of this field', () => {
    expect(shipped.version).toMatch(/^\d{4}\.\d{2}\.\d{2}$/);
    expect(shipped.vendorName(0x8086)).toBe('Intel Corporation');
    expect(shipped.deviceName(0x8086, 0x2030)).toBe('Sky Lake-E PCI Express Root Port A');
    expect(shipped.deviceName(0x10b5, 0x8747)).toContain('PEX 8747');
    expect(shipped.className(0x010802)).toBe('Non-Volatile memory controller');
    expect(shipped.vendorByName('Mellanox Technologies')).toBe(0x15b3);
    expect(shipped.classByName('SMBus')).toBe(0x0c0500);
  });

  test('comes with its licence', () => {
    const licence = readFileSync(
      join(import.meta.dirname, '../../data/pci-ids.LICENSE.txt'),
      'utf8',
    );
    expect(licence).toContain('Martin Mareš');
    expect(licence).toContain('Redistributions in binary form must reproduce');
  });
});
