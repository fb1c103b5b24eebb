import { callersOf } from './chooseCallers.ts';
import { coreCalls } from './chooseCalls.ts';
import { mapperKind } from './chooseKind.ts';
import type { MapperQuestion } from './chooseOptions.ts';
import { driversTouched } from './driversTouched.ts';
import type { ChosenMapper } from './mapper.ts';
import { operationsOf } from './operationsOf.ts';
import { peerCapability } from './peerCapability.ts';
import { structPages } from './structPages.ts';

/**
 * Who maps a list for a device, how the driver's call gets there, and whether peer memory may be
 * handed to that device at all.
 *
 * Source: `dma_map_sgtable()` and `__dma_map_sg_attrs()`, kernel/dma/mapping.c, Linux 5.4 to 7.0;
 * `rdma_rw_ctx_init()`, drivers/infiniband/core/rw.c, and `nvme_map_data()`, drivers/nvme/host/pci.c,
 * Linux 4.20 to 7.0.
 */
export function chooseMapper(question: MapperQuestion): ChosenMapper {
  const { features } = question.conditions.kernel.value;
  const { kind, inner } = mapperKind(question);
  const callers = callersOf(question, kind);
  // Behind a module out of tree the DMA core sees nothing but host memory.
  const isOfModule = question.choices.design === 'out-of-tree' && kind !== inner;
  const chain = callers.endsThere
    ? callers.chain
    : [...callers.chain, ...coreCalls(question, isOfModule ? inner : kind, inner)];
  return {
    kind,
    inner,
    chain,
    capability: peerCapability(features, kind, question.choices),
    structPages: structPages(features, question.choices),
    operations: operationsOf({ kind: isOfModule ? inner : kind, inner }, features),
    drivers: driversTouched(features, question.choices).text,
  };
}
