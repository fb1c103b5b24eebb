import { expect, test } from 'vitest';
import { type Asked, peerEntry, question } from './choose.testkit.ts';
import { chooseMapper } from './chooseMapper.ts';

/** What a device’s operations are asked before peers are handed to it. */
test.each<[string, Asked, 'yes' | 'no' | 'not-asked', string]>([
  // Up to 5.19 nobody asked; the distance knew of dma_virt_ops.
  ['4.20', {}, 'not-asked', 'nobody looks'],
  ['5.4', { driver: 'software-rdma' }, 'not-asked', 'makes use of dma_virt_ops'],
  ['5.10', { driver: 'software-rdma' }, 'not-asked', 'makes use of dma_virt_ops'],
  ['5.11', { driver: 'software-rdma' }, 'not-asked', 'nobody looks'],
  ['v1-2018', { driver: 'software-rdma' }, 'not-asked', 'nobody looks'],
  ['v2-2018', { driver: 'software-rdma' }, 'not-asked', 'makes use of dma_virt_ops'],
  // 6.0 to 6.11: a flag of the table.
  ['6.0', {}, 'yes', 'dma-direct'],
  ['6.1', { mode: 'strict' }, 'yes', 'iommu_dma_ops has the flag'],
  ['6.1', { driver: 'software-rdma' }, 'no', 'kernel addresses'],
  ['6.1', { driver: 'private-ops' }, 'no', 'lack the flag'],
  ['6.1', { driver: 'private-ops-flagged' }, 'yes', 'set'],
  ['6.6', { isXen: true }, 'no', 'Xen'],
  // From 6.12 on: any table means no.
  ['6.12', {}, 'yes', 'no table'],
  ['6.12', { mode: 'lazy' }, 'yes', 'no table'],
  ['6.12', { driver: 'private-ops' }, 'no', 'any table'],
  ['6.12', { driver: 'private-ops-flagged' }, 'no', 'any table'],
  ['6.12', { driver: 'private-ops', mode: 'strict' }, 'no', 'any table'],
  ['6.18', { isXen: true }, 'no', 'Xen'],
  ['7.0', { driver: 'software-rdma' }, 'no', 'kernel addresses'],
  // A module out of the tree asks nobody, whatever the kernel.
  ['7.0', { design: 'out-of-tree' }, 'not-asked', 'asks nobody'],
  ['6.12', { design: 'physical-until-used' }, 'not-asked', 'maps later'],
  [
    '6.12',
    { design: 'p2p-shim', list: [peerEntry('BUS_ADDR')] },
    'not-asked',
    'injected operations know',
  ],
])('%s, %j: %s', (kernel, asked, answer, words) => {
  const { capability } = chooseMapper(question({ kernel, ...asked }));
  expect(capability.answer).toBe(answer);
  expect(capability.text).toContain(words);
});
