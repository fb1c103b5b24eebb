import { describe, expect, test } from 'vitest';
import { ERAS } from '../kernel/eras.ts';
import { DRIVE_C } from '../mapping/scenarioMachines.testkit.ts';
import { type Asked, peerEntry, question, RAM } from './choose.testkit.ts';
import { chooseMapper } from './chooseMapper.ts';
import type { MapperRules } from './mapperRules.ts';
import { rulesOfMapper } from './rulesOfMapper.ts';

function rules(kernel: string, asked: Asked = {}): MapperRules {
  const asking = question({ kernel, ...asked });
  const { conditions, choices } = asking;
  return rulesOfMapper({
    features: conditions.kernel.value.features,
    chosen: chooseMapper(asking),
    choices,
    hardware: conditions.iommu.value.hardware,
    cmdline: conditions.cmdline.value.text,
  });
}

test.each<[string, MapperRules['peers'], boolean, MapperRules['refusal']]>([
  ['oot-2016', 'never', false, 'zero'],
  ['rfc-2017', 'never', false, 'zero'],
  ['v1-2018', 'first-page', false, 'zero'],
  ['4.20', 'first-page', false, 'zero'],
  ['5.2', 'first-page', false, 'zero'],
  ['5.4', 'first-page', true, 'zero'],
  ['5.19', 'first-page', true, 'zero'],
  ['6.0', 'each-entry', true, 'errno'],
  ['7.0', 'each-entry', true, 'errno'],
])('%s: peers come in by %s, asked %s, refused with %s', (kernel, peers, asks, refusal) => {
  for (const mode of ['off', 'strict'] as const) {
    expect(rules(kernel, { mode })).toMatchObject({ peers, firstPageAsks: asks, refusal });
  }
});

describe('operations that know nothing of peers', () => {
  test.each<[string, Asked, MapperRules['peers']]>([
    ['6.1', { isXen: true }, 'never'],
    ['6.1', { driver: 'private-ops' }, 'never'],
    ['6.1', { driver: 'private-ops-flagged' }, 'each-entry'],
    ['6.12', { driver: 'private-ops-flagged' }, 'never'],
    ['6.12', { driver: 'private-ops', mode: 'strict' }, 'each-entry'],
    ['6.12', { driver: 'software-rdma' }, 'never'],
    // The driver looked before anybody's operations were called.
    ['5.10', { driver: 'private-ops' }, 'first-page'],
    ['5.10', { isXen: true }, 'first-page'],
    // A list without the flag is RAM to the series of 2018.
    ['v1-2018', { p2pFlag: false }, 'never'],
    ['v2-2018', { p2pFlag: false }, 'never'],
    ['v3-2018', { p2pFlag: false }, 'first-page'],
  ])('%s, %j: %s', (kernel, asked, peers) => {
    expect(rules(kernel, asked).peers).toBe(peers);
  });
});

describe('designs', () => {
  const list = [RAM, peerEntry('BUS_ADDR')];
  test.each<[string, Asked, MapperRules['peers']]>([
    ['shim, below the bridge', { design: 'p2p-shim', list }, 'each-entry'],
    ['shim, elsewhere', { design: 'p2p-shim', list, client: DRIVE_C }, 'never'],
    ['out of tree', { design: 'out-of-tree', list }, 'never'],
    ['an IOMMU in the switch', { design: 'switch-iommu', list }, 'each-entry'],
    ['one target', { design: 'one-target', list }, 'each-entry'],
  ])('%s', (_, asked, peers) => {
    expect(rules('6.1', asked).peers).toBe(peers);
  });
});

describe('what kernels get wrong', () => {
  test.each<[string, Partial<MapperRules>]>([
    ['5.10', { bouncesPeers: true, panicsWithoutPool: false, writesHostAddress: true }],
    ['5.15', { bouncesPeers: true, panicsWithoutPool: true }],
    ['6.1', { bouncesPeers: false, panicsWithoutPool: false, busEntryLength: 'own' }],
    ['6.12', { writesHostAddress: true, writesBusLength: true, busEntryLength: 'own' }],
    ['6.17', { writesHostAddress: false, writesBusLength: false }],
    ['6.18', { writesHostAddress: false, writesBusLength: true, busEntryLength: 'first-entry' }],
    ['7.0', { writesHostAddress: false, busEntryLength: 'first-entry' }],
  ])('%s', (kernel, wrong) => {
    expect(rules(kernel)).toMatchObject({ ...wrong, maximumWraps: true });
  });

  test('nothing of it where they do as intended', () => {
    for (const { id } of ERAS) {
      expect(rules(id, { fidelity: 'intended' })).toMatchObject({
        writesHostAddress: true,
        writesBusLength: true,
        busEntryLength: 'own',
        bouncesPeers: false,
        panicsWithoutPool: false,
        maximumWraps: false,
      });
    }
  });

  test('swiotlb=noforce keeps 5.15 from stopping', () => {
    expect(rules('5.15', { cmdline: 'swiotlb=noforce' }).panicsWithoutPool).toBe(false);
    expect(rules('5.15', { cmdline: 'swiotlb=65536,force' })).toMatchObject({
      panicsWithoutPool: true,
      forcesBounce: true,
    });
  });
});

test('page sizes are those of the IOMMU; AMD’s own mapper has the smallest alone', () => {
  const sizes = (kernel: string, iommu: 'intel' | 'amd') =>
    rules(kernel, { iommu, mode: 'strict' }).pageSizes;
  expect(sizes('6.12', 'intel')).toEqual([0x1000, 0x20_0000, 0x4000_0000]);
  expect(sizes('6.12', 'amd').slice(0, 3)).toEqual([0x1000, 0x2000, 0x4000]);
  expect(sizes('5.4', 'amd')).toEqual([0x1000]);
  expect(rules('6.12', { iommu: 'amd', mode: 'strict' }).granule).toBe(0x1000);
});

test.each([
  ['5.4', 'intel', 'ranges'],
  ['5.4', 'amd', 'pages'],
  ['5.10', 'amd', 'pages'],
  ['5.11', 'intel', 'pages'],
  ['5.15', 'intel', 'runs'],
  ['6.12', 'amd', 'runs'],
] as const)('%s, %s: the driver is asked for pages by %s', (kernel, iommu, calls) => {
  expect(rules(kernel, { iommu, mode: 'strict' }).pageCalls).toBe(calls);
});

test('bounces all that is RAM when asked to', () => {
  expect(rules('6.12').forcesBounce).toBe(false);
  expect(rules('6.12', { bounce: 'forced' }).forcesBounce).toBe(true);
});
