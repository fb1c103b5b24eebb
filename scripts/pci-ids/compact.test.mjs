import { describe, expect, test } from 'vitest';
import { compactPciIds } from './compact.mjs';

const SOURCE = `#
#	List of PCI ID's
#
#	Version: 2023.04.10
#	Date:    2023-04-10 20:08:02
#
# Syntax:
# vendor  vendor_name

0010  Allied Telesis, Inc (Wrong ID)
# This is a relabelled RTL-8139
	8139  AT-2500TX  V3 Ethernet
		0010 1234  A card
8086  Intel Corporation
	0007  82379AB

C 06  Bridge
	00  Host bridge
	04  PCI bridge
		00  Normal decode
`;

/** @param {string} text */
const body = (text) => text.split('\n').filter((line) => !line.startsWith('#'));

describe('compactPciIds', () => {
  test('keeps vendors, devices and classes, and nothing else', () => {
    expect(body(compactPciIds(SOURCE))).toEqual([
      '>0010Allied Telesis, Inc (Wrong ID)',
      '8139AT-2500TX V3 Ethernet',
      '>8086Intel Corporation',
      '000782379AB',
      '=06Bridge',
      '00Host bridge',
      '04PCI bridge',
      '',
    ]);
  });

  test('says where it comes from and under which licence it is used', () => {
    const text = compactPciIds(SOURCE);
    expect(text).toContain('# Version: 2023.04.10\n# Date: 2023-04-10 20:08:02\n');
    expect(text).toContain('3-clause BSD');
  });

  test('refuses what it does not know', () => {
    expect(() => compactPciIds(`${SOURCE}\nS 01  Something new\n`)).toThrow('S 01');
  });
});
