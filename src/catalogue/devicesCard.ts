import { device, functionPlan, GIB, KIB, MIB, mem32, mem64, ports, pref64 } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BarPlan, DevicePart, DeviceWord, FunctionPlan, LinkPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS } from './sources.ts';
import {
  BOOT_LOGS,
  datasheet,
  LISTED_CLASS,
  listing,
  NO_MEMORY_OFFERED,
  report,
  SINGLE_FUNCTION_ACS,
  TAKEN_AS_ABSENT,
} from './sourcesDevices.ts';

const kernel = (title: string, path: string): Source => ({
  title: `Linux, ${path}: ${title}`,
  url: `https://github.com/torvalds/linux/blob/master/${path}`,
  quality: 'kernel',
});

const MEGARAID = listing(
  'a MegaRAID SAS-3 3108',
  'https://github.com/marcredhat/cmlgpu/blob/5cfddd5f1139cb109f355530081223d7ec878d28/lspci.txt',
);
const ESC8000A_E13P = listing(
  'an ASUS ESC8000A-E13P with four PEX890xx',
  'https://github.com/voipmonitor/rtx6kpro/blob/29f3863a371d43dfa3c21899911225894037deed/logs/asus-report/lspci_full.log',
);
const ASM1142 = report(
  'lspci -v with an ASM1142, linux-pci mailing list',
  'https://lore.kernel.org/linux-pci/',
);
const AWS_F1 = report(
  'aws-fpga: lspci of the application’s function of an F1 instance',
  'https://github.com/aws/aws-fpga',
);
const HBA_DRIVER = kernel('its list of ids', 'drivers/scsi/mpt3sas/mpt3sas_scsih.c');
const NTB_INTEL = kernel('its list of ids', 'drivers/ntb/hw/intel/ntb_hw_gen1.c');
const NTB_AMD = kernel('its list of ids', 'drivers/ntb/hw/amd/ntb_hw_amd.c');
const NTB_IDT = kernel('its list of ids', 'drivers/ntb/hw/idt/ntb_hw_idt.c');
const SWITCHTEC = kernel('its list of ids and classes', 'drivers/pci/switch/switchtec.c');
const AHCI = kernel('binds by class', 'drivers/ata/ahci.c');
const XHCI = kernel('binds by class', 'drivers/usb/host/xhci-pci.c');
const NO_DRIVER: Source = {
  title: 'No driver of the kernel’s own names it',
  url: null,
  quality: 'kernel',
};

interface Row {
  readonly kind: DeviceWord;
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly note: string;
  readonly ids: readonly [number, number];
  readonly idSource?: Source;
  readonly classCode: number;
  readonly link: Figure<LinkPlan | null>;
  readonly driver: Figure<string | null>;
  readonly bars?: Figure<readonly BarPlan[]>;
  readonly type?: FunctionPlan['type'];
  readonly plan?: Partial<FunctionPlan>;
}

function single(row: Row): DevicePart {
  return device(row.kind, {
    id: row.id,
    title: row.title,
    aliases: row.aliases ?? [],
    note: row.note,
    link: row.link,
    functions: [
      functionPlan('main', {
        type: row.type ?? 'endpoint',
        pciId: known(pciIdOf(...row.ids), row.idSource ?? PCI_IDS),
        classCode: known(row.classCode, LISTED_CLASS),
        bars: row.bars ?? UNKNOWN_FIGURE,
        acs: known(null, SINGLE_FUNCTION_ACS),
        ats: known(false, TAKEN_AS_ABSENT),
        ari: known(false, TAKEN_AS_ABSENT),
        sriov: known(null, TAKEN_AS_ABSENT),
        driver: row.driver,
        p2pMemory: known(null, NO_MEMORY_OFFERED),
        ...row.plan,
      }),
    ],
  });
}

const INTEGRATED: Figure<LinkPlan | null> = known(null, {
  title: 'PCI Express Base Specification, 1.3.3: integrated endpoints have no link',
  url: null,
  quality: 'specification',
});
const gen = (gts: number, width: number, title: string) => known({ gts, width }, datasheet(title));

/** Storage, USB and other cards. */
export const CARDS: readonly DevicePart[] = [
  single({
    kind: 'card',
    id: 'megaraid3108',
    title: 'Broadcom MegaRAID SAS-3 3108',
    aliases: ['MegaRAID 3108', 'PERC H730'],
    note: 'A RAID controller.',
    ids: [0x1000, 0x005d],
    classCode: 0x010400,
    link: known({ gts: 8, width: 8 }, MEGARAID),
    driver: known('megaraid_sas', MEGARAID),
    bars: known([ports(0, 256), mem64(1, 64 * KIB), mem64(3, MIB)], MEGARAID),
    plan: {
      acs: known(null, MEGARAID),
      ats: known(false, MEGARAID),
      ari: known(true, MEGARAID),
      sriov: known(null, MEGARAID),
      maxPayload: known(4096, MEGARAID),
      tags: known(256, MEGARAID),
    },
  }),
  single({
    kind: 'card',
    id: 'sas3008',
    title: 'Broadcom SAS3008 host bus adapter',
    aliases: ['SAS 9300-8i', 'HBA'],
    note: 'Eight lanes of SAS-3 without RAID.',
    ids: [0x1000, 0x0097],
    classCode: 0x010700,
    link: gen(8, 8, 'Broadcom SAS 9300-8i'),
    driver: known('mpt3sas', HBA_DRIVER),
    bars: known([ports(0, 256), mem64(1, 64 * KIB), mem64(3, 256 * KIB)], BOOT_LOGS),
  }),
  single({
    kind: 'card',
    id: 'asm1062',
    title: 'ASMedia ASM1062 SATA controller',
    aliases: ['ASM1062', 'ASM1061'],
    note: 'Two SATA ports.',
    ids: [0x1b21, 0x0612],
    classCode: 0x010601,
    link: gen(5, 1, 'ASMedia ASM1062'),
    driver: known('ahci', AHCI),
  }),
  single({
    kind: 'card',
    id: '88se9230',
    title: 'Marvell 88SE9230 SATA controller',
    aliases: ['88SE9230'],
    note: 'Four SATA ports. It sends requests under a function number that it does not have.',
    ids: [0x1b4b, 0x9230],
    classCode: 0x010601,
    link: gen(5, 2, 'Marvell 88SE9230'),
    driver: known('ahci', AHCI),
  }),
  single({
    kind: 'card',
    id: 'asm1142',
    title: 'ASMedia ASM1142 USB controller',
    aliases: ['ASM1142'],
    note: 'USB 3.1.',
    ids: [0x1b21, 0x1242],
    classCode: 0x0c0330,
    link: gen(8, 1, 'ASMedia ASM1142'),
    driver: known('xhci_hcd', XHCI),
    bars: known([mem64(0, 32 * KIB)], ASM1142),
  }),
  single({
    kind: 'card',
    id: 'upd720201',
    title: 'Renesas uPD720201 USB controller',
    aliases: ['uPD720201'],
    note: 'USB 3.0, four ports.',
    ids: [0x1912, 0x0014],
    classCode: 0x0c0330,
    link: gen(5, 1, 'Renesas uPD720201'),
    driver: known('xhci_hcd', XHCI),
    bars: known([mem64(0, 8 * KIB)], BOOT_LOGS),
  }),
  single({
    kind: 'card',
    id: 'ast2600',
    title: 'ASPEED AST2600 graphics',
    aliases: ['ASPEED', 'BMC'],
    note: 'The display of a server’s management controller, behind its own PCI bridge.',
    ids: [0x1a03, 0x2000],
    classCode: 0x030000,
    type: 'conventional',
    link: known(null, ESC8000A_E13P),
    driver: known('ast', ESC8000A_E13P),
    bars: known([mem32(0, 64 * MIB), mem32(1, 256 * KIB), ports(2, 128)], ESC8000A_E13P),
    plan: { acs: known(null, ESC8000A_E13P), ats: known(false, ESC8000A_E13P) },
  }),
  single({
    kind: 'fpga',
    id: 'aws-f1',
    title: 'Amazon F1 FPGA, application function',
    aliases: ['AWS F1'],
    note: 'As virtual machines see it: 64 GB of memory behind a BAR of 128 GiB.',
    ids: [0x1d0f, 0xf010],
    idSource: AWS_F1,
    classCode: 0x058000,
    link: UNKNOWN_FIGURE,
    driver: known(null, NO_DRIVER),
    bars: known(
      [mem32(0, 32 * MIB), mem32(1, 2 * MIB), pref64(2, 64 * KIB), pref64(4, 128 * GIB)],
      AWS_F1,
    ),
  }),
];

/** Bridges into another machine’s address space. */
export const NTBS: readonly DevicePart[] = [
  single({
    kind: 'ntb',
    id: 'ntb-e5',
    title: 'Intel Xeon E5 NTB',
    aliases: ['Sandy Bridge-E NTB'],
    note: 'A root port of Sandy Bridge-E that was set up as a non-transparent bridge.',
    ids: [0x8086, 0x3c0d],
    classCode: 0x068000,
    type: 'rciep',
    link: INTEGRATED,
    driver: known('ntb_hw_intel', NTB_INTEL),
  }),
  single({
    kind: 'ntb',
    id: 'ntb-skx',
    title: 'Intel Xeon Scalable NTB',
    aliases: ['Skylake-SP NTB'],
    note: 'A root port of Skylake-SP that was set up as a non-transparent bridge.',
    ids: [0x8086, 0x201c],
    classCode: 0x068000,
    type: 'rciep',
    link: INTEGRATED,
    driver: known('ntb_hw_intel', NTB_INTEL),
  }),
  single({
    kind: 'ntb',
    id: 'ntb-icx',
    title: 'Intel Ice Lake Xeon NTB',
    note: 'A root port of Ice Lake-SP that was set up as a non-transparent bridge.',
    ids: [0x8086, 0x347e],
    classCode: 0x068000,
    type: 'rciep',
    link: INTEGRATED,
    driver: known('ntb_hw_intel', NTB_INTEL),
  }),
  single({
    kind: 'ntb',
    id: 'ntb-zen',
    title: 'AMD Zeppelin NTB',
    aliases: ['Naples NTB'],
    note: 'Of the first EPYC.',
    ids: [0x1022, 0x145b],
    classCode: 0x068000,
    link: UNKNOWN_FIGURE,
    driver: known('ntb_hw_amd', NTB_AMD),
  }),
  single({
    kind: 'ntb',
    id: 'ntb-zen2',
    title: 'AMD Starship NTB',
    aliases: ['Rome NTB'],
    note: 'Of the second EPYC.',
    ids: [0x1022, 0x148b],
    classCode: 0x068000,
    link: UNKNOWN_FIGURE,
    driver: known('ntb_hw_amd', NTB_AMD),
  }),
  single({
    kind: 'ntb',
    id: 'ntb-plx',
    title: 'PLX NT port, virtual side',
    aliases: ['PLX NTB'],
    note: 'The port of a PEX 87xx behind which the other machine is. The kernel has no driver for it.',
    ids: [0x10b5, 0x87b0],
    classCode: 0x068000,
    link: UNKNOWN_FIGURE,
    driver: known(null, NO_DRIVER),
  }),
  single({
    kind: 'ntb',
    id: 'ntb-idt',
    title: 'IDT 89HPES32NT8AG2 NT function',
    aliases: ['IDT NTB'],
    note: 'One function of a port of the switch.',
    ids: [0x111d, 0x808f],
    classCode: 0x068000,
    link: known({ gts: 5, width: 8 }, datasheet('IDT 89HPES32NT8AG2')),
    driver: known('ntb_hw_idt', NTB_IDT),
  }),
  single({
    kind: 'ntb',
    id: 'ntb-switchtec',
    title: 'Switchtec PFX 96xG3 NTB',
    aliases: ['Switchtec NTB'],
    note: 'The management endpoint in its form with non-transparent bridging.',
    ids: [0x11f8, 0x8536],
    classCode: 0x068000,
    link: known({ gts: 8, width: 16 }, datasheet('Microchip Switchtec PFX 96xG3')),
    driver: known('switchtec', SWITCHTEC),
  }),
];

/** Endpoints by which a switch is managed. */
export const MANAGEMENT: readonly DevicePart[] = [
  single({
    kind: 'mgmt',
    id: 'mgmt-broadcom',
    title: 'Broadcom PCIe switch management endpoint',
    aliases: ['PEX management'],
    note: 'Of PEX880xx and PEX890xx, below a port of its own.',
    ids: [0x1000, 0x00b2],
    classCode: 0x010700,
    link: known({ gts: 32, width: 16 }, ESC8000A_E13P),
    driver: known('mpt3sas', ESC8000A_E13P),
    bars: known([pref64(0, 16 * KIB)], ESC8000A_E13P),
    plan: {
      acs: known(null, ESC8000A_E13P),
      ats: known(false, ESC8000A_E13P),
      ari: known(false, ESC8000A_E13P),
      sriov: known(null, ESC8000A_E13P),
      maxPayload: known(2048, ESC8000A_E13P),
      tags: known(1024, ESC8000A_E13P),
    },
  }),
  single({
    kind: 'mgmt',
    id: 'mgmt-switchtec',
    title: 'Switchtec PFX 48xG3 management endpoint',
    aliases: ['Switchtec management'],
    note: 'Function 1 beside the upstream port, with the switch’s ids.',
    ids: [0x11f8, 0x8533],
    classCode: 0x058000,
    link: known({ gts: 8, width: 16 }, datasheet('Microchip Switchtec PFX 48xG3')),
    driver: known('switchtec', SWITCHTEC),
    plan: { number: 1, acs: known(null, TAKEN_AS_ABSENT) },
  }),
];

/** Functions of the CPU or chipset. */
export const INTEGRATED_ENDPOINTS: readonly DevicePart[] = [
  single({
    kind: 'rciep',
    id: 'ioat-skx',
    title: 'Intel Sky Lake-E CBDMA',
    aliases: ['I/OAT', 'CBDMA'],
    note: 'One channel of the DMA engine in Skylake-SP: it copies memory, peers’ included.',
    ids: [0x8086, 0x2021],
    classCode: 0x088000,
    type: 'rciep',
    link: INTEGRATED,
    driver: known('ioatdma', kernel('its list of ids', 'drivers/dma/ioat/init.c')),
    plan: { acs: known(null, TAKEN_AS_ABSENT) },
  }),
];
