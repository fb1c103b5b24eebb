import { expect, test } from 'vitest';
import { eraById } from '../kernel/eras.ts';
import { driversTouched } from './driversTouched.ts';

const touched = (kernel: string, design: Parameters<typeof driversTouched>[1]['design']) =>
  driversTouched(eraById(kernel).features, { design });

test.each([
  ['oot-2016', 'kernel', 0, /nobody looks/],
  ['v1-2018', 'kernel', 2, /told or look/],
  ['4.20', 'kernel', 2, /NVMe and the RDMA core/],
  ['5.19', 'kernel', 2, /first page/],
  ['6.0', 'kernel', 0, /dma_map_sg\(\)/],
  ['7.1', 'one-target', 0, /dma_map_sg\(\)/],
  ['4.20', 'p2p-shim', 0, /below the bridge/],
  ['6.12', 'switch-iommu', 0, /switch’s IOMMU/],
  ['6.12', 'out-of-tree', 0, /vendor/],
  ['6.12', 'physical-until-used', null, /^All:/],
] as const)('%s, %s: %s', (kernel, design, count, text) => {
  expect(touched(kernel, design)).toEqual({ count, text: expect.stringMatching(text) });
});
