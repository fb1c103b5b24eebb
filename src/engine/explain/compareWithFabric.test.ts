import { describe, expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import type { HostBridge } from '../../model/machine.ts';
import { analyze } from '../analyze.ts';
import type { ConditionRequest } from '../kernel/conditions.ts';
import { eraById } from '../kernel/eras.ts';
import { RULES } from '../rules.ts';
import { compareWithFabric } from './compareWithFabric.ts';

const INTEL = { arch: 'x86', vendor: 'GenuineIntel', family: 6 } as const;
const ZEN = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 } as const;

interface Words {
  readonly client?: number;
  readonly provider?: number;
  readonly root?: number;
  readonly forwarding?: HostBridge['forwarding'];
}

function compare(words: Words, request: Partial<ConditionRequest> = {}, provider = '03:00.0') {
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01-04', { acs: acs(words.root ?? 0) })
    .upstream('01:00.0', '02-04')
    .downstream('02:00.0', '03', { acs: acs(words.provider ?? 0) })
    .downstream('02:01.0', '04', { acs: acs(words.client ?? 0) })
    .endpoint('03:00.0')
    .endpoint('03:00.1')
    .endpoint('04:00.0')
    .rootPort('00:02.0', '05')
    .endpoint('05:00.0')
    .build();
  const hostBridges = machine.hostBridges.map((host) => ({
    ...host,
    forwarding: words.forwarding ?? null,
  }));
  const conditions = { kernel: eraById('6.12'), cpu: INTEL, iommu: 'none', ...request } as const;
  const client = provider === '03:00.1' ? '03:00.0' : '04:00.0';
  return compareWithFabric(
    analyze({ ...machine, hostBridges }, conditions),
    id(provider),
    id(client),
  );
}

test('a direct pair, direct in both eyes', () => {
  const { write, read, differences } = compare({});
  expect(differences).toEqual([]);
  expect([write.outcome, read.outcome]).toEqual(['completed', 'completed']);
  expect(write.question.address).toBe('bus');
});

test.each([
  ['4.20', 'bus'],
  ['5.2', 'bus'],
  ['5.4', 'host'],
  ['6.12', 'host'],
] as const)('refused without a common bridge, Linux %s: by which address', (era, address) => {
  const { write } = compare({}, { kernel: eraById(era) }, '05:00.0');
  expect(write.question.address).toBe(address);
});

test('refused by both: redirected, and the bus address faults', () => {
  const { write, differences } = compare(
    { client: 0x1d, provider: 0x1d, root: 0x1d },
    { iommu: 'intel' },
  );
  expect(write.outcome).toBe('refused');
  expect(differences).toEqual([]);
});

describe('where the two differ', () => {
  test('RR at the provider’s port, CR at the client’s: Linux redirects, the fabric does not', () => {
    const { differences } = compare({ client: 0x08, provider: 0x04 });
    expect(differences[0]).toMatch(
      /Linux refuses the pair.*writes and reads by bus address directly/,
    );
    expect(differences.slice(1).join('\n')).toMatch(
      /counts RR of 0000:02:00.0.*\n.*counts CR of 0000:02:01.0/,
    );
  });

  test('CR at the provider’s port: only reads are redirected', () => {
    const { differences } = compare({ provider: 0x08 });
    expect(differences[0]).toMatch(/Linux refuses.*only reads otherwise/);
  });

  test('a read goes up, its completion returns directly', () => {
    const { differences } = compare({ client: 0x1d, root: 0x1d }, { cpu: ZEN });
    expect(differences.join('\n')).toMatch(
      /goes up through the root complex, and its completion returns directly/,
    );
  });

  test('and the other way round', () => {
    const { read } = compare({ provider: 0x18, root: 0x18 }, { cpu: ZEN });
    expect(read.throughRoot).toEqual({ request: false, completion: true });
  });

  test('the list vouches for a root complex of which nothing is shown', () => {
    const { differences, write } = compare({}, { cpu: ZEN }, '05:00.0');
    expect(write.question.address).toBe('host');
    expect(differences.join('\n')).toMatch(/nothing that the machine shows promises/);
  });

  test('a root complex that is described as forwarding writes only', () => {
    const forwarding = { writes: true, reads: false, bytesPerSecond: null };
    const { differences } = compare({ forwarding }, { cpu: ZEN }, '05:00.0');
    expect(differences.join('\n')).toMatch(/not forwarding reads/);
  });

  test('one that forwards, and Linux does not count on it', () => {
    const forwarding = { writes: true, reads: true, bytesPerSecond: null };
    const { differences } = compare({ forwarding }, {}, '05:00.0');
    expect(differences).toEqual([expect.stringMatching(/does not count on this root complex/)]);
  });

  test('a root port without UF does not turn round what Linux sends up', () => {
    const { differences } = compare({ client: 0x1d }, { cpu: ZEN });
    expect(differences.join('\n')).toMatch(/refuses a write on the way up.*UF is clear/);
  });

  test('functions of one card: Linux takes the way for direct, the card promises nothing', () => {
    const { differences, write } = compare({}, {}, '03:00.1');
    expect(write.outcome).toBe('unknown');
    expect(differences[0]).toMatch(/takes the way for direct; of a write the fabric promises less/);
  });

  test('where ACS is not asked, redirected requests got bus addresses all the same', () => {
    const { differences, write } = compare(
      { client: 0x1d, root: 0x1d },
      { kernel: eraById('v4-2018'), iommu: 'intel' },
    );
    expect(write.question.address).toBe('bus');
    expect(differences.join('\n')).toMatch(
      /hands out the bus address; the fabric refuses a write: IOMMU fault/,
    );
  });
});

test('every hop names a row of the table of rules', () => {
  const known = new Set<string>(Object.values(RULES).map(({ id: rule }) => rule));
  const comparisons = [
    compare({ client: 0x1d, provider: 0x1d, root: 0x1d }, { iommu: 'intel', cpu: ZEN }),
    compare({ client: 0x08 }, { cpu: ZEN }, '05:00.0'),
    compare({}, {}, '03:00.1'),
  ];
  const hops = comparisons.flatMap(({ write, read }) => [...write.hops, ...read.hops]);
  expect(hops.filter(({ rule }) => !known.has(rule))).toEqual([]);
});
