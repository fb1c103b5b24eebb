import { device, functionPlan, MIB, mem64 } from './devicePlans.ts';
import { type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { DevicePart, FunctionPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS } from './sources.ts';
import {
  datasheet,
  LISTED_CLASS,
  NO_MEMORY_OFFERED,
  report,
  SINGLE_FUNCTION_ACS,
  TAKEN_AS_ABSENT,
} from './sourcesDevices.ts';

const HFI_LISTING = report(
  'lspci -v of an Omni-Path HFI in a crash report, linux-rdma mailing list',
  'https://lore.kernel.org/linux-rdma/',
);
const HFI1: Source = {
  title: 'Linux, drivers/infiniband/hw/hfi1/verbs.c: 96 entries unless a parameter says otherwise',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/infiniband/hw/hfi1/verbs.c',
  quality: 'kernel',
};
const QIB: Source = {
  title: 'Linux 6.12, drivers/infiniband/hw/qib/qib_verbs.c: 96 entries; gone before 7.0',
  url: 'https://github.com/torvalds/linux/tree/v6.12/drivers/infiniband/hw/qib',
  quality: 'kernel',
};

const PLAIN: Partial<FunctionPlan> = {
  acs: known(null, SINGLE_FUNCTION_ACS),
  ats: known(false, TAKEN_AS_ABSENT),
  ari: known(false, TAKEN_AS_ABSENT),
  sriov: known(null, TAKEN_AS_ABSENT),
  p2pMemory: known(null, NO_MEMORY_OFFERED),
};

const limits = (source: Source): DevicePart['rdma'] => ({
  maxSge: known(96, source),
  maxSgeRead: known(96, source),
  maxMr: UNKNOWN_FIGURE,
  maxPagesPerMr: UNKNOWN_FIGURE,
});

/** Fabric adapters of which the CPU moves the small messages: no RDMA of other devices’ memory. */
export const HFIS: readonly DevicePart[] = [
  device('hfi', {
    id: 'opa100',
    title: 'Intel Omni-Path HFI 100',
    aliases: ['Omni-Path', 'hfi1'],
    note: 'Driven by hfi1 with virtual DMA: the kernel refuses it memory of peers.',
    link: known({ gts: 8, width: 16 }, datasheet('Intel Omni-Path HFI Adapter 100 Series x16')),
    functions: [
      functionPlan('fabric', {
        ...PLAIN,
        pciId: known(pciIdOf(0x8086, 0x24f0), PCI_IDS),
        classCode: known(0x020800, LISTED_CLASS),
        bars: known([mem64(0, 64 * MIB)], HFI_LISTING),
        driver: known('hfi1', HFI1),
      }),
    ],
    rdma: limits(HFI1),
  }),
  device('hfi', {
    id: 'opa100-f',
    title: 'Intel Omni-Path HFI 100, integrated',
    aliases: ['Omni-Path integrated'],
    note: 'In the package of Xeon and Xeon Phi processors whose names end in F.',
    link: known({ gts: 8, width: 16 }, datasheet('Intel Xeon processors with integrated fabric')),
    functions: [
      functionPlan('fabric', {
        ...PLAIN,
        pciId: known(pciIdOf(0x8086, 0x24f1), PCI_IDS),
        classCode: known(0x020800, LISTED_CLASS),
        bars: UNKNOWN_FIGURE,
        driver: known('hfi1', HFI1),
      }),
    ],
    rdma: limits(HFI1),
  }),
  device('hfi', {
    id: 'qib7322',
    title: 'QLogic QLE7340 (IBA7322)',
    aliases: ['IBA7322', 'qib', 'QLE7340'],
    note: 'InfiniBand QDR, driven by qib with virtual DMA: the kernel refuses it memory of peers.',
    link: known({ gts: 5, width: 8 }, datasheet('QLogic QLE7340')),
    functions: [
      functionPlan('fabric', {
        ...PLAIN,
        pciId: known(pciIdOf(0x1077, 0x7322), PCI_IDS),
        classCode: known(0x0c0600, LISTED_CLASS),
        bars: UNKNOWN_FIGURE,
        driver: known('ib_qib', QIB),
      }),
    ],
    rdma: limits(QIB),
  }),
  device('hfi', {
    id: 'qib7220',
    title: 'QLogic QLE7240 (IBA7220)',
    aliases: ['IBA7220', 'QLE7240'],
    note: 'InfiniBand DDR, driven by qib with virtual DMA.',
    link: UNKNOWN_FIGURE,
    functions: [
      functionPlan('fabric', {
        ...PLAIN,
        pciId: known(pciIdOf(0x1077, 0x7220), PCI_IDS),
        classCode: known(0x0c0600, LISTED_CLASS),
        bars: UNKNOWN_FIGURE,
        driver: known('ib_qib', QIB),
      }),
    ],
    rdma: limits(QIB),
  }),
];
