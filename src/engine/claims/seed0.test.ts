import { describe, expect, test } from 'vitest';
import type { Analysis } from '../analyze.ts';
import { compareWithFabric } from '../explain/compareWithFabric.ts';
import type { FabricWalk } from '../fabric/walk.ts';
import { fates, outputs, places } from '../mapping/scenarios/mapped.testkit.ts';
import { addressFor } from '../p2pdma/addressFor.ts';
import { under } from './ask.testkit.ts';
import { flowNamed, G, H, only, streamNamed, throughput } from './claimFlows.testkit.ts';
import { ask, C, calls, D, defects } from './claimLists.testkit.ts';
import {
  ADAPTER_1,
  ADAPTER_2,
  DRIVE_1,
  DRIVE_3,
  PORT_OF_ADAPTER_1,
  switchAndRootPorts,
  twoHostBridges,
} from './claimMachines.testkit.ts';

/* Seed 000: Gunthorpe and Hellwig, January 2018. The steps are in docs/claims.md. */

const ALONE = 'Peer memory alone';
const MIXED = 'RAM and peer memory';
/** As C and D say it, and with redirection on at the ports of C's switch. */
const REDIRECTED = 'intel_iommu=on';

describe('0-1: a flag tells the RDMA core that a list is peer memory', () => {
  const series = (p2pFlag: boolean, iommu: 'none' | 'intel') =>
    ask(C, ALONE, { kernel: 'v1-2018', p2pFlag, iommu });

  test('with it, the mapper for peers; without, all of it is RAM', () => {
    expect(calls(series(true, 'none'))).toEqual(['rdma_rw_ctx_init', 'pci_p2pdma_map_sg']);
    expect(outputs(series(true, 'none'))).toEqual(['0x3800000000+2000 BUS']);
    expect(calls(series(false, 'none')).at(-1)).toBe('dma_direct_map_sg');
    expect(outputs(series(false, 'none'))).toEqual(['0x3800000000+2000']);
    expect(defects(series(false, 'none'))).toEqual([['as-ram']]);
  });

  test('with an IOMMU the addresses differ, too', () => {
    expect(outputs(series(true, 'intel'))).toEqual(['0x3800000000+2000 BUS']);
    expect(outputs(series(false, 'intel'))).toEqual(['0xffffe000+2000']);
    expect(series(false, 'intel').mapping.outputs[0]?.space).toBe('IOVA');
  });

  test.each(['v3-2018', '4.20', '6.0'])('%s: nobody asks for a flag', (kernel) => {
    for (const p2pFlag of [true, false]) {
      expect(outputs(ask(C, ALONE, { kernel, p2pFlag }))).toEqual(['0x3800000000+2000 BUS']);
    }
  });
});

describe('0-6: RDMA maps by dma_map_sg() and whatever operations the device has', () => {
  test.each([
    ['5.4', 'ib_dma_map_sg dma_map_sg dma_map_sg_attrs intel_map_sg'],
    ['6.1', 'ib_dma_map_sgtable_attrs dma_map_sgtable __dma_map_sg_attrs iommu_dma_map_sg'],
    ['6.12', 'ib_dma_map_sgtable_attrs dma_map_sgtable __dma_map_sg_attrs iommu_dma_map_sg'],
  ])('%s: %s', (kernel, way) => {
    expect(calls(ask(C, MIXED, { kernel })).join(' ')).toBe(`rdma_rw_ctx_init ${way}`);
  });

  test('a table up to 6.11, a flag of the device from 6.12 on', () => {
    const core = (kernel: string) => ask(C, MIXED, { kernel }).chosen.chain.at(-2)?.text;
    expect(core('6.1')).toContain('dev->dma_ops is iommu_dma_ops');
    expect(core('6.12')).toContain('dev->dma_iommu is set');
  });

  test('software RDMA brings operations of its own, or the RDMA core maps itself', () => {
    const software = (kernel: string) => calls(ask(C, MIXED, { kernel, driver: 'software-rdma' }));
    expect(software('5.4').at(-1)).toBe('dma_virt_map_sg');
    expect(software('6.12')).toEqual([
      'rdma_rw_ctx_init',
      'ib_dma_map_sgtable_attrs',
      'ib_dma_virt_map_sg',
    ]);
  });
});

describe('0-7: operations that take peer memory, or say that they do not', () => {
  const own = (kernel: string, driver: 'private-ops' | 'private-ops-flagged') =>
    ask(C, ALONE, { kernel, driver, iommu: 'none' });

  test.each([
    ['5.19', 'private-ops', 'not-asked'],
    ['6.0', 'private-ops', 'no'],
    ['6.0', 'private-ops-flagged', 'yes'],
    ['6.6', 'private-ops-flagged', 'yes'],
    ['6.12', 'private-ops', 'no'],
    ['6.12', 'private-ops-flagged', 'no'],
  ] as const)('%s, %s: %s', (kernel, driver, answer) => {
    expect(own(kernel, driver).chosen.capability.answer).toBe(answer);
  });

  test('with the flag by bus address; without, dma_map_sg() maps it like RAM all the same', () => {
    expect(outputs(own('6.6', 'private-ops-flagged'))).toEqual(['0x3800000000+2000 BUS']);
    expect(defects(own('6.6', 'private-ops'))).toEqual([['as-ram']]);
    expect(defects(own('6.12', 'private-ops-flagged'))).toEqual([['as-ram']]);
  });
});

describe('0-8: software RDMA could support peer memory', () => {
  test('the kernel refuses it, or keeps it away', () => {
    const software = (kernel: string) => ask(C, ALONE, { kernel, driver: 'software-rdma' });
    expect(software('5.4').mapping).toMatchObject({ errno: -5, returns: 'zero' });
    expect(software('6.12').chosen.capability.answer).toBe('no');
  });

  test.each([
    ['load-uc', 5.67e6],
    ['load-wc', 454e6],
  ])('if its processor copied, %s: %i bytes a second, and no peer on the wire', (name, rate) => {
    const report = throughput(only(H, name));
    const { bytesPerSecond, requester, crossings } = streamNamed(report, name);
    expect((bytesPerSecond ?? 0) / rate).toBeCloseTo(1, 2);
    expect(requester).toBeNull();
    const crossed = crossings.map(({ link }) => report.links[link]?.lower);
    expect(crossed).toEqual(['sw0', 'gpu0', 'gpu0', 'sw0']);
  });
});

describe('0-9: peer memory is no matter of the operations', () => {
  test.each([
    ['no IOMMU', { iommu: 'none' }, 'dma_direct_map_sg'],
    ['VT-d', {}, 'iommu_dma_map_sg'],
  ] as const)('%s: the same bus address, and no IOVA', (_, change, mapper) => {
    const report = ask(C, ALONE, { kernel: '6.12', ...change });
    expect(calls(report).at(-1)).toBe(mapper);
    expect(outputs(report)).toEqual(['0x3800000000+2000 BUS']);
    expect(report.mapping.iova).toEqual([]);
  });
});

const machine = switchAndRootPorts();

/** Redirection off on the switch's ports, as the kernel's parameter does it. */
const SWITCH_OPEN = 'intel_iommu=on pci=disable_acs_redir=02:00.0;02:01.0;02:02.0';

function told(analysis: Analysis, provider = DRIVE_1, client = ADAPTER_1) {
  const verdict = analysis.pair(provider, client);
  const { space, memory } = addressFor(analysis, verdict, analysis.isTranslated(client));
  return { mapType: verdict.mapType, space, programmed: memory[0]?.programmed };
}

describe('0-10: P2P is no matter of the DMA operations, as long as nothing redirects', () => {
  test('below one switch, redirection off: the same bus address whatever the IOMMU does', () => {
    const direct = { mapType: 'BUS_ADDR', space: 'bus', programmed: '0xc0100000' };
    expect(told(under(machine, '6.12', { iommu: 'none' }))).toEqual(direct);
    expect(told(under(machine, '6.12', { cmdline: SWITCH_OPEN }))).toEqual(direct);
    expect(told(under(machine, '6.12', { cmdline: `${SWITCH_OPEN} iommu=pt` }))).toEqual(direct);
  });

  test('redirection on: the way leads to the root complex, and the address is the operations’', () => {
    expect(told(under(machine, '6.12'))).toMatchObject({
      mapType: 'THRU_HOST_BRIDGE',
      space: 'iova',
    });
    expect(told(under(machine, '6.12', { cmdline: 'intel_iommu=on iommu=pt' }))).toEqual({
      mapType: 'THRU_HOST_BRIDGE',
      space: 'physical',
      programmed: '0xc0100000',
    });
  });

  test('at another root port likewise, and refused where the root complex is on no list', () => {
    expect(told(under(machine, '6.12'), DRIVE_1, ADAPTER_2)).toMatchObject({ space: 'iova' });
    expect(told(under(machine, '6.12', { iommu: 'none' }), DRIVE_1, ADAPTER_2)).toMatchObject({
      mapType: 'THRU_HOST_BRIDGE',
      space: 'physical',
    });
    expect(told(under(machine, '5.4'), DRIVE_1, ADAPTER_2)).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      space: 'none',
    });
  });
});

describe('as a list, 0-10', () => {
  const five = ['0x10000000+1000', '0x20000000+1000', '0x30000000+1000', '0x30001000+1000'];
  const list = (change: object) => outputs(ask(C, MIXED, { kernel: '6.12', ...change }));

  test('redirection off: what the peer gets is the same, translated or not', () => {
    expect(list({ iommu: 'none' })).toEqual([
      ...five.slice(0, 2),
      '0x3800000000+2000 BUS',
      ...five.slice(2),
    ]);
    expect(list({})).toEqual(['0xffffc000+2000', '0x3800000000+2000 BUS', '0xffffe000+2000']);
  });

  test('redirection on: it is the operations’, one range with the RAM, or the CPU’s address', () => {
    expect(list({ cmdline: REDIRECTED })).toEqual(['0xffff8000+6000']);
    expect(list({ cmdline: `${REDIRECTED} iommu=pt` })).toEqual([
      ...five.slice(0, 2),
      '0x3800000000+2000',
      ...five.slice(2),
    ]);
  });

  test('a root port for each: the same; 5.4 maps nothing', () => {
    expect(outputs(ask(D, ALONE, { kernel: '6.12' }))).toEqual(['0xffffe000+2000']);
    expect(outputs(ask(D, ALONE, { kernel: '6.12', iommu: 'none' }))).toEqual([
      '0x3800000000+2000',
    ]);
    const refused = ask(D, ALONE, { kernel: '5.4' });
    expect(refused.mapping).toMatchObject({ errno: -5, returns: 'zero', outputs: [] });
  });
});

describe('0-11: the limits were to be lifted', () => {
  test.each([
    ['4.20', 'NOT_SUPPORTED', 'no-common-bridge'],
    ['5.2', 'NOT_SUPPORTED', 'host-bridge-not-listed'],
    ['5.4', 'NOT_SUPPORTED', 'host-bridge-not-listed'],
    ['5.6', 'THRU_HOST_BRIDGE', 'host-bridge-listed'],
    ['6.0', 'THRU_HOST_BRIDGE', 'host-bridge-listed'],
    ['7.1', 'THRU_HOST_BRIDGE', 'host-bridge-listed'],
  ])('two root ports of Skylake-E on %s: %s', (era, mapType, rule) => {
    expect(under(machine, era).pair(DRIVE_3, ADAPTER_2)).toMatchObject({ mapType, rule });
  });

  test('Sandy Bridge-E came earlier, with 5.4', () => {
    const pair = (era: string) => {
      const analysis = under(twoHostBridges(), era);
      const [drive, adapter] = analysis.machine.functions.filter(({ label }) => label !== null);
      return drive && adapter && analysis.pair(drive.id, adapter.id).mapType;
    };
    expect([pair('5.2'), pair('5.4')]).toEqual(['NOT_SUPPORTED', 'THRU_HOST_BRIDGE']);
  });

  test.each([
    ['5.19', 'fails'],
    ['6.0', 'asks'],
  ])('and %s: a mapping of a pair that nobody asked about %s', (era, expected) => {
    expect(under(machine, era).conditions.kernel.value.features.unaskedMapping).toBe(expected);
  });
});

describe('0-12: in the very long term the IOMMU has to care', () => {
  const report = (cmdline: string) => ask(D, ALONE, { kernel: '6.12', cmdline });

  test('the peer’s memory is in the IOMMU’s table, by its CPU address', () => {
    const { iommu, mapping } = report(REDIRECTED);
    expect(mapping.maps).toMatchObject([{ iova: 0xffff_e000, phys: 0x38_0000_0000, size: 0x2000 }]);
    expect(iommu?.runs).toMatchObject([{ iova: '0xffffe000', phys: '0x3800000000', pages: 2 }]);
    expect(iommu?.iotlbEntries).toBe(2);
  });

  test('unmapped, it is still reached for up to 10 ms, unless the mode is strict', () => {
    expect(report(REDIRECTED).iommu?.afterUnmap).toMatchObject({ mode: 'lazy', windowMs: 10 });
    expect(report(REDIRECTED).iommu?.afterUnmap.text).toContain('the peer’s memory as well');
    expect(report(`${REDIRECTED} iommu.strict=1`).iommu?.afterUnmap).toMatchObject({
      mode: 'strict',
      windowMs: 0,
    });
  });
});

describe('0-13: unless the switch has an IOMMU of its own', () => {
  const inSwitch = (list: string) => ask(C, list, { kernel: '6.12', design: 'switch-iommu' });

  test('as Linux has it, in the root complex: a peer in the same switch goes past it', () => {
    const report = ask(C, ALONE, { kernel: '6.12' });
    expect(report.mapping.iova).toEqual([]);
    expect(places(report, 0)).not.toContain('iommu translated');
  });

  test('what if it were in the switch: an IOVA for each peer, translated at the port', () => {
    expect(outputs(inSwitch(ALONE))).toEqual(['0xffffe000+2000']);
    expect(outputs(inSwitch(MIXED))).toEqual(['0xffff8000+6000']);
    expect(places(inSwitch(ALONE), 0)).toEqual([
      '04:00.0 sent',
      '02:01.0 translated',
      '02:01.0 peer',
      '02:00.0 down',
      '03:00.0 delivered',
    ]);
  });

  test('and it says that it is hypothetical', () => {
    expect(inSwitch(ALONE).under).toContain('what if');
    expect(inSwitch(ALONE).remarks.join(' ')).toContain('hypothetical');
  });
});

const stations = (walk: FabricWalk) => walk.hops.map(({ at }) => at.kind);

describe('0-14: behind a switch nothing transits the IOMMU', () => {
  const analysis = under(machine, '6.12', { cmdline: SWITCH_OPEN });
  const { write, read } = compareWithFabric(analysis, DRIVE_1, ADAPTER_1);

  test('the request turns in the switch; root complex and IOMMU are never met', () => {
    for (const walk of [write, read]) {
      expect(walk.outcome).toBe('completed');
      expect(walk.throughRoot).toEqual({ request: false, completion: false });
      expect(stations(walk)).not.toContain('root-complex');
      expect(stations(walk)).not.toContain('iommu');
    }
    expect(write.hops.some(({ action }) => action === 'peer')).toBe(true);
  });

  test('no IOVA is allotted: the address is the bus address', () => {
    expect(told(analysis)).toEqual({ mapType: 'BUS_ADDR', space: 'bus', programmed: '0xc0100000' });
  });

  test('with the patch series itself a root port is refused, the switch is not', () => {
    const series = under(machine, 'v3-2018');
    expect(series.pair(DRIVE_1, ADAPTER_1).mapType).toBe('BUS_ADDR');
    expect(series.pair(DRIVE_1, ADAPTER_2).mapType).toBe('NOT_SUPPORTED');
  });
});

describe('0-15: later it must transit the IOMMU and the root complex', () => {
  test.each([
    ['from one root port to another', DRIVE_3, ADAPTER_2],
    ['within the switch, ACS on', DRIVE_1, ADAPTER_1],
  ])('%s: up to the root port, through the IOMMU, and down again', (_, provider, client) => {
    const analysis = under(machine, '6.12');
    const { write } = compareWithFabric(analysis, provider, client);
    expect(write.throughRoot.request).toBe(true);
    const met = stations(write);
    expect(met.indexOf('iommu')).toBeGreaterThan(0);
    expect(met.at(-1)).toBe('function');
    expect(write.hops.map(({ action }) => action)).toContain('translated');
    expect(told(analysis, provider, client)).toMatchObject({ space: 'iova' });
  });

  test('an IOVA lies in no window and rises by itself; a physical address is redirected', () => {
    const atPort = (cmdline: string) => {
      const analysis = under(machine, '6.12', { cmdline });
      const { write } = compareWithFabric(analysis, DRIVE_1, ADAPTER_1);
      return write.hops.find(({ at }) => at.kind === 'function' && at.id === PORT_OF_ADAPTER_1);
    };
    expect(atPort('intel_iommu=on')).toMatchObject({ action: 'up' });
    expect(atPort('intel_iommu=on iommu=pt')).toMatchObject({ action: 'redirected', acs: 'RR' });
  });

  test('what that costs: one way nothing but acknowledgements, both ways half', () => {
    const rate = (flow: string, acsRedirect: 'on' | 'off') => {
      const text = `${only(G)}\nflow f: ${flow}`;
      const found = flowNamed(throughput(text, '6.12', { acsRedirect }), 'f').bytesPerSecond;
      return Math.round((found ?? 0) / 1e8) / 10;
    };
    expect([rate('nic0 -> gpu0', 'off'), rate('nic0 -> gpu0', 'on')]).toEqual([13.6, 13.3]);
    expect([rate('nic0 <-> gpu0', 'off'), rate('nic0 <-> gpu0', 'on')]).toEqual([26.5, 13.3]);
  });
});

describe('0-16: out of tree, through the root complex, with the IOMMU off', () => {
  const module = (change: object) =>
    ask(D, ALONE, { kernel: '5.4', design: 'out-of-tree', ...change });

  test('the physical address, and nobody asks; whether it arrives, the root complex decides', () => {
    const report = module({ iommu: 'none' });
    expect(outputs(report)).toEqual(['0x3800000000+2000']);
    expect(calls(report)).toEqual(['dma_map of the module']);
    expect(report.chosen.capability.answer).toBe('not-asked');
    expect(fates(report)).toEqual(['unknown']);
    expect(report.wire[0]?.text).toMatch(/No specification obliges a root complex/);
    // The kernel of that time refuses the pair.
    expect(ask(D, ALONE, { kernel: '5.4', iommu: 'none' }).mapping.errno).toBe(-5);
  });

  test('with the IOMMU on it faults', () => {
    const report = module({});
    expect(outputs(report)).toEqual(['0x3800000000+2000']);
    expect(fates(report)).toEqual(['faults']);
    expect(places(report, 0).at(-1)).toBe('iommu refused');
  });
});
