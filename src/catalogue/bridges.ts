import { type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { BridgePart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { CONVENTION, PCI_IDS } from './sources.ts';

/** Linux, drivers/pci/quirks.c: bridges that hide their PCI Express capability. */
const HIDDEN: Source = {
  title: 'Linux, drivers/pci/quirks.c: this bridge shows no PCI Express capability',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/pci/quirks.c',
  quality: 'kernel',
};
const XIO2001: Source = {
  title: 'lspci of machines with XIO2001, linux-pci list',
  url: 'https://lore.kernel.org/linux-pci/',
  quality: 'report',
};
const ESC8000: Source = {
  title: 'Full lspci of an ASUS ESC8000A-E13P: AST1150 before the board’s graphics',
  url: 'https://github.com/voipmonitor/rtx6kpro/blob/29f3863a371d43dfa3c21899911225894037deed/logs/asus-report/lspci_full.log',
  quality: 'report',
};

/** Below it one bus is shared by all, which ACS says nothing of. */
const NO_ACS = known(null, {
  title: 'Taken as absent: no bridge listed has it (AST1150, XIO2001)',
  url: null,
  quality: 'convention',
} satisfies Source);

const CLASS = known(0x060400, PCI_IDS);
const ids = (vendor: number, device: number) => known(pciIdOf(vendor, device), PCI_IDS);

/** Bridges to and from conventional PCI: the generic one, then by maker. */
export const BRIDGES: readonly BridgePart[] = [
  {
    kind: 'bridge',
    id: 'bridge',
    title: 'Generic PCIe to PCI bridge',
    aliases: [],
    note: 'From PCI Express to conventional PCI.',
    type: 'pcie-to-pci',
    pciId: known(pciIdOf(0x1b36, 0x0f0b), CONVENTION),
    classCode: known(0x060400, CONVENTION),
    link: known({ gts: 2.5, width: 1 }, CONVENTION),
    acs: known(null, CONVENTION),
  },
  {
    kind: 'bridge',
    id: 'conventional-bridge',
    title: 'Generic PCI to PCI bridge',
    aliases: ['PCI-to-PCI bridge'],
    note: 'Between two conventional buses.',
    type: 'conventional-bridge',
    pciId: known(pciIdOf(0x1b36, 0x0f0a), CONVENTION),
    classCode: known(0x060400, CONVENTION),
    link: known(null, CONVENTION),
    acs: known(null, CONVENTION),
  },
  {
    kind: 'bridge',
    id: 'asm1083',
    title: 'ASMedia ASM1083/1085',
    aliases: ['ASM1085'],
    note: 'Shows itself as a conventional bridge; Linux knows it by a quirk, for its aliases.',
    type: 'conventional-bridge',
    pciId: ids(0x1b21, 0x1080),
    classCode: known(0x060401, HIDDEN),
    link: known(null, HIDDEN),
    acs: known(null, HIDDEN),
  },
  {
    kind: 'bridge',
    id: 'ast1150',
    title: 'ASPEED AST1150',
    aliases: [],
    note: 'Stands before the graphics of a board’s management controller.',
    type: 'pcie-to-pci',
    pciId: ids(0x1a03, 0x1150),
    classCode: CLASS,
    link: known({ gts: 5, width: 1 }, ESC8000),
    acs: known(null, ESC8000),
  },
  {
    kind: 'bridge',
    id: 'xio2000',
    title: 'Texas Instruments XIO2000(A)/XIO2200A',
    aliases: ['XIO2000A'],
    note: 'One lane of the first generation.',
    type: 'pcie-to-pci',
    pciId: ids(0x104c, 0x8231),
    classCode: CLASS,
    link: known({ gts: 2.5, width: 1 }, XIO2001),
    acs: known(null, XIO2001),
  },
  {
    kind: 'bridge',
    id: 'xio2001',
    title: 'Texas Instruments XIO2001',
    aliases: [],
    note: 'One lane of the first generation.',
    type: 'pcie-to-pci',
    pciId: ids(0x104c, 0x8240),
    classCode: CLASS,
    link: known({ gts: 2.5, width: 1 }, XIO2001),
    acs: known(null, XIO2001),
  },
  {
    kind: 'bridge',
    id: 'pex8111',
    title: 'PLX PEX 8111',
    aliases: [],
    note: 'From PCI Express to PCI; it can also work the other way round.',
    type: 'pcie-to-pci',
    pciId: ids(0x10b5, 0x8111),
    classCode: CLASS,
    link: UNKNOWN_FIGURE,
    acs: NO_ACS,
  },
  {
    kind: 'bridge',
    id: 'pex8112',
    title: 'PLX PEX 8112',
    aliases: [],
    note: 'One lane.',
    type: 'pcie-to-pci',
    pciId: ids(0x10b5, 0x8112),
    classCode: CLASS,
    link: UNKNOWN_FIGURE,
    acs: NO_ACS,
  },
  {
    kind: 'bridge',
    id: 'pex8114',
    title: 'PLX PEX 8114',
    aliases: [],
    note: 'To PCI and PCI-X.',
    type: 'pcie-to-pci',
    pciId: ids(0x10b5, 0x8114),
    classCode: CLASS,
    link: UNKNOWN_FIGURE,
    acs: NO_ACS,
  },
  {
    kind: 'bridge',
    id: 'pi7c9x110',
    title: 'Pericom PI7C9X110',
    aliases: [],
    note: 'From PCI Express to PCI.',
    type: 'pcie-to-pci',
    pciId: ids(0x12d8, 0xe110),
    classCode: CLASS,
    link: UNKNOWN_FIGURE,
    acs: NO_ACS,
  },
  {
    kind: 'bridge',
    id: 'pi7c9x111sl',
    title: 'Pericom PI7C9X111SL',
    aliases: [],
    note: 'From PCI Express to PCI, or the other way round.',
    type: 'pcie-to-pci',
    pciId: ids(0x12d8, 0xe111),
    classCode: CLASS,
    link: UNKNOWN_FIGURE,
    acs: NO_ACS,
  },
];
