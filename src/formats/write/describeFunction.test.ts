import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { MachineBuilder } from '../../model/machine.testkit.ts';
import type { PciFunction, PrintedNames } from '../../model/pciFunction.ts';
import { parsePciNames } from '../../model/pciNames.ts';
import { describeFunction } from './describeFunction.ts';

const names = parsePciNames(`# Version: 2023.04.10
>10deNVIDIA Corporation
2204GA102
`);

function name(ids: PciFunction['pciId'], printed: Partial<PrintedNames> = {}, label?: string) {
  const none = { vendor: null, device: null, className: null, subsystem: null };
  const change = { pciId: ids, names: { ...none, ...printed }, label: label ?? null };
  const [fn] = new MachineBuilder().endpoint('01:00.0', { change }).build().functions;
  return fn && describeFunction(fn, names);
}

const ids = (vendor: number, device: number) => ({ vendor, device });

test.each([
  ['the user’s own name goes first', name(ids(0x10de, 0x2204), {}, 'my GPU'), 'my GPU'],
  ['then what was printed', name(UNKNOWN, { vendor: 'NVIDIA', device: 'GA100' }), 'NVIDIA GA100'],
  ['then the table', name(ids(0x10de, 0x2204)), 'NVIDIA Corporation GA102'],
  ['a device without a name', name(ids(0x10de, 0x2bb5)), 'NVIDIA Corporation Device 2bb5'],
  ['a vendor without a name', name(ids(0x1234, 0x11e8)), 'Device 1234:11e8'],
  ['"Device" is no name', name(ids(0x1234, 0x11e8), { device: 'Device' }), 'Device 1234:11e8'],
  [
    '"Device" behind a vendor neither',
    name(ids(0x10de, 0x2bb5), { vendor: 'NVIDIA Corporation', device: 'Device' }),
    'NVIDIA Corporation Device 2bb5',
  ],
  ['nothing known', name(UNKNOWN), 'Device with unknown ids'],
])('%s', (_, found, expected) => {
  expect(found).toBe(expected);
});
