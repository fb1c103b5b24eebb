import type { Rule } from './rule.ts';

/** Rows of the table of rules: how lists of memory become addresses that devices send. */
export const DMA_RULES = {
  dmaMapSg: {
    id: 'dma-map-sgtable',
    title: 'Who looks at a list for peers: dma_map_sg() at each entry, or its callers at the first',
    file: 'dma/dmaMapSg.ts',
    known: 'running-kernels',
    source:
      'dma_map_sgtable(), kernel/dma/mapping.c; nvme_map_data(), rdma_rw_ctx_init(), Linux 4.20 to 7.0; run',
  },
  dmaMapSgAttrs: {
    id: 'dma-map-sg-attrs',
    title: 'Whose operations map a list; those of a VMD domain hand it on',
    file: 'dma/dmaMapSgAttrs.ts',
    known: 'running-kernels',
    source:
      'dma_map_sg_attrs(), kernel/dma/mapping.c, Linux 4.19 to 7.0; vmd_map_sg(), 4.19 to 5.5',
  },
  pciP2pdmaState: {
    id: 'p2pdma-state',
    title:
      'How an entry of peer memory goes: by bus address, through the host bridge, or not at all',
    file: 'dma/pciP2pdmaState.ts',
    known: 'running-kernels',
    source:
      'pci_p2pdma_map_segment(), 6.0 to 6.15; pci_p2pdma_state(), 6.16 to 7.0, drivers/pci/p2pdma.c',
  },
  pciP2pdmaMapSg: {
    id: 'first-page-rule',
    title: 'The first entry’s provider decides for the whole list',
    file: 'dma/pciP2pdmaMapSg.ts',
    known: 'running-kernels',
    source: 'pci_p2pdma_map_sg(), drivers/pci/p2pdma.c, Linux 4.20 to 5.19; run',
  },
  dmaDirectMapSg: {
    id: 'dma-direct-map-sg',
    title: 'Without translation each entry is an output, at its own address',
    file: 'dma/dmaDirectMapSg.ts',
    known: 'running-kernels',
    source: 'dma_direct_map_sg(), kernel/dma/direct.c, Linux 5.4 to 7.0; run',
  },
  dmaDirectMapPage: {
    id: 'dma-direct-map-page',
    title: 'What the device cannot send is bounced, or refused',
    file: 'dma/dmaDirectMapPage.ts',
    known: 'running-kernels',
    source:
      'dma_direct_map_page(), kernel/dma/direct.h, Linux 5.4 to 6.17; dma_direct_map_phys(), 6.18 to 7.0; run',
  },
  dmaLimit: {
    id: 'dma-limit',
    title: 'The highest address that reaches the wire: mask and bus',
    file: 'dma/dmaLimit.ts',
    known: 'running-kernels',
    source:
      'dma_capable(), include/linux/dma-direct.h; __iommu_dma_map(), drivers/iommu/dma-iommu.c',
  },
  iommuDmaMapSg: {
    id: 'iommu-dma-map-sg',
    title: 'One IOVA range for a list: sized, taken, programmed, laid out, or all undone',
    file: 'dma/iommuDmaMapSg.ts',
    known: 'running-kernels',
    source: 'iommu_dma_map_sg(), drivers/iommu/dma-iommu.c, Linux 4.19 to 7.0; run',
  },
  sizeIovaRange: {
    id: 'iova-range-size',
    title: 'Entries take whole granules, and pages are left out before a segment boundary',
    file: 'dma/sizeIovaRange.ts',
    known: 'running-kernels',
    source: 'iommu_dma_map_sg(), drivers/iommu/dma-iommu.c, Linux 4.19 to 7.0; run',
  },
  iommuMapSg: {
    id: 'iommu-map-sg',
    title: 'Entries side by side in memory are programmed in one call',
    file: 'dma/iommuMapSg.ts',
    known: 'source',
    source: 'iommu_map_sg(), drivers/iommu/iommu.c, Linux 5.4 to 7.0',
  },
  finaliseSg: {
    id: 'finalise-sg',
    title: 'Which entries share an output',
    file: 'dma/finaliseSg.ts',
    known: 'running-kernels',
    source: '__finalise_sg(), drivers/iommu/dma-iommu.c, Linux 4.19 to 7.0; run',
  },
  iommuDmaMapSgSwiotlb: {
    id: 'untrusted-map-sg',
    title:
      'Entries of untrusted devices are mapped one by one, and bounced where they do not fill pages',
    file: 'dma/iommuDmaMapSgSwiotlb.ts',
    known: 'source',
    source:
      'iommu_dma_map_sg_swiotlb(), drivers/iommu/dma-iommu.c, Linux 5.15 to 7.0; bounce_map_sg(), drivers/iommu/intel-iommu.c, 5.4 and 5.10',
  },
  intelMapSg: {
    id: 'intel-map-sg',
    title: 'VT-d up to 5.10: one IOVA range, an output for each entry',
    file: 'dma/intelMapSg.ts',
    known: 'running-kernels',
    source: 'intel_map_sg(), drivers/iommu/intel-iommu.c, Linux 5.4 and 5.10; run',
  },
  amdMapSg: {
    id: 'amd-map-sg',
    title: 'AMD-Vi up to 5.4: one IOVA range, an output for each entry',
    file: 'dma/amdMapSg.ts',
    known: 'running-kernels',
    source:
      'map_sg() and sg_num_pages(), drivers/iommu/amd_iommu.c, Linux 5.4; run but for segment boundaries',
  },
  dmaVirtMapSg: {
    id: 'dma-virt-map-sg',
    title: 'Devices that are software get kernel addresses',
    file: 'dma/dmaVirtMapSg.ts',
    known: 'source',
    source:
      'dma_virt_map_sg(), kernel/dma/virt.c, Linux 4.19 to 5.10; ib_dma_virt_map_sg(), drivers/infiniband/core/verbs.c, 5.11 to 7.0',
  },
  foreignMapSg: {
    id: 'foreign-map-sg',
    title: 'Operations of a driver’s own know nothing of peers, unless they say that they do',
    file: 'dma/foreignMapSg.ts',
    known: 'source',
    source: 'dma_map_sg_attrs(), kernel/dma/mapping.c, which does not ask; Linux 6.0 to 7.0',
  },
  xenSwiotlbMapSg: {
    id: 'xen-map-sg',
    title: 'Xen’s table maps and bounces peers like RAM',
    file: 'dma/xenSwiotlbMapSg.ts',
    known: 'source',
    source: 'xen_swiotlb_map_sg(), drivers/xen/swiotlb-xen.c, Linux 5.4 to 7.0',
  },
  shimMapSg: {
    id: 'shim-map-sg',
    title: 'What-if: injected operations map peers themselves, and the rest one by one',
    file: 'dma/shimMapSg.ts',
    known: 'lists',
    source: 'design argued about on the lists in 2016 to 2018, never built',
  },
  dmaIovaLink: {
    id: 'dma-iova-link',
    title: 'From 6.17 on NVMe maps a whole request as one range, whatever the longest segment',
    file: 'dma/dmaIovaLink.ts',
    known: 'source',
    source:
      'dma_iova_try_alloc(), dma_iova_link(), drivers/iommu/dma-iommu.c, Linux 6.16 to 7.0; blk_rq_dma_map_iter_start(), block/blk-mq-dma.c, 6.18',
  },
  dmaUnmapSg: {
    id: 'dma-unmap-sg',
    title: 'Unmapping gives back ranges and buffers; bus addresses took none',
    file: 'dma/dmaUnmapSg.ts',
    known: 'running-kernels',
    source:
      'iommu_dma_unmap_sg(), drivers/iommu/dma-iommu.c; dma_direct_unmap_sg(), kernel/dma/direct.c, Linux 5.4 to 7.0',
  },
  swiotlbPool: {
    id: 'swiotlb-pool',
    title: 'Bounce buffers: slots of 2 KiB, at most 128 in a row',
    file: 'dma/SwiotlbPool.ts',
    known: 'source',
    source: 'swiotlb_tbl_map_single(), kernel/dma/swiotlb.c, Linux 4.19 to 6.12',
  },
  chooseMapper: {
    id: 'mapper',
    title:
      'Who maps for a device, by kernel, IOMMU, domain and driver, and how the call gets there',
    file: 'dma/chooseMapper.ts',
    known: 'running-kernels',
    source:
      'dma_map_sgtable(), __dma_map_sg_attrs(), kernel/dma/mapping.c; vmd_setup_dma_ops(), drivers/pci/controller/vmd.c; ib_uses_virt_dma(), include/rdma/ib_verbs.h, Linux 5.4 to 7.0',
  },
  peerCapability: {
    id: 'peer-capability',
    title: 'Whether peer memory may be handed to a device’s operations at all',
    file: 'dma/peerCapability.ts',
    known: 'source',
    source: 'dma_pci_p2pdma_supported(), kernel/dma/mapping.c, Linux 6.0 to 6.18',
  },
  structPages: {
    id: 'struct-pages',
    title: 'What a BAR needs to stand in a list: a struct page for each page of it',
    file: 'dma/structPages.ts',
    known: 'source',
    source:
      'pci_p2pdma_add_resource(), drivers/pci/p2pdma.c, Linux 4.20 to 7.0; drivers/dma-buf/dma-buf-mapping.c, Linux 7.0',
  },
  rulesOfMapper: {
    id: 'mapper-rules',
    title: 'How a mapper of a kernel behaves, with what that kernel gets wrong or without',
    file: 'dma/rulesOfMapper.ts',
    known: 'running-kernels',
    source: 'features of the eras (kernel/dmaFeatures.ts), Linux 4.20 to 7.0; run',
  },
  dmaDeviceOf: {
    id: 'dma-limits',
    title: 'What a driver tells the kernel of its device’s DMA, where the input does not',
    file: 'dma/dmaDeviceOf.ts',
    known: 'source',
    source:
      'pci_setup_device(), drivers/pci/probe.c; dma_set_max_seg_size() and dma_set_min_align_mask() in drivers, Linux 5.4 to 7.0; run for NVMe',
  },
  shimAbove: {
    id: 'shim-above',
    title: 'What-if: which devices have operations put in at a bridge',
    file: 'dma/chooseShim.ts',
    known: 'lists',
    source: 'mails of 18 April 2017 on injecting DMA operations at bridges, as VMD did',
  },
  iovaDomain: {
    id: 'iova-allocation',
    title: 'IOVAs go from the top of 4 GiB down, and freed ones come back first',
    file: 'dma/iova/IovaDomain.ts',
    known: 'running-kernels',
    source:
      'iommu_dma_alloc_iova(), drivers/iommu/dma-iommu.c; alloc_iova_fast(), queue_iova(), drivers/iommu/iova.c, Linux 4.19 to 7.0; run on 6.1 and 6.12',
  },
  iovaSetup: {
    id: 'iova-reserved',
    title: 'What the allocator keeps clear: windows of the host bridge, interrupts, HyperTransport',
    file: 'dma/iova/iovaSetupOf.ts',
    known: 'source',
    source:
      'iova_reserve_pci_windows(), iova_reserve_iommu_regions(), drivers/iommu/dma-iommu.c, Linux 4.19 to 7.0; run on 6.1 and 6.12; second search: 4e89dce72521 (5.11), depot: 233045378dbb (6.7)',
  },
  iommuPgsize: {
    id: 'iommu-page-size',
    title: 'The largest page that fits both addresses and what is left',
    file: 'dma/pages/iommuPgsize.ts',
    known: 'source',
    source: 'iommu_pgsize(), drivers/iommu/iommu.c, Linux 5.4 to 7.0',
  },
  pageRuns: {
    id: 'iommu-pages',
    title: 'Into which pages an IOMMU’s table is filled, and how many entries its cache needs',
    file: 'dma/pages/pageRuns.ts',
    known: 'source',
    source: 'iommu_map(), drivers/iommu/iommu.c, Linux 5.4 to 7.0',
  },
  pageSizes: {
    id: 'iommu-page-sizes',
    title: 'Which page sizes an IOMMU’s table has',
    file: 'dma/pages/pageSizesOf.ts',
    known: 'source',
    source:
      'AMD_IOMMU_PGSIZES, drivers/iommu/amd; domain_super_pgsize_bitmap(), drivers/iommu/intel; arm_lpae_restrict_pgsizes(), drivers/iommu/io-pgtable-arm.c',
  },
  pageTable: {
    id: 'iommu-page-table',
    title: 'The tables that lead to a page, level by level',
    file: 'dma/pages/pageTable.ts',
    known: 'specification',
    source: 'Intel VT-d specification 3.7; AMD I/O virtualization technology specification 2.2.3',
  },
  translationFault: {
    id: 'translation-fault',
    title: 'What a request meets that the IOMMU has no page for',
    file: 'dma/pages/translationFault.ts',
    known: 'source',
    source:
      'dmar_fault_do_one(), drivers/iommu/intel/dmar.c; amd_iommu_report_page_fault(), drivers/iommu/amd/iommu.c; arm_smmu_evtq_thread(), Linux 6.1 to 7.0',
  },
} as const satisfies Record<string, Rule>;
