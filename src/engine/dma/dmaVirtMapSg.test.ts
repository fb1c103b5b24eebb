import { expect, test } from 'vitest';
import { addressHex } from './dmaAddress.ts';
import { dmaMapSg } from './dmaMapSg.ts';
import { by, contextOf, FIRST_PAGE, peer, REFUSED, ram } from './mapping.testkit.ts';

const PAGES = [ram(0x1_2345_6000), ram(0x1_ab00_0000), ram(0x4000_1000), ram(0x7_7777_7000)];

test.each([
  ['dma_virt_ops', by('virt-ops', FIRST_PAGE)],
  ['RDMA core', by('rdma-virt', { peers: 'never' })],
])('%s: kernel addresses, exact (E24)', (_, rules) => {
  const { outputs } = dmaMapSg(PAGES, contextOf({ rules }));
  expect(outputs.map(({ address, space }) => [addressHex(address ?? 0), space])).toEqual([
    ['0xffff888123456000', 'VADDR'],
    ['0xffff8881ab000000', 'VADDR'],
    ['0xffff888040001000', 'VADDR'],
    ['0xffff888777777000', 'VADDR'],
  ]);
});

test('nobody looks at peers', () => {
  const rules = by('rdma-virt', { peers: 'never' });
  expect(dmaMapSg([peer(REFUSED)], contextOf({ rules })).outputs[0]?.defects).toEqual(['as-ram']);
});

test.each(['virt-ops', 'rdma-virt'] as const)('%s: high memory has no address', (mapper) => {
  const list = [ram(0x1000), { ...ram(0x2000), hasNoKernelMapping: true }];
  const { errno, outputs } = dmaMapSg(list, contextOf({ rules: by(mapper, { peers: 'never' }) }));
  expect(errno).toBe(0);
  expect(outputs.map(({ address, defects }) => [address === null, defects])).toEqual([
    [false, []],
    [true, ['no-kernel-address']],
  ]);
});

test('devices do not mind high memory', () => {
  const list = [{ ...ram(0x2000), hasNoKernelMapping: true }];
  const { outputs } = dmaMapSg(list, contextOf({ rules: by('direct') }));
  expect(outputs[0]).toMatchObject({ address: 0x2000, defects: [] });
});
