import { describe, expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import { driversTouched } from '../dma/driversTouched.ts';
import { whatIfOf } from '../dma/whatIfOf.ts';
import { eraById } from '../kernel/eras.ts';
import { DRIVE_C } from '../mapping/scenarioMachines.testkit.ts';
import { fates, outputs } from '../mapping/scenarios/mapped.testkit.ts';
import { allowListOf } from '../p2pdma/allowList.ts';
import { hostBridgeWhitelist } from '../p2pdma/hostBridgeWhitelist.ts';
import { under } from './ask.testkit.ts';
import { ask, C, calls, defects, E, F } from './claimLists.testkit.ts';
import { twoHostBridges } from './claimMachines.testkit.ts';

/* Seed 001: Williams and Logan, April 2017. The steps are in docs/claims.md. */

const DRIVE = id('01:00.0');
const SAME_BRIDGE = id('02:00.0');
const OTHER_BRIDGE = id('81:00.0');

const ALONE = 'Peer memory alone';
const MIXED = 'RAM and peer memory';
const FIRST = 'Peer memory first';
const shim = { kernel: '6.12', design: 'p2p-shim' } as const;

describe('1-1: a shim only for pages of a device, found by a look at the page', () => {
  const list = 'DAX pages and peer memory';

  test('pages of a device are of several kinds, and one alone is taken for a peer’s', () => {
    const { entries } = ask(C, list, { kernel: '6.12' });
    expect(entries.map(({ kind, page, mapType }) => [kind, page ?? null, mapType])).toEqual([
      ['ram', null, null],
      ['ram', 'fs-dax', null],
      ['ram', 'device-dax', null],
      ['peer', null, 'BUS_ADDR'],
    ]);
    expect(entries[1]?.text).toContain('MEMORY_DEVICE_FS_DAX');
    expect(entries[2]?.text).toContain('MEMORY_DEVICE_GENERIC');
  });

  test('the others are mapped like RAM', () => {
    expect(outputs(ask(C, list, { kernel: '6.12' }))).toEqual([
      '0xffffc000+3000',
      '0x3800000000+1000 BUS',
    ]);
    expect(outputs(ask(C, list, { kernel: '6.12', iommu: 'none' }))).toEqual([
      '0x10000000+1000',
      '0x180000000+1000',
      '0x180200000+1000',
      '0x3800000000+1000 BUS',
    ]);
  });
});

describe('1-2: how do operations stack?', () => {
  test('there is one pointer: what a table replaces is hidden unless the table saved it', () => {
    const { chosen } = ask(C, MIXED, shim);
    expect(chosen).toMatchObject({ kind: 'p2p-shim', inner: 'iommu-dma' });
    expect(chosen.operations).toEqual([
      expect.stringContaining('injected at the bridge'),
      expect.stringMatching(/iommu-dma.*one pointer and no chain.*saved it/),
    ]);
    expect(chosen.chain.slice(-2).map(({ call }) => call)).toEqual([
      'map_sg() as injected',
      'iommu_dma_map_sg()',
    ]);
  });

  test('a driver’s own table hides it for good', () => {
    const { chosen } = ask(C, MIXED, { kernel: '6.6', driver: 'private-ops' });
    expect(chosen.operations?.[1]).toMatch(/Hidden.*iommu-dma.*nothing calls it/);
  });
});

describe('1-3: operations of a bridge’s own, as VMD had them', () => {
  test.each(['4.20', '5.5'])('%s: VMD’s table hands on to the VMD function’s', (kernel) => {
    const report = ask(E, MIXED, { kernel });
    expect(report.chosen).toMatchObject({ kind: 'vmd-ops', inner: 'intel-ops' });
    expect(calls(report).slice(-2)).toEqual(['vmd_map_sg', 'intel_map_sg']);
    expect(report.chosen.operations?.[1]).toContain('replaced, not stacked');
  });

  test('it is no shim: the list is not looked at, and peers are RAM to it', () => {
    const report = ask(E, MIXED, { kernel: '4.20' });
    expect(outputs(report)).toHaveLength(5);
    expect(defects(report)[2]).toEqual(['as-ram']);
  });

  test('without an IOMMU nothing is put in; from 5.6 on there is no such table', () => {
    expect(ask(E, MIXED, { kernel: '4.20', iommu: 'none' }).chosen.kind).toBe('direct');
    expect(ask(E, MIXED, { kernel: '5.6' }).chosen.kind).toBe('intel-ops');
    expect(outputs(ask(E, MIXED, { kernel: '6.12' }))).toEqual([
      '0xffffc000+2000',
      '0x3800000000+2000 BUS',
      '0xffffe000+2000',
    ]);
  });
});

describe('1-4: what was injected has to call the original for pages that are no peer’s', () => {
  test('entry by entry: the peer by the shim, RAM by what was there', () => {
    const { steps } = ask(C, MIXED, shim);
    const by = steps.filter(({ phase }) => phase === 'lay-out').map(({ call }) => call);
    expect(by).toEqual([
      '__finalise_sg',
      '__finalise_sg',
      'shim',
      '__finalise_sg',
      '__finalise_sg',
    ]);
  });
});

describe('1-5: map_sg() is the annoying one', () => {
  test('the shim loses what an IOMMU joins: five outputs, four ranges, where there were three and one', () => {
    const kernel = ask(C, MIXED, { kernel: '6.12' });
    expect(outputs(kernel)).toHaveLength(3);
    expect(kernel.mapping.iova).toHaveLength(1);
    const shimmed = ask(C, MIXED, shim);
    expect(outputs(shimmed)).toEqual([
      '0xfffff000+1000',
      '0xffffe000+1000',
      '0x3800000000+2000 BUS',
      '0xffffd000+1000',
      '0xffffc000+1000',
    ]);
    expect(shimmed.mapping.iova).toHaveLength(4);
  });

  test('without an IOMMU it loses nothing', () => {
    expect(outputs(ask(C, MIXED, { ...shim, iommu: 'none' }))).toEqual(
      outputs(ask(C, MIXED, { kernel: '6.12', iommu: 'none' })),
    );
  });
});

describe('1-6: bus addresses with an offset', () => {
  test.each([
    ['5.4', '0x3810000000+2000 BUS', 'misses'],
    ['5.15', '0x3810000000+2000 BUS', 'misses'],
    ['5.19', '0x37f0000000+2000 BUS', 'reaches'],
    ['6.0', '0x37f0000000+2000 BUS', 'reaches'],
    ['6.12', '0x37f0000000+2000 BUS', 'reaches'],
  ])('%s: %s %s', (kernel, output, fate) => {
    const report = ask(F, ALONE, { kernel, iommu: 'none' });
    expect(outputs(report)).toEqual([output]);
    expect(fates(report)).toEqual([fate]);
  });

  test('up to 5.15 the sign was wrong; as intended it is right', () => {
    const { wire } = ask(F, ALONE, { kernel: '5.15', iommu: 'none' });
    expect(wire[0]?.text).toContain('hits NVMe-A, 0x20000000 away');
    expect(defects(ask(F, ALONE, { kernel: '5.15', iommu: 'none' }))).toEqual([['wrong-sign']]);
    const meant = ask(F, ALONE, { kernel: '5.15', iommu: 'none', fidelity: 'intended' });
    expect(outputs(meant)).toEqual(['0x37f0000000+2000 BUS']);
  });
});

describe('1-7: one list talks to host memory or to one device', () => {
  test('as a rule: refused before anything is mapped', () => {
    const strict = { kernel: '6.12', design: 'one-target' } as const;
    expect(ask(C, MIXED, strict).mapping).toMatchObject({ errno: -22, failedAt: 2 });
    expect(outputs(ask(C, ALONE, strict))).toEqual(['0x3800000000+2000 BUS']);
  });

  test.each(['5.10', '5.19'])('%s takes it for granted: the first page decides', (kernel) => {
    const first = ask(C, FIRST, { kernel });
    expect(outputs(first)).toEqual(['0x3800000000+1000 BUS', '0x10000000+1000']);
    expect(defects(first)).toEqual([[], ['raw-physical']]);
    expect(fates(first)).toEqual(['reaches', 'faults']);
    expect(defects(ask(C, MIXED, { kernel })).flat()).toEqual(['as-ram']);
  });

  test('from 6.0 on any mix is mapped', () => {
    const report = ask(C, FIRST, { kernel: '6.0' });
    expect(outputs(report)).toEqual(['0x3800000000+1000 BUS', '0xfffff000+1000']);
    expect(fates(report)).toEqual(['reaches', 'reaches']);
  });
});

describe('1-8: a map_sg() that knows of peers and calls the host’s for the rest', () => {
  test('6.0 looks at each entry, and does the rest in one go, not entry by entry', () => {
    const report = ask(C, MIXED, { kernel: '6.0' });
    const looked = report.steps.filter(({ phase }) => phase === 'size' || phase === 'classify');
    expect(looked.map(({ phase, entry }) => [phase, entry])).toEqual([
      ['size', 0],
      ['size', 1],
      ['classify', 2],
      ['size', 3],
      ['size', 4],
    ]);
    expect(report.mapping.iova).toMatchObject([{ base: 0xffff_c000, size: 0x4000 }]);
    expect(outputs(report)).toEqual([
      '0xffffc000+2000',
      '0x3800000000+2000 BUS',
      '0xffffe000+2000',
    ]);
  });
});

describe('1-9: peer pages at a device without the injected operations', () => {
  const outside = (list: string, change: object) => ask(E, list, { client: DRIVE_C, ...change });

  test('a shim is not there: mapped like RAM, and nobody says so', () => {
    const report = outside(MIXED, shim);
    expect(report.chosen.kind).toBe('iommu-dma');
    expect(outputs(report)).toEqual(['0xffff8000+6000']);
    expect(defects(report)).toEqual([['as-ram']]);
  });

  test('5.x: 0 entries where the first page is a peer’s, silence where it is not', () => {
    for (const kernel of ['5.4', '5.19']) {
      const first = outside(FIRST, { kernel }).mapping;
      expect([first.errno !== 0, first.returns, first.failedAt]).toEqual([true, 'zero', 0]);
      expect(defects(outside(MIXED, { kernel })).flat()).toEqual(['as-ram']);
    }
  });

  test('6.0 on: -EREMOTEIO from the core, all or nothing', () => {
    for (const kernel of ['6.0', '6.12', '7.0']) {
      for (const iommu of ['intel', 'none'] as const) {
        expect(outside(MIXED, { kernel, iommu }).mapping).toMatchObject({
          errno: -121,
          failedAt: 2,
          outputs: [],
        });
      }
    }
  });

  test('a driver’s own operations: still silence', () => {
    const report = outside(MIXED, { kernel: '6.12', driver: 'private-ops', iommu: 'none' });
    expect(report.mapping.errno).toBe(0);
    expect(defects(report)[2]).toEqual(['as-ram']);
    expect(report.chosen.capability.answer).toBe('no');
  });
});

describe('1-10: P2P limited to one host bridge gives one place to catch the rest', () => {
  const analysis = under(twoHostBridges(), '7.1');

  test('rows of the list that ask for one host bridge are that limit, in one rule', () => {
    expect(analysis.pair(DRIVE, SAME_BRIDGE)).toMatchObject({
      mapType: 'THRU_HOST_BRIDGE',
      rule: 'host-bridge-listed',
    });
    expect(analysis.pair(DRIVE, OTHER_BRIDGE)).toMatchObject({
      mapType: 'NOT_SUPPORTED',
      rule: 'host-bridge-not-shared',
    });
  });

  test('the rule asks for the host bridges only, not for the pair', () => {
    const identity = {
      device: 0,
      id: { vendor: 0x8086, device: 0x3c00 },
      assumed: [],
    } as const;
    const rows = allowListOf(eraById('7.1'));
    expect(hostBridgeWhitelist(identity, rows, true).why).toBe('listed');
    expect(hostBridgeWhitelist(identity, rows, false).why).toBe('needs-same-host');
  });

  test('before the list, each pair was looked at by itself, and no root complex passed', () => {
    const before = under(twoHostBridges(), '4.20');
    for (const client of [SAME_BRIDGE, OTHER_BRIDGE]) {
      expect(before.pair(DRIVE, client)).toMatchObject({
        mapType: 'NOT_SUPPORTED',
        rule: 'no-common-bridge',
      });
    }
  });

  test('other rows, and AMD’s CPUs, do not keep to one host bridge', () => {
    const zen = { arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 } as const;
    expect(under(twoHostBridges(), '7.1', { cpu: zen }).pair(DRIVE, OTHER_BRIDGE).mapType).toBe(
      'THRU_HOST_BRIDGE',
    );
  });
});

describe('1-11: hand-wavy until somebody writes the code', () => {
  test('four cases that the design leaves open, and what 6.0 made of each', () => {
    const open = whatIfOf('p2p-shim')?.open ?? [];
    expect(open).toHaveLength(4);
    expect(open.map((text) => text.split(':')[0])).toEqual([
      'Unmapping',
      'Errors',
      'Coherency',
      'Devices without the table',
    ]);
    for (const text of open) expect(text).toContain('6.0');
  });

  test('what unmapping has to know is in the outputs of 6.0: which are bus addresses', () => {
    const { mapping } = ask(C, MIXED, { kernel: '6.0' });
    expect(mapping.outputs.map(({ space }) => space)).toEqual(['IOVA', 'BUS', 'IOVA']);
  });
});

describe('1-12: without touching a bunch of drivers', () => {
  test.each([
    ['4.20', 'p2p-shim', 0],
    ['4.20', 'kernel', 2],
    ['5.19', 'kernel', 2],
    ['6.0', 'kernel', 0],
    ['6.12', 'kernel', 0],
  ] as const)('%s, %s: %i', (kernel, design, count) => {
    const { features } = eraById(kernel);
    const touched = driversTouched(features, { design });
    expect(touched.count).toBe(count);
    expect(ask(C, MIXED, { kernel, design }).chosen.drivers).toBe(touched.text);
  });
});
