import { asRam } from './asRam.ts';
import type { DmaDefect, DmaMapping, DmaOutput } from './dmaMapping.ts';
import type { MapCall } from './mapContext.ts';
import { takesStep } from './mapStep.ts';
import type { SgEntry } from './scatterlist.ts';

/** 0xffff888000000000, where x86-64 without KASLR has all memory, as a signed number. */
const PAGE_OFFSET_BASE = -0x77_8000_000000;

const NO_ADDRESS: readonly DmaDefect[] = ['no-kernel-address'];

/**
 * "Maps" a list for a device that is software: each entry's kernel virtual address, for the CPU to copy
 * from. `dma_virt_map_sg()` (kernel/dma/virt.c, up to 5.10), `ib_dma_virt_map_sg()` (RDMA core, from
 * 5.11 on). Nothing fails, and nobody looks at peers. A page in high memory has no such address, which
 * nobody looks at either: `page_address()` gives NULL.
 */
export function dmaVirtMapSg(list: readonly SgEntry[], call: MapCall): DmaMapping {
  const outputs: DmaOutput[] = [];
  for (let index = 0; index < list.length; index++) {
    const { phys, length, peer, hasNoKernelMapping } = list[index] as SgEntry;
    const address = hasNoKernelMapping ? null : PAGE_OFFSET_BASE + phys;
    outputs.push({
      address,
      length,
      space: 'VADDR',
      first: index,
      count: 1,
      why: index === 0 ? 'first' : 'virtual',
      defects: address === null ? NO_ADDRESS : asRam(peer, call),
    });
    if (takesStep(call.recorder))
      call.recorder.step({
        phase: 'lay-out',
        call: call.rules.mapper === 'rdma-virt' ? 'ib_dma_virt_map_sg' : 'dma_virt_map_sg',
        entry: index,
        output: { index, length },
        values: address === null ? [] : [{ name: 'dma_address', value: address, as: 'address' }],
        text:
          address === null
            ? 'High memory, which the kernel has no address for: page_address() is NULL, and nobody looks.'
            : 'The kernel’s own address of it: software reads it, no device could.',
      });
  }
  const returns = call.rules.refusal;
  return { errno: 0, returns, failedAt: null, outputs, iova: [], maps: [] };
}
