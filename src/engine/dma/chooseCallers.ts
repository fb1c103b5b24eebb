import { UNKNOWN } from '../../base/unknown.ts';
import { deviceKind } from '../../model/deviceKind.ts';
import { functionAt } from '../pci/topology.ts';
import { isSoftwareRdma } from './chooseKind.ts';
import { DRIVER_LIMITS } from './chooseLimits.ts';
import type { MapperQuestion } from './chooseOptions.ts';
import { peersMapper } from './choosePeersMapper.ts';
import type { CallStep, MapperKind } from './mapper.ts';
import type { SgEntry } from './scatterlist.ts';

const NVME = 'drivers/nvme/host/pci.c';
const RW = 'drivers/infiniband/core/rw.c';
const VERBS = 'include/rdma/ib_verbs.h';
const MAPPING = 'kernel/dma/mapping.c';
/** Inline before most of it moved into kernel/dma/mapping.c (5.8, 5.9). */
const OLD_MAPPING = 'include/linux/dma-mapping.h';

export interface Callers {
  /** From the driver down to `dma_map_sg()`, or to the mapper for peers. */
  readonly chain: readonly CallStep[];
  /** The usual mapper is not reached. */
  readonly endsThere: boolean;
}

/** Where the call for the DMA core lies in that kernel. */
export function mappingFile({ conditions }: MapperQuestion): string {
  return conditions.kernel.value.features.sgTable === 'absent' ? OLD_MAPPING : MAPPING;
}

/**
 * The calls from the driver to the DMA core. Up to 5.19 the driver looked at the first page, and
 * sent the list one way or the other; from 6.0 on all lists go the same way.
 */
export function callersOf(question: MapperQuestion, kind: MapperKind): Callers {
  const { choices, conditions, list } = question;
  const { features } = conditions.kernel.value;
  const ofModule = choices.design === 'out-of-tree' ? moduleCalls(list) : [];
  if (ofModule.length > 0 && list.every(({ peer }) => peer !== null)) {
    return { chain: ofModule, endsThere: true };
  }
  if (choices.design === 'physical-until-used') return physicalUntilUsed();
  const isFirstPage = features.peersInMapSg === 'first-page' && choices.design === 'kernel';
  const driver = driverCall(question, isFirstPage);
  const first = list[0]?.peer ?? null;
  const isForPeers = isFirstPage && (features.p2pFlagDecides ? choices.p2pFlag : first !== null);
  if (isForPeers) {
    const peers = peersMapper(features, kind, first);
    return peers.goesOn
      ? { chain: [driver, peers.step, dmaMapSg(question)], endsThere: false }
      : { chain: [driver, peers.step], endsThere: true };
  }
  const usual = [...ofModule, driver];
  if (!isRdma(question)) return { chain: [...usual, dmaMapSg(question)], endsThere: false };
  const rdma = [...usual, ibDmaMapSg(question)];
  return { chain: kind === 'rdma-virt' ? rdma : [...rdma, dmaMapSg(question)], endsThere: false };
}

/** Modules such as nv_peer_mem: the addresses come from the driver of the peer, for its memory alone. */
function moduleCalls(list: readonly SgEntry[]): readonly CallStep[] {
  if (list.length > 0 && list.every(({ peer }) => peer === null)) return [];
  return [
    {
      call: 'dma_map() of the module',
      file: 'not in the tree',
      text: 'The peer’s driver hands over physical addresses of its BAR, ready-made. Neither pair nor IOMMU is looked at.',
    },
  ];
}

/** The proposal of November 2020: requests hold what the CPU has, and drivers map. */
function physicalUntilUsed(): Callers {
  const chain = [
    {
      call: 'struct ib_sge',
      file: 'include/rdma/ib_verbs.h',
      text: 'What if: where the key is no memory region’s, the address is the memory’s physical one. The DMA core is not called: a driver of hardware does so later, software never.',
    },
  ];
  return { chain, endsThere: true };
}

function driverCall(question: MapperQuestion, isFirstPage: boolean): CallStep {
  const { features } = question.conditions.kernel.value;
  const looks = features.p2pFlagDecides
    ? flagText(question)
    : `Looks at the first page only, and sends the whole list the way of that one.${unseen(question)}`;
  const all = isFirstPage ? looks : 'Hands over the list, whatever memory is in it.';
  const fn = functionAt(question.topology, question.client);
  if (isRdma(question)) return { call: 'rdma_rw_ctx_init()', file: RW, text: all };
  if (deviceKind(fn) === 'nvme') {
    const text = features.nvmeMapping === 'list' ? all : iteratorText(question);
    return { call: 'nvme_map_data()', file: NVME, text };
  }
  const driver = fn.driver === UNKNOWN || fn.driver === null ? 'its driver' : fn.driver;
  return { call: driver, file: 'the function’s driver', text: all };
}

function unseen({ list }: MapperQuestion): string {
  const isUnseen = list[0]?.peer === null && list.some(({ peer }) => peer !== null);
  return isUnseen ? ' That is RAM here, so the peers behind it are not seen.' : '';
}

/** From 6.17 on NVMe builds no list; what it gets is not quite what a list gets. */
function iteratorText({ conditions, isTranslated }: MapperQuestion): string {
  const { iovaApi } = conditions.kernel.value.features;
  const whole =
    iovaApi && isTranslated
      ? ' Translated and without gaps, a request takes one range then (dma_iova_try_alloc()), however long its segments are.'
      : '';
  return `NVMe itself goes through its requests vector by vector (blk_rq_dma_map_iter_start(), 6.17).${whole} Shown is what the same memory as a list comes to.`;
}

function flagText({ choices }: MapperQuestion): string {
  return choices.p2pFlag
    ? 'Is told by a flag that the list is peer memory, and goes by that.'
    : 'Is told by no flag that the list is peer memory: to it, all of it is RAM.';
}

function ibDmaMapSg(question: MapperQuestion): CallStep {
  const { features } = question.conditions.kernel.value;
  const call =
    features.peersInMapSg === 'each-entry' ? 'ib_dma_map_sgtable_attrs()' : 'ib_dma_map_sg()';
  const asks =
    features.softwareRdma === 'rdma-core'
      ? 'ib_uses_virt_dma() asks whether the RDMA device has a DMA device below it.'
      : 'Calls for the RDMA device’s DMA device: the PCI function, or, with dma_virt_ops, the RDMA device itself.';
  return { call, file: VERBS, text: asks };
}

function dmaMapSg(question: MapperQuestion): CallStep {
  const { features } = question.conditions.kernel.value;
  return features.peersInMapSg === 'each-entry'
    ? {
        call: 'dma_map_sgtable()',
        file: mappingFile(question),
        text: 'Says why it fails; dma_map_sg() says 0 entries.',
      }
    : {
        call: 'dma_map_sg()',
        file: 'include/linux/dma-mapping.h',
        text: 'Says 0 entries when anything fails.',
      };
}

/** RDMA cards go through the RDMA core; a card whose driver is not known is taken for one. */
function isRdma(question: MapperQuestion): boolean {
  if (isSoftwareRdma(question)) return true;
  const fn = functionAt(question.topology, question.client);
  if (deviceKind(fn) !== 'nic') return false;
  if (fn.driver === UNKNOWN || fn.driver === null) return true;
  return DRIVER_LIMITS.get(fn.driver)?.isRdma ?? false;
}
