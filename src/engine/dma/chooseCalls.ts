import type { KernelFeatures } from '../kernel/features.ts';
import { functionName } from '../pci/functionName.ts';
import { functionAt } from '../pci/topology.ts';
import { mappingFile } from './chooseCallers.ts';
import type { MapperQuestion } from './chooseOptions.ts';
import { shimAbove } from './chooseShim.ts';
import type { CallStep, MapperKind } from './mapper.ts';

/** From the DMA core to the mapper: what was looked at there, and what it led to. */
export function coreCalls(
  question: MapperQuestion,
  kind: MapperKind,
  inner: MapperKind,
): readonly CallStep[] {
  const { features } = question.conditions.kernel.value;
  if (kind === 'rdma-virt') return [ibDmaVirtMapSg];
  const core: CallStep = {
    call: features.sgTable === 'errno' ? '__dma_map_sg_attrs()' : 'dma_map_sg_attrs()',
    file: mappingFile(question),
    text: lookedAt(question, kind),
  };
  const chain = [core, mapperCall(question, kind)];
  if (kind === inner || kind === 'foreign-ops' || kind === 'iommu-dma') return chain;
  const handedOn = mapperCall(question, inner);
  const text = 'Called for each entry that is left, alone: there is nothing to join it with.';
  return [...chain, kind === 'p2p-shim' ? { ...handedOn, text } : handedOn];
}

/** Why the core calls what it calls. */
function lookedAt({ conditions, choices }: MapperQuestion, kind: MapperKind): string {
  const { features } = conditions.kernel.value;
  const { mode } = conditions.iommu.value;
  const isDirectCall = features.iommuDmaCall === 'direct-call';
  switch (kind) {
    case 'direct': {
      const flag = isDirectCall
        ? 'dev->dma_iommu is not set and dev->dma_ops is NULL'
        : 'dev->dma_ops is NULL';
      if (mode === 'passthrough')
        return `Its domain is an identity, so nothing translates: ${flag}.`;
      return `No IOMMU translates for it: ${flag}.`;
    }
    case 'iommu-dma': {
      if (choices.design === 'switch-iommu')
        return 'What-if: the switch has an IOMMU, and the device is behind it.';
      if (!isDirectCall) return 'dev->dma_ops is iommu_dma_ops; dma_ops_bypass is not set for it.';
      const own = choices.driver === 'own' || choices.driver === 'software-rdma';
      return own
        ? 'The flag dev->dma_iommu is set: iommu-dma is called directly.'
        : 'The flag dev->dma_iommu is set and comes first: the driver’s own operations are not called.';
    }
    case 'intel-ops':
      return 'The operations are intel_dma_ops, VT-d’s own.';
    case 'amd-ops':
      return 'dev->dma_ops is AMD-Vi’s own table.';
    case 'vmd-ops':
      return 'The operations are the table that VMD registered for its PCI domain.';
    case 'virt-ops':
      return 'The RDMA device’s operations are dma_virt_ops.';
    case 'xen-swiotlb':
      return 'The operations are xen_swiotlb_dma_ops, for all devices: the hypervisor has the IOMMU.';
    case 'foreign-ops':
      return 'dev->dma_ops is a table of the driver’s own; nobody asks what it makes of peers.';
    case 'p2p-shim':
      return 'What-if: dev->dma_ops is the table that was injected at a bridge. There is one pointer: what was there before, the table must remember.';
    case 'rdma-virt':
      return 'The RDMA core maps for itself.';
  }
}

const ibDmaVirtMapSg: CallStep = {
  call: 'ib_dma_virt_map_sg()',
  file: 'drivers/infiniband/core/verbs.c',
  text: 'The RDMA device has no DMA device: each entry gets the kernel’s virtual address of its page. The DMA core is not called. Kernels with high memory leave such drivers out.',
};

/** The mapper itself, and what it does in a sentence. */
function mapperCall(question: MapperQuestion, kind: MapperKind): CallStep {
  const { features } = question.conditions.kernel.value;
  switch (kind) {
    case 'direct':
      return {
        call: 'dma_direct_map_sg()',
        file: 'kernel/dma/direct.c',
        text: `Each entry by itself: its physical address, or a bounce buffer where the device cannot reach it.${peersText(question)}`,
      };
    case 'iommu-dma':
      return {
        call: 'iommu_dma_map_sg()',
        file: 'drivers/iommu/dma-iommu.c',
        text: `One IOVA range for all that is translated; what adjoins there is joined.${peersText(question)}`,
      };
    case 'intel-ops':
      return {
        call: 'intel_map_sg()',
        file: intelFile(features),
        text: 'One IOVA range for the list, and an output for each entry: nothing is joined.',
      };
    case 'amd-ops':
      return {
        call: 'map_sg()',
        file: 'drivers/iommu/amd_iommu.c',
        text: 'One IOVA range for the list in pages of 4 KiB, and an output for each entry: nothing is joined.',
      };
    case 'vmd-ops':
      return {
        call: 'vmd_map_sg()',
        file: 'drivers/pci/controller/vmd.c',
        text: 'Calls the same for the VMD function, whose requester id the IOMMU sees. The list is not looked at.',
      };
    case 'virt-ops':
      return {
        call: 'dma_virt_map_sg()',
        file: 'kernel/dma/virt.c',
        text: 'Each entry gets the kernel’s virtual address of its page; nothing fails and nothing is joined. In high memory (32-bit kernels) a page may have none, and then it is NULL.',
      };
    case 'xen-swiotlb':
      return {
        call: 'xen_swiotlb_map_sg()',
        file: 'drivers/xen/swiotlb-xen.c',
        text: 'Each entry by itself, by its machine address or bounced. It knows nothing of peers.',
      };
    case 'foreign-ops':
      return {
        call: 'ops->map_sg()',
        file: 'the driver’s own',
        text: 'Taken to give each entry its physical address, and peers like RAM unless it says otherwise by its flag.',
      };
    case 'rdma-virt':
      return ibDmaVirtMapSg;
    case 'p2p-shim':
      return { call: 'map_sg() as injected', file: 'never written', text: shimText(question) };
  }
}

function peersText({ conditions, choices }: MapperQuestion): string {
  const { peersInMapSg } = conditions.kernel.value.features;
  if (choices.design === 'p2p-shim') return ' It knows nothing of peers.';
  return peersInMapSg === 'each-entry'
    ? ' Asks of each entry of a peer what the pair is.'
    : ' It knows nothing of peers.';
}

/** Moved into a folder of its own with 5.8. */
function intelFile({ sgTable }: KernelFeatures): string {
  return sgTable === 'absent' ? 'drivers/iommu/intel-iommu.c' : 'drivers/iommu/intel/iommu.c';
}

function shimText({ topology, client, list }: MapperQuestion): string {
  const bridge = shimAbove(topology, client, list);
  const at = bridge === null ? null : functionAt(topology, bridge);
  const where = at === null ? 'a bridge' : (at.label ?? functionName(at));
  return `Injected at ${where}, which is above provider and client. Goes entry by entry: peers by its own rule, RAM by the operations that were there before.`;
}
