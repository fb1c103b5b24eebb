import { describe, expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import type { Cpu } from '../../model/settings.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';

const INTEL: Cpu = { arch: 'x86', vendor: 'GenuineIntel', family: 6 };
const ZEN: Cpu = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x17 };
const HYGON: Cpu = { arch: 'x86', vendor: 'HygonGenuine', family: 0x18 };

const Q35 = '8086:29c0';
const IOMMU_SET = 0x1d;

interface SwitchWords {
  readonly host?: string;
  readonly rootPort?: number;
  readonly provider?: number;
  readonly client?: number;
  readonly capability?: boolean;
}

/** Two drives, 03:00.0 and 04:00.0, below one switch. */
function oneSwitch(words: SwitchWords = {}): Machine {
  const port = (control = 0) => ({ acs: words.capability === false ? null : acs(control) });
  return new MachineBuilder()
    .host('00:00.0', words.host ?? Q35)
    .rootPort('00:01.0', '01-04', { acs: acs(words.rootPort ?? 0) })
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', port(words.provider))
    .downstream('02:01.0', '04', port(words.client))
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .build();
}

/** Drives 01:00.0 and 02:00.0 below two root ports of one host bridge. */
function twoRootPorts(host: string): Machine {
  return new MachineBuilder()
    .host('00:00.0', host)
    .rootPort('00:01.0', '01', { acs: acs(IOMMU_SET) })
    .rootPort('00:02.0', '02', { acs: acs(IOMMU_SET) })
    .endpoint('01:00.0')
    .endpoint('02:00.0')
    .build();
}

function twoHosts(first: string, second: string): Machine {
  return new MachineBuilder()
    .host('00:00.0', first)
    .rootPort('00:01.0', '01')
    .endpoint('01:00.0')
    .host('80:00.0', second)
    .rootPort('80:01.0', '81')
    .endpoint('81:00.0')
    .build();
}

/** A card with two functions at 01:00. */
function twoFunctions(rootPort: number, own: number | null = null): Machine {
  const parts = own === null ? {} : { acs: acs(own) };
  return new MachineBuilder()
    .host('00:00.0', Q35)
    .rootPort('00:01.0', '01', { acs: acs(rootPort) })
    .endpoint('01:00.0', parts)
    .endpoint('01:00.1')
    .build();
}

/** A switch whose management function sits beside its upstream port. */
function managedSwitch(rootPort: number): Machine {
  return new MachineBuilder()
    .host('00:00.0', Q35)
    .rootPort('00:01.0', '01-03', { acs: acs(rootPort) })
    .upstream('01:00.0', '02-03')
    .endpoint('01:00.1')
    .downstream('02:00.0', '03', { acs: acs(0) })
    .endpoint('03:00.0')
    .build();
}

/** The public report on two cards with on-board switches below one PLX switch. */
function twoCards(redirect: number): Machine {
  const port = { acs: acs(redirect) };
  return new MachineBuilder()
    .host('00:00.0', '8086:4c43')
    .rootPort('00:01.0', '0a-12', { acs: acs(0) })
    .upstream('0a:00.0', '0b-12')
    .downstream('0b:00.0', '0c-0e', port)
    .upstream('0c:00.0', '0d-0e')
    .downstream('0d:01.0', '0e', port)
    .endpoint('0e:00.0')
    .downstream('0b:10.0', '10-12', port)
    .upstream('10:00.0', '11-12')
    .downstream('11:01.0', '12', port)
    .endpoint('12:00.0')
    .build();
}

const integrated = new MachineBuilder()
  .host('00:00.0', Q35)
  .rciep('00:04.0')
  .rciep('00:05.0')
  .rootPort('00:01.0', '02')
  .endpoint('02:00.0')
  .build();

const cascade = new MachineBuilder()
  .host('00:00.0', Q35)
  .rootPort('00:01.0', '01-06')
  .upstream('01:00.0', '02-06')
  .downstream('02:00.0', '03', { acs: acs(0) })
  .endpoint('03:00.0')
  .downstream('02:01.0', '04-06', { acs: acs(0) })
  .upstream('04:00.0', '05-06')
  .downstream('05:00.0', '06', { acs: acs(0) })
  .endpoint('06:00.0')
  .build();

const twoSwitches = new MachineBuilder()
  .host('00:00.0', Q35)
  .rootPort('00:01.0', '01-03')
  .upstream('01:00.0', '02-03')
  .downstream('02:00.0', '03')
  .endpoint('03:00.0')
  .rootPort('00:02.0', '11-13')
  .upstream('11:00.0', '12-13')
  .downstream('12:00.0', '13')
  .endpoint('13:00.0')
  .build();

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

describe('before map types', () => {
  test('4.20 refuses what has no common bridge', () => {
    const analysis = analyze(twoRootPorts(Q35), { kernel: eraById('4.20'), cpu: ZEN });
    expect(analysis.pair(id('01:00.0'), id('02:00.0')).result).toBe(-1);
  });

  test('5.2 lets two Zen root ports talk at a cost of 0x1000', () => {
    const analysis = analyze(twoRootPorts('1022:1450'), { kernel: eraById('5.2'), cpu: ZEN });
    expect(analysis.pair(id('01:00.0'), id('02:00.0')).result).toBe(4100);
  });

  test('5.2 refuses redirected pairs even there', () => {
    const machine = oneSwitch({ host: '1022:1450', client: 0x04 });
    const analysis = analyze(machine, { kernel: eraById('5.2'), cpu: ZEN });
    expect(analysis.pair(id('03:00.0'), id('04:00.0'))).toMatchObject({
      result: -1,
      rule: 'acs-redirect-refuses',
    });
  });
});

describe('virtual functions', () => {
  test('step to the bridge of their physical function', () => {
    const machine = new MachineBuilder()
      .host('00:00.0', Q35)
      .rootPort('00:01.0', '01-02', { acs: acs(0) })
      .endpoint('01:00.0')
      .endpoint('02:00.1', { physfn: '01:00.0' })
      .endpoint('02:00.2', { physfn: '01:00.0' })
      .build();
    const verdict = analyze(machine, current).pair(id('02:00.1'), id('02:00.2'));
    expect(verdict).toMatchObject({ mapType: 'BUS_ADDR', distance: 2 });
  });
});

describe('what the input hides stays open', () => {
  const hidden = { change: { acs: UNKNOWN } } as const;
  const machine = new MachineBuilder()
    .host('00:00.0', Q35)
    .rootPort('00:01.0', '01-05', hidden)
    .upstream('01:00.0', '02-05', hidden)
    .downstream('02:00.0', '03', hidden)
    .downstream('02:01.0', '04', { acs: acs(0x0c) })
    .downstream('02:02.0', '05', hidden)
    .endpoint('03:00.0')
    .endpoint('04:00.0')
    .endpoint('05:00.0')
    .rootPort('00:02.0', '06', hidden)
    .endpoint('06:00.0')
    .build();

  test('a port with hidden ACS may redirect', () => {
    const verdict = analyze(machine, current).pair(id('03:00.0'), id('05:00.0'));
    expect(verdict).toMatchObject({
      mapType: null,
      result: null,
      distance: 4,
      possible: ['BUS_ADDR', 'NOT_SUPPORTED'],
      confidence: 'unknown',
      rule: 'acs-unknown',
      acsRedirect: [],
    });
    expect(verdict.acsUnknown).toEqual(['02:00.0', '01:00.0', '02:02.0'].map(id));
  });

  test('one port known to redirect decides', () => {
    const verdict = analyze(machine, current).pair(id('03:00.0'), id('04:00.0'));
    expect(verdict).toMatchObject({ mapType: 'NOT_SUPPORTED', confidence: 'proven' });
  });

  test('pairs of two root ports do not ask ACS at all', () => {
    const verdict = analyze(machine, current).pair(id('03:00.0'), id('06:00.0'));
    expect(verdict).toMatchObject({ mapType: 'NOT_SUPPORTED', confidence: 'proven' });
  });

  test('a hidden parent leaves everything open, but two on one bus are two steps apart', () => {
    const dark = new MachineBuilder()
      .host('00:00.0', Q35)
      .endpoint('05:00.0', { orphan: true })
      .endpoint('05:00.1', { orphan: true })
      .endpoint('06:00.0', { orphan: true })
      .rootPort('00:01.0', '01')
      .endpoint('01:00.0')
      .build();
    const analysis = analyze(dark, current);
    expect(analysis.pair(id('05:00.0'), id('05:00.1'))).toMatchObject({
      mapType: null,
      distance: 2,
      rule: 'parent-unknown',
    });
    expect(analysis.pair(id('05:00.0'), id('06:00.0'))).toMatchObject({
      mapType: null,
      distance: null,
    });
    // No bridge shown leads to bus 05: the two share none, and q35 is on no list.
    expect(analysis.pair(id('05:00.0'), id('01:00.0'))).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      distance: null,
    });
  });
});
