import { describe, expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { Cpu } from '../../model/settings.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import {
  cascade,
  HYGON,
  INTEL,
  IOMMU_SET,
  integrated,
  managedSwitch,
  oneSwitch,
  Q35,
  twoCards,
  twoFunctions,
  twoHosts,
  twoRootPorts,
  twoSwitches,
  ZEN,
} from './workedMachines.testkit.ts';

type Row = readonly [
  name: string,
  machine: Machine,
  provider: string,
  client: string,
  expected: readonly [mapType: string, distance: number, acsRedirect?: readonly string[]],
  cpu?: Cpu,
];

/** Bits of one downstream port and whether p2pdma calls that redirection. */
const oneBit: readonly Row[] = (
  [
    ['SV', 0x01, false],
    ['TB', 0x02, false],
    ['RR', 0x04, true],
    ['CR', 0x08, true],
    ['UF', 0x10, false],
    ['EC', 0x20, true],
    ['DT', 0x40, false],
  ] as const
).map(([bit, word, redirects]) => [
  `only ${bit} set at the client's port`,
  oneSwitch({ client: word }),
  '03:00.0',
  '04:00.0',
  redirects ? ['NOT_SUPPORTED', 4, ['02:01.0']] : ['BUS_ADDR', 4],
]);

const rows: readonly Row[] = [
  ['a function with itself', oneSwitch(), '03:00.0', '03:00.0', ['BUS_ADDR', 0]],
  ['siblings on a switch, redirect off', oneSwitch(), '03:00.0', '04:00.0', ['BUS_ADDR', 4]],
  [
    'siblings on a switch without ACS; the root port above is not asked',
    oneSwitch({ capability: false, rootPort: IOMMU_SET }),
    '03:00.0',
    '04:00.0',
    ['BUS_ADDR', 4],
  ],
  [
    'siblings, both ports set as with an IOMMU',
    oneSwitch({ provider: IOMMU_SET, client: IOMMU_SET }),
    '03:00.0',
    '04:00.0',
    ['NOT_SUPPORTED', 4, ['02:00.0', '02:01.0']],
  ],
  [
    'the same on AMD Zen',
    oneSwitch({ provider: IOMMU_SET, client: IOMMU_SET }),
    '03:00.0',
    '04:00.0',
    ['THRU_HOST_BRIDGE', 4, ['02:00.0', '02:01.0']],
    ZEN,
  ],
  [
    'the same below a listed host bridge (same host only)',
    oneSwitch({ host: '8086:3c00', provider: IOMMU_SET, client: IOMMU_SET }),
    '03:00.0',
    '04:00.0',
    ['THRU_HOST_BRIDGE', 4, ['02:00.0', '02:01.0']],
  ],
  [
    "only the provider's port redirects",
    oneSwitch({ provider: IOMMU_SET }),
    '03:00.0',
    '04:00.0',
    ['NOT_SUPPORTED', 4, ['02:00.0']],
  ],
  [
    'the same with the roles swapped',
    oneSwitch({ provider: IOMMU_SET }),
    '04:00.0',
    '03:00.0',
    ['NOT_SUPPORTED', 4, ['02:00.0']],
  ],
  ...oneBit,
  ['two functions, root port off', twoFunctions(0), '01:00.0', '01:00.1', ['BUS_ADDR', 2]],
  [
    'two functions: the common root port is asked',
    twoFunctions(IOMMU_SET),
    '01:00.0',
    '01:00.1',
    ['NOT_SUPPORTED', 2, ['00:01.0']],
  ],
  ['itself below a redirecting port', twoFunctions(0x1d), '01:00.0', '01:00.0', ['BUS_ADDR', 0]],
  [
    'itself, when its own ACS redirects',
    twoFunctions(0, 0x04),
    '01:00.0',
    '01:00.0',
    ['NOT_SUPPORTED', 0, ['01:00.0']],
  ],
  ['two root ports', twoRootPorts(Q35), '01:00.0', '02:00.0', ['NOT_SUPPORTED', 4]],
  ['two root ports, Zen', twoRootPorts(Q35), '01:00.0', '02:00.0', ['THRU_HOST_BRIDGE', 4], ZEN],
  ['two root ports, Hygon', twoRootPorts(Q35), '01:00.0', '02:00.0', ['NOT_SUPPORTED', 4], HYGON],
  [
    'two root ports, 2030',
    twoRootPorts('8086:2030'),
    '01:00.0',
    '02:00.0',
    ['THRU_HOST_BRIDGE', 4],
  ],
  [
    'two root ports, 3c00',
    twoRootPorts('8086:3c00'),
    '01:00.0',
    '02:00.0',
    ['THRU_HOST_BRIDGE', 4],
  ],
  [
    'two hosts, both 3c00: asks for the same one',
    twoHosts('8086:3c00', '8086:3c00'),
    '01:00.0',
    '81:00.0',
    ['NOT_SUPPORTED', 4],
  ],
  [
    'two hosts, both 2030',
    twoHosts('8086:2030', '8086:2030'),
    '01:00.0',
    '81:00.0',
    ['THRU_HOST_BRIDGE', 4],
  ],
  ['two hosts, one listed', twoHosts('8086:2030', Q35), '01:00.0', '81:00.0', ['NOT_SUPPORTED', 4]],
  ['two integrated endpoints', integrated, '00:04.0', '00:05.0', ['THRU_HOST_BRIDGE', 2], ZEN],
  ['integrated and below a port', integrated, '00:04.0', '02:00.0', ['THRU_HOST_BRIDGE', 3], ZEN],
  ['below a second, cascaded switch', cascade, '03:00.0', '06:00.0', ['BUS_ADDR', 6]],
  ['management function of a switch', managedSwitch(0), '01:00.1', '03:00.0', ['BUS_ADDR', 4]],
  [
    'the same below a redirecting root port',
    managedSwitch(IOMMU_SET),
    '01:00.1',
    '03:00.0',
    ['NOT_SUPPORTED', 4, ['00:01.0']],
  ],
  ['two switches, two root ports', twoSwitches, '03:00.0', '13:00.0', ['THRU_HOST_BRIDGE', 8], ZEN],
  [
    'two cards with on-board switches, redirect on',
    twoCards(0x0c),
    '0e:00.0',
    '12:00.0',
    ['NOT_SUPPORTED', 8, ['0d:01.0', '0b:00.0', '11:01.0', '0b:10.0']],
  ],
  ['the same, redirect cleared', twoCards(0), '0e:00.0', '12:00.0', ['BUS_ADDR', 8]],
];

const current = { kernel: eraById('7.1'), cpu: INTEL };

describe('pairs as worked out by hand', () => {
  test.each(rows.map((row) => ({ name: row[0], row })))('$name', ({ row }) => {
    const [, machine, provider, client, [mapType, distance, redirecting], cpu] = row;
    const analysis = analyze(machine, { ...current, cpu: cpu ?? INTEL });
    const verdict = analysis.pair(id(provider), id(client));
    expect(verdict).toMatchObject({
      mapType,
      distance,
      result: mapType === 'NOT_SUPPORTED' ? -1 : distance,
      acsRedirect: (redirecting ?? []).map(id),
      confidence: 'proven',
    });
  });
});
