import { describe, expect, test } from 'vitest';
import type { Analysis } from '../analyze.ts';
import { compareWithFabric } from '../explain/compareWithFabric.ts';
import type { FabricWalk } from '../fabric/walk.ts';
import { addressFor } from '../p2pdma/addressFor.ts';
import { under } from './ask.testkit.ts';
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
});
