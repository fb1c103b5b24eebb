import { SOFTWARE_RDMA_DRIVERS } from '../p2pdma/client.ts';
import { functionAt, NOT_SHOWN } from '../pci/topology.ts';
import type { MapperQuestion } from './chooseOptions.ts';
import { shimAbove } from './chooseShim.ts';
import type { MapperKind } from './mapper.ts';

interface Kinds {
  readonly kind: MapperKind;
  /** What a VMD domain’s, a shim’s or a driver’s own operations would hand on to; else the kind itself. */
  readonly inner: MapperKind;
}

/**
 * Who maps for a client.
 *
 * Source: `__dma_map_sg_attrs()` and `get_dma_ops()`, Linux 5.4 to 7.0; `vmd_setup_dma_ops()`,
 * drivers/pci/controller/vmd.c, Linux 5.4; `ib_uses_virt_dma()`, include/rdma/ib_verbs.h, Linux 5.11
 * to 7.0; `setup_dma_device()`, drivers/infiniband/core/device.c, Linux 5.4.
 */
export function mapperKind(question: MapperQuestion): Kinds {
  const { choices, conditions } = question;
  const { features } = conditions.kernel.value;
  const base = baseKind(question);
  const only = (kind: MapperKind): Kinds => ({ kind, inner: kind });

  if (choices.design === 'physical-until-used') return only('direct');
  if (choices.design === 'out-of-tree' && !isHostMemory(question)) {
    // A module gives out its peer's addresses; host memory is mapped as ever.
    const hasRam = question.list.some(({ peer }) => peer === null);
    return { kind: 'direct', inner: hasRam ? base : 'direct' };
  }
  if (choices.design === 'switch-iommu') return only('iommu-dma');
  if (isSoftwareRdma(question)) {
    return only(features.softwareRdma === 'rdma-core' ? 'rdma-virt' : 'virt-ops');
  }
  if (choices.driver !== 'own' && choices.driver !== 'software-rdma') {
    // Where the flag of the IOMMU is looked at first, a table of operations is not called at all.
    const isPassedOver = features.iommuDmaCall === 'direct-call' && base === 'iommu-dma';
    return { kind: isPassedOver ? 'iommu-dma' : 'foreign-ops', inner: base };
  }
  const own: Kinds = isVmdChild(question) ? { kind: 'vmd-ops', inner: base } : only(base);
  const { topology, client, list } = question;
  if (choices.design === 'p2p-shim' && shimAbove(topology, client, list) !== null) {
    return { kind: 'p2p-shim', inner: base };
  }
  return own;
}

/** A list without any peer's memory. */
function isHostMemory({ list }: MapperQuestion): boolean {
  return list.length > 0 && list.every(({ peer }) => peer === null);
}

/** By the IOMMU alone. */
function baseKind({ choices, conditions, isTranslated }: MapperQuestion): MapperKind {
  const { features } = conditions.kernel.value;
  // The hypervisor keeps the IOMMU for itself.
  if (choices.isXen) return 'xen-swiotlb';
  if (!isTranslated) return 'direct';
  switch (conditions.iommu.value.hardware) {
    case 'intel':
      return features.intelMapper === 'own' ? 'intel-ops' : 'iommu-dma';
    case 'amd':
      return features.amdMapper === 'own' ? 'amd-ops' : 'iommu-dma';
    default:
      return 'iommu-dma';
  }
}

/** rxe and siw over the function, or rdmavt on it (hfi1, qib). */
export function isSoftwareRdma({ topology, client, choices }: MapperQuestion): boolean {
  if (choices.driver === 'software-rdma') return true;
  const { driver } = functionAt(topology, client);
  return choices.driver === 'own' && SOFTWARE_RDMA_DRIVERS.some((name) => name === driver);
}

/** VMD has operations for what is in its domain, if it has any itself. */
function isVmdChild(question: MapperQuestion): boolean {
  const { topology, client, conditions } = question;
  if (conditions.kernel.value.features.vmdChildren !== 'private-ops') return false;
  const bridge = topology.machine.hostBridges[topology.host[client] ?? NOT_SHOWN];
  return bridge?.kind === 'vmd' && baseKind(question) !== 'direct';
}
