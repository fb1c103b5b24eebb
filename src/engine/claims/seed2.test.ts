import { describe, expect, test } from 'vitest';
import type { FunctionId } from '../../model/ids.ts';
import { id } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { ACS_REDIRECT_BITS } from '../acs/acsMasks.ts';
import { compareWithFabric } from '../explain/compareWithFabric.ts';
import { machineOf } from '../flows/flows.testkit.ts';
import { ERAS, eraById } from '../kernel/eras.ts';
import { ALLOW_LIST, allowListOf } from '../p2pdma/allowList.ts';
import { groupOf, under, wordsOf } from './ask.testkit.ts';
import {
  changed,
  flowNamed,
  G,
  only,
  ratesByName,
  streamNamed,
  throughput,
} from './claimFlows.testkit.ts';
import {
  ADAPTER_1,
  ADAPTER_2,
  DRIVE_1,
  DRIVE_2,
  DRIVE_3,
  PORT_OF_ADAPTER_1,
  PORT_OF_DRIVE_1,
  PORT_OF_DRIVE_3,
  ROOT_PORTS,
  SWITCH_PORTS,
  SWITCH_ROOT_PORT,
  switchAndRootPorts,
} from './claimMachines.testkit.ts';

/* Seed 002: Logan and Sinan, March 2018. The steps are in docs/claims.md. */

const machine = switchAndRootPorts();
const SWITCH_OPEN = 'intel_iommu=on pci=disable_acs_redir=02:00.0;02:01.0;02:02.0';

const redirects = (word: number | 'unknown' | undefined) =>
  word !== 'unknown' && ((word ?? 0) & ACS_REDIRECT_BITS) !== 0;

/** Which of these ports redirect after boot. */
function redirecting(era: string, ports: readonly (typeof DRIVE_1)[], cmdline = 'intel_iommu=on') {
  const words = wordsOf(under(machine, era, { cmdline }));
  return ports.filter((port) => redirects(words.get(port)));
}

/** The same machine with another switch in it: other ids, and other links. */
function withOtherSwitch(vendor: number, gts: number, width: number): Machine {
  const inSwitch = new Set([id('01:00.0'), ...SWITCH_PORTS]);
  const functions = machine.functions.map((fn) => {
    if (!inSwitch.has(fn.id)) return fn;
    const link = {
      capable: { gts, width },
      current: { gts, width },
      targetGts: null,
      portNumber: 0,
    };
    const pcie = fn.pcie === null || fn.pcie === 'unknown' ? fn.pcie : { ...fn.pcie, link };
    return { ...fn, pciId: { vendor, device: 0x1234 }, pcie };
  });
  return { ...machine, functions };
}

const SWITCHES: readonly (readonly [string, number, number, number])[] = [
  ['Broadcom', 0x1000, 32, 16],
  ['Microchip', 0x11f8, 16, 8],
  ['one lane of the first generation', 0x1b21, 2.5, 1],
];

describe('2-1: every switch must route peers', () => {
  test.each(SWITCHES)('%s: direct, when nothing redirects', (_, vendor, gts, width) => {
    const analysis = under(withOtherSwitch(vendor, gts, width), '7.1', { iommu: 'none' });
    expect(analysis.pair(DRIVE_1, ADAPTER_1).mapType).toBe('BUS_ADDR');
  });

  test('and the fabric takes it to the other port, by the address alone', () => {
    const analysis = under(machine, '7.1', { iommu: 'none' });
    const { write, differences } = compareWithFabric(analysis, DRIVE_1, ADAPTER_1);
    expect(write.outcome).toBe('completed');
    expect(differences).toEqual([]);
  });
});

describe('2-2: what goes to a peer is routed like anything else', () => {
  const report = throughput(G);
  const [peer, host] = ['to-peer', 'to-host'].map((name) => streamNamed(report, name));
  /** What a port decides of a write, and by what. */
  const decisions = (stream: typeof peer) =>
    stream?.walk?.hops.map(({ action, text }) => `${action}: ${text}`) ?? [];

  test('the port asks both the same: whose window holds the address?', () => {
    expect(decisions(peer)[1]).toBe(
      'peer: The window 0x4000000000 to 0x47ffffffff of 0000:02:01.0 holds 0x4000000000. Straight there: RR is clear.',
    );
    expect(decisions(host)[1]).toBe('up: The address lies in no bridge’s window.');
    expect([peer, host].map((each) => each?.walk?.hops[1]?.at)).toEqual(
      Array(2).fill({ kind: 'function', id: 'nic0/port' }),
    );
  });

  test('same link, same packets, same bytes: half of it each', () => {
    const { 'to-peer': toPeer, 'to-host': toHost } = ratesByName(report);
    expect(toPeer).toBeCloseTo(6.82e9, -7);
    expect(toHost).toBe(toPeer);
    expect(host?.tlpsPerSecond).toEqual(peer?.tlpsPerSecond);
    expect(peer?.tlpsPerSecond?.requests).toBeCloseTo((toPeer ?? 0) / 256, -2);
    for (const name of ['to-peer', 'to-host']) {
      expect(flowNamed(report, name).limit?.where).toBe('Gen3 x16 above nic0, upwards');
    }
  });

  test.each(['to-peer', 'to-host'])('%s alone has all of it', (name) => {
    expect(ratesByName(throughput(only(G, name)))[name]).toBeCloseTo(13.65e9, -7);
  });
});

describe('2-3: a switch of 100 kb/s', () => {
  const slow = changed(G, 'sw0: switch', 'sw0: switch rate=12500');

  test('slow for peers, and as slow for the host; not for who is past it', () => {
    const { 'to-peer': toPeer, 'to-host': toHost, past } = ratesByName(throughput(slow));
    expect([toPeer, toHost]).toEqual([6250, 6250]);
    expect(past).toBeCloseTo(13.65e9, -7);
    expect(ratesByName(throughput(only(slow, 'to-peer')))).toEqual({ 'to-peer': 12_500 });
    expect(ratesByName(throughput(only(slow, 'to-host')))).toEqual({ 'to-host': 12_500 });
  });

  test('the switch is what holds them, and its links come next', () => {
    const { limit, next } = flowNamed(throughput(slow), 'to-host');
    expect(limit).toMatchObject({ kind: 'switch', where: 'switch sw0', part: 'sw0' });
    expect(limit?.text).toContain('12.5 kB/s pass through switch sw0');
    expect(next).toMatchObject({ kind: 'link', where: 'Gen3 x16 above nic0, upwards' });
  });

  test.each(['4.20', '6.12', '7.1'])('%s: no kernel minds', (kernel) => {
    for (const text of [G, slow]) {
      const { mapType, result } = under(machineOf(text), kernel).pair(
        'gpu0' as FunctionId,
        'nic0' as FunctionId,
      );
      expect([mapType, result]).toEqual(['BUS_ADDR', 4]);
    }
  });
});

describe('2-4: a list of tested switches', () => {
  test('there is none in any kernel: the list names host bridges, from 5.2 on', () => {
    const sizes = ERAS.map((era) => [era.id, allowListOf(era).length] as const);
    const first = sizes.find(([, size]) => size > 0);
    expect(first?.[0]).toBe('5.2');
    for (const [era, size] of sizes) {
      const isBefore = ERAS.findIndex(({ id }) => id === era) < ERAS.indexOf(eraById('5.2'));
      expect([era, size > 0]).toEqual([era, !isBefore]);
    }
    expect(ALLOW_LIST.every(({ platform }) => !/switch/i.test(platform))).toBe(true);
  });

  test('no verdict below a switch rests on a row of it', () => {
    for (const era of ERAS) {
      const [plain, ...others] = [
        machine,
        ...SWITCHES.map(([, v, g, w]) => withOtherSwitch(v, g, w)),
      ];
      const { possible } = under(plain ?? machine, era.id).pair(DRIVE_1, ADAPTER_1);
      for (const other of others) {
        expect(under(other, era.id).pair(DRIVE_1, ADAPTER_1).possible).toEqual(possible);
      }
    }
  });
});

describe('2-5: all switches are good, all root ports are bad', () => {
  test('4.20: direct in the switch, refused between root ports', () => {
    const analysis = under(machine, '4.20', { iommu: 'none' });
    expect(analysis.pair(DRIVE_1, ADAPTER_1)).toMatchObject({ mapType: 'BUS_ADDR', result: 4 });
    expect(analysis.pair(DRIVE_3, ADAPTER_2)).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      result: -1,
    });
  });
});

describe('2-6: later softened', () => {
  test.each([
    ['5.2', '1022:1450', 'THRU_HOST_BRIDGE'],
    ['5.2', '8086:2020', 'NOT_SUPPORTED'],
    ['5.6', '8086:2020', 'THRU_HOST_BRIDGE'],
    ['6.12', '8086:2020', 'THRU_HOST_BRIDGE'],
    ['6.12', '8086:29c0', 'NOT_SUPPORTED'],
  ])('on %s with host bridge %s: %s', (era, host, mapType) => {
    const [vendor = 0, device = 0] = host.split(':').map((part) => Number.parseInt(part, 16));
    const functions = machine.functions.map((fn) =>
      fn.id === id('00:00.0') ? { ...fn, pciId: { vendor, device } } : fn,
    );
    expect(under({ ...machine, functions }, era).pair(DRIVE_3, ADAPTER_2).mapType).toBe(mapType);
  });
});

describe('2-7: the series cleared ACS behind switches only', () => {
  test('v3: the switch’s ports lose redirection, root ports keep it', () => {
    expect(redirecting('v3-2018', SWITCH_PORTS)).toEqual([]);
    expect(redirecting('v3-2018', ROOT_PORTS)).toEqual(ROOT_PORTS);
  });

  test('what is plugged into a root port finds no switch above it', () => {
    const analysis = under(machine, 'v3-2018');
    expect(analysis.pair(DRIVE_3, ADAPTER_2).rule).toBe('other-upstream-port');
  });
});

describe('2-8: P2P and isolation are opposites', () => {
  const isolated = under(machine, '6.12');
  const open = under(machine, '6.12', { cmdline: SWITCH_OPEN });

  test('redirection on: everybody in a group of their own, and no direct way', () => {
    expect(groupOf(isolated, DRIVE_1)).toEqual([DRIVE_1]);
    expect(groupOf(isolated, ADAPTER_1)).toEqual([ADAPTER_1]);
    expect(isolated.pair(DRIVE_1, ADAPTER_1).mapType).not.toBe('BUS_ADDR');
  });

  test('redirection off: the direct way, and each endpoint shares a group with its port', () => {
    expect(open.pair(DRIVE_1, ADAPTER_1).mapType).toBe('BUS_ADDR');
    expect(groupOf(open, DRIVE_1)).toEqual([PORT_OF_DRIVE_1, DRIVE_1]);
    expect(groupOf(open, ADAPTER_1)).toEqual([PORT_OF_ADAPTER_1, ADAPTER_1]);
  });

  test('the two peers are not put together: only the proposal of 2025 does that', () => {
    const proposal = under(machine, 'proposal-groups', { cmdline: SWITCH_OPEN });
    expect(groupOf(open, DRIVE_1)).not.toContain(ADAPTER_1);
    expect(groupOf(proposal, DRIVE_1)).toEqual(expect.arrayContaining([DRIVE_1, ADAPTER_1]));
  });

  test('where the root port does not isolate, today’s rule puts all of the switch together', () => {
    const all = under(machine, '6.12', { cmdline: `${SWITCH_OPEN};00:01.0` });
    expect(groupOf(all, DRIVE_1)).toEqual(
      expect.arrayContaining([SWITCH_ROOT_PORT, ...SWITCH_PORTS, DRIVE_1, ADAPTER_1, DRIVE_2]),
    );
  });
});

describe('2-9: isolation could go everywhere; limiting it is easy', () => {
  test.each([
    ['nowhere', '4.20', SWITCH_PORTS, ROOT_PORTS],
    ['behind switches', 'v3-2018', [], ROOT_PORTS],
    ['everywhere', 'v4-2018', [], []],
  ])('cleared %s (%s)', (_, era, inSwitch, atRoot) => {
    expect(redirecting(era, SWITCH_PORTS)).toEqual(inSwitch);
    expect(redirecting(era, ROOT_PORTS)).toEqual(atRoot);
  });

  test.each([
    ['nowhere', '4.20', [DRIVE_3]],
    ['behind switches', 'v3-2018', [DRIVE_3]],
    ['everywhere', 'v4-2018', [PORT_OF_DRIVE_3, DRIVE_3]],
  ])('the drive at a root port, cleared %s (%s): its group', (_, era, expected) => {
    expect(groupOf(under(machine, era), DRIVE_3)).toEqual(expected);
  });
});

describe('2-10: an isolated card at the root complex, and peers behind a switch', () => {
  const analysis = under(machine, 'v3-2018');

  test('the card is alone in its group and may be given to a virtual machine', () => {
    expect(groupOf(analysis, DRIVE_3)).toEqual([DRIVE_3]);
  });

  test('while the two in the switch are peers', () => {
    expect(analysis.pair(DRIVE_1, ADAPTER_1).mapType).toBe('BUS_ADDR');
  });

  test('today the same with a parameter that names the switch’s ports', () => {
    const today = under(machine, '7.1', { cmdline: SWITCH_OPEN });
    expect(groupOf(today, DRIVE_3)).toEqual([DRIVE_3]);
    expect(today.pair(DRIVE_1, ADAPTER_1).mapType).toBe('BUS_ADDR');
  });
});

describe('2-11: one of two peers in a virtual machine', () => {
  test('ACS on: alone in its group, and peers go through the root complex only', () => {
    const analysis = under(machine, '7.1');
    expect(groupOf(analysis, DRIVE_1)).toEqual([DRIVE_1]);
    expect(analysis.pair(DRIVE_1, ADAPTER_1).mapType).toBe('THRU_HOST_BRIDGE');
  });

  test('ACS off behind the switch: today’s groups do not see that the two reach each other', () => {
    const analysis = under(machine, '7.1', { cmdline: SWITCH_OPEN });
    const group = groupOf(analysis, DRIVE_1);
    expect(group).not.toContain(ADAPTER_1);
    expect(analysis.pair(DRIVE_1, ADAPTER_1).mapType).toBe('BUS_ADDR');
  });

  test('groups by whole switch would: both, or none', () => {
    const analysis = under(machine, 'proposal-groups', { cmdline: SWITCH_OPEN });
    expect(groupOf(analysis, DRIVE_1)).toEqual(expect.arrayContaining([DRIVE_1, ADAPTER_1]));
  });

  test('ACS off at the root port as well: both, or none, today', () => {
    const analysis = under(machine, 'v4-2018');
    expect(groupOf(analysis, DRIVE_1)).toEqual(expect.arrayContaining([DRIVE_1, ADAPTER_1]));
  });
});

describe('2-12: enabling the option is choosing P2P over isolation', () => {
  test('v3: nobody gave a parameter, and the switch’s ports do not redirect', () => {
    expect(redirecting('v3-2018', SWITCH_PORTS)).toEqual([]);
  });

  test.each(['4.20', '5.4', '6.12', '7.1'])('%s: built in, ACS is left as it is', (era) => {
    expect(redirecting(era, [...SWITCH_PORTS, ...ROOT_PORTS])).toEqual([
      ...SWITCH_PORTS,
      ...ROOT_PORTS,
    ]);
  });

  test.each(['4.20', '5.4', '6.12', '7.1'])('%s: the parameter, for the ports it names', (era) => {
    const left = redirecting(era, SWITCH_PORTS, 'intel_iommu=on pci=disable_acs_redir=02:01.0');
    expect(left).toEqual(SWITCH_PORTS.filter((port) => port !== PORT_OF_ADAPTER_1));
  });
});

describe('2-13: a distribution that builds it in without asking', () => {
  const peersLost = (era: string) => SWITCH_PORTS.length - redirecting(era, SWITCH_PORTS).length;

  test.each([
    ['v2-2018', 3],
    ['v3-2018', 3],
    ['4.20', 0],
    ['7.1', 0],
  ])('%s: %i ports lose isolation', (era, expected) => {
    expect(peersLost(era)).toBe(expected);
  });
});

describe('2-14: generic P2P by dropping the search for a switch', () => {
  const analysis = under(machine, 'v4-2018');

  test('root ports are cleared as well', () => {
    expect(redirecting('v4-2018', ROOT_PORTS)).toEqual([]);
  });

  test('two root ports are still no pair for it: they share no bridge', () => {
    expect(analysis.pair(DRIVE_3, ADAPTER_2)).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      rule: 'no-common-bridge',
    });
  });

  test('nobody is alone in a group any more', () => {
    for (const device of [DRIVE_1, ADAPTER_1, DRIVE_2, DRIVE_3, ADAPTER_2]) {
      expect(groupOf(analysis, device).length).toBeGreaterThan(1);
    }
    expect(groupOf(analysis, DRIVE_1)).toContain(DRIVE_2);
  });
});

describe('2-15: no gain in a broken switch', () => {
  test('a slow switch gets the same verdict: no kernel asks for speed', () => {
    for (const era of ['4.20', '6.12', '7.1']) {
      const slow = under(withOtherSwitch(0x1b21, 2.5, 1), era, { iommu: 'none' });
      expect(slow.pair(DRIVE_1, ADAPTER_1)).toMatchObject({ mapType: 'BUS_ADDR', result: 4 });
    }
  });

  test('slow for peers is slow for the host, by the same bytes', () => {
    const lanes = changed(G, /gen3 x16/g, 'gen1 x1');
    const alone = ['to-peer', 'to-host'].map((name) => ratesByName(throughput(only(lanes, name))));
    expect(alone[0]?.['to-peer']).toBeCloseTo(0.217e9, -6);
    expect(alone[1]?.['to-host']).toBe(alone[0]?.['to-peer']);
  });
});
