import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { blankMachine, unknownFunction } from '../../model/blank.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { Machine } from '../../model/machine.ts';
import type { PciFunction, PrintedNames } from '../../model/pciFunction.ts';
import { formatPciId } from '../../model/pciId.ts';
import { parsePciNames } from '../../model/pciNames.ts';
import { lookUpIds } from './lookUpIds.ts';

const names = parsePciNames(`# Version: 2023.04.10
>1000Broadcom
0001Inc. and subsidiaries Odd
0002Inc. and subsidiaries Both
>14e4Broadcom Inc. and subsidiaries
0002Both
1657NetXtreme BCM5719
>166dBroadcom Corporation
0001BCM1125
>1af4Red Hat, Inc.
1041Virtio network device
>1b36Red Hat, Inc.
000cQEMU PCIe Root port
>1005Twin / Sons
c030Switch
c034Switch
>1166Twin
0001Bridge
>8086Intel Corporation
1918Sky Lake Host Bridge/DRAM Registers
2030Root Port
2031Root Port
=06Bridge
04PCI bridge
`);

function machineOf(...printed: Partial<PrintedNames>[]): Machine {
  const functions = printed.map((one, at): PciFunction => {
    const address = { domain: 0, bus: at, device: 0, function: 0 };
    const fn = unknownFunction(`0000:0${at}:00.0` as FunctionId, address);
    return { ...fn, names: { ...fn.names, ...one } };
  });
  return { ...blankMachine('captured', 'test'), functions };
}

/** `8086:1918`, `unknown`. */
function idOf(device: string, vendor: string | null = null): string {
  const fn = lookUpIds(machineOf({ vendor, device }), names).machine.functions[0];
  if (!fn || fn.pciId === UNKNOWN) return UNKNOWN;
  return formatPciId(fn.pciId);
}

describe('ids by name', () => {
  test('an absurdly long name takes no time, and gives nothing', () => {
    const long = `Intel Corporation ${'a '.repeat(500_000)}`;
    expect(idOf(long)).toBe(UNKNOWN);
  });

  test.each([
    ['Intel Corporation Sky Lake Host Bridge/DRAM Registers', '8086:1918'],
    ['Intel Corporation Device 46d1', '8086:46d1'],
    ['Intel Corporation Unknown device 46d1', '8086:46d1'],
    ['Device 1de5:3000', '1de5:3000'],
    ['Broadcom Inc. and subsidiaries NetXtreme BCM5719', '14e4:1657'],
    // A vendor with several ids, a device that only one of them has.
    ['Red Hat, Inc. QEMU PCIe Root port', '1b36:000c'],
    ['Broadcom Inc. and subsidiaries Odd', '1000:0001'],
    // A name that 14e4 had once and 166d has now.
    ['Broadcom Corporation NetXtreme BCM5719', '14e4:1657'],
    ['Broadcom Corporation BCM1125', '166d:0001'],
  ])('%s', (text, id) => {
    expect(idOf(text)).toBe(id);
  });

  test.each([
    ['several devices of one name', 'Intel Corporation Root Port', '8086:?'],
    ['another vendor’s name begins the same', 'Twin / Sons Switch', '1005:?'],
    ['a device that is not listed', 'Intel Corporation Something new', '8086:?'],
  ])('the vendor only: %s', (_, text, id) => {
    expect(idOf(text)).toBe(id);
  });

  test('a device id that stands in digits is certain, one found by name is not', () => {
    const texts = ['Intel Corporation Device 46d1', 'Red Hat, Inc. QEMU PCIe Root port'];
    const { functions } = lookUpIds(
      machineOf(...texts.map((device) => ({ device }))),
      names,
    ).machine;
    expect(functions.map((fn) => fn.deviceIdFromName)).toEqual([false, true]);
  });

  test.each([
    ['two readings of one text', 'Broadcom Inc. and subsidiaries Both'],
    ['a vendor with several ids', 'Red Hat, Inc. Device 0001'],
    ['a name that two vendors had in turn', 'Broadcom Corporation Device 9039'],
    ['a vendor that is not listed', 'Nobody Ltd. Thing'],
    ['a vendor alone', 'Intel Corporation'],
    ['nothing of the kind', 'Device'],
  ])('unknown: %s', (_, text) => {
    expect(idOf(text)).toBe(UNKNOWN);
  });

  test('wherever the reader cut the text', () => {
    expect(idOf('Sky Lake Host Bridge/DRAM Registers', 'Intel Corporation')).toBe('8086:1918');
    expect(idOf('NetXtreme BCM5719', 'Broadcom Inc. and subsidiaries')).toBe('14e4:1657');
    expect(idOf('and subsidiaries NetXtreme BCM5719', 'Broadcom Inc.')).toBe('14e4:1657');
    const { machine } = lookUpIds(
      machineOf({ vendor: 'Broadcom Inc.', device: 'and subsidiaries NetXtreme BCM5719' }),
      names,
    );
    expect(machine.functions[0]?.names).toMatchObject({
      vendor: 'Broadcom Inc. and subsidiaries',
      device: 'NetXtreme BCM5719',
    });
  });

  test('known ids are left alone', () => {
    const machine = machineOf({ device: 'Intel Corporation Device 46d1' });
    const [fn] = machine.functions;
    const known = { ...machine, functions: fn ? [{ ...fn, pciId: { vendor: 1, device: 2 } }] : [] };
    const looked = lookUpIds(known, names);
    expect(looked).toEqual({ machine: known, problems: [] });
    expect(looked.machine).toBe(known);
  });
});

describe('class by name', () => {
  test.each([
    ['PCI bridge', 0x060400],
    ['Generic system peripheral [0807]', 0x080700],
    ['Thing', UNKNOWN],
  ])('%s', (className, classCode) => {
    const { machine } = lookUpIds(machineOf({ className }), names);
    expect(machine.functions[0]?.classCode).toBe(classCode);
  });
});

describe('the note', () => {
  test('how many were found, and which were not', () => {
    const { problems } = lookUpIds(
      machineOf(
        { device: 'Intel Corporation Device 46d1' },
        { device: 'Intel Corporation Root Port' },
        { className: 'PCI bridge' },
      ),
      names,
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'note', hint: expect.stringContaining('-nn') });
    expect(problems[0]?.text).toContain('1 of 2');
    expect(problems[0]?.text).toContain('2023.04.10');
    expect(problems[0]?.text).toContain('0000:01:00.0 (Intel Corporation Root Port)');
  });

  test('none where there is nothing to find', () => {
    expect(lookUpIds(machineOf({ className: 'PCI bridge' }), names).problems).toEqual([]);
  });
});
