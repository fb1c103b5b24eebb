import { ACS_ROOT_PORT, ACS_SWITCH_PORT } from './acsPlans.ts';
import { KIB, mem32, switchFunction } from './devicePlans.ts';
import type { Source } from './figure.ts';
import { known } from './known.ts';
import type { FunctionPlan, SwitchPart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { ACS_NOT_SEEN, PCI_IDS } from './sources.ts';
import { switchPart } from './switchRow.ts';

const PLX = 0x10b5;
const LISTING: Source = {
  title: 'lspci of a machine with PEX 8725 and PEX 8748, linux-pci list, 24 November 2025',
  url: 'https://lore.kernel.org/linux-pci/',
  quality: 'report',
};
/** No listing of this one: what both siblings have. */
const LIKE_SIBLINGS: Source = {
  title:
    'As listings of PEX 8725 and PEX 8748 show: all seven bits of ACS, one BAR of the upstream port',
  url: null,
  quality: 'convention',
};
const BRIEF_8747: Source = {
  title: 'PLX, PEX 8747 product brief: cut-thru in 100 ns at most, payload of 2 KB',
  url: 'https://id.scribd.com/document/364681619/PEX8747-Product-Brief-v1-0-20Oct10-2',
  quality: 'datasheet',
};
const BRIEF_8748: Source = {
  title: 'PLX, PEX 8748 product brief: cut-thru in 100 ns at most, payload of 2 KB',
  url: 'https://datasheet.eeworld.com.cn/view/8882275.html',
  quality: 'datasheet',
};
const BRIEF_8647: Source = {
  title: 'PLX, PEX 8647 product brief: cut-thru in 140 ns at most, payload of 2 KB',
  url: 'https://pdf.products.network/2dcc5308/avagotech.com/PEX8647-BB%20RDK.html',
  quality: 'datasheet',
};

const id = (device: number) => known(pciIdOf(PLX, device), PCI_IDS);
const ids = <T>(value: T) => known(value, PCI_IDS);
/** In the names of the list: lanes and ports; one port is the upstream one. */
const size = (lanes: number, ports: number) => ({ lanes: ids(lanes), maxPorts: ids(ports - 1) });
/** What the two listed ones show, and what others of the generation are taken to show. */
const gen3 = (source: Source) => ({
  link: ids({ gts: 8, width: 16 }),
  acs: known(ACS_SWITCH_PORT, source),
  upstreamAcs: known(null, source),
  upstreamBars: known([mem32(0, 256 * KIB)], source),
  portsAre: known('devices', source),
});
const SEEN = gen3(LISTING);
const LIKELY = gen3(LIKE_SIBLINGS);

const DMA_CLASS: Source = {
  title: 'PCI Code and ID Assignment: other system peripherals, as DMA engines show themselves',
  url: null,
  quality: 'convention',
};

/** The first of the DMA functions beside the upstream port; up to four can be shown. */
const DMA: FunctionPlan = switchFunction('dma', {
  pciId: id(0x87d0),
  classCode: known(0x088000, DMA_CLASS),
});

/** ExpressLane switches of PLX, later Avago and Broadcom, of generations 2 and 3. */
export const PLX_SWITCHES: readonly SwitchPart[] = [
  switchPart({
    id: 'pex8647',
    title: 'PLX PEX 8647',
    note: 'Gen2: one x16 up, two x16 down. Its brief says that it has ACS.',
    pciId: id(0x8647),
    acs: known(ACS_ROOT_PORT, ACS_NOT_SEEN),
    ...size(48, 3),
    link: ids({ gts: 5, width: 16 }),
    latencyNs: known(140, BRIEF_8647),
    maxPayload: known(2048, BRIEF_8647),
  }),
  switchPart({
    ...LIKELY,
    id: 'pex8724',
    title: 'PLX PEX 8724',
    note: 'Gen3.',
    pciId: id(0x8724),
    ...size(24, 6),
  }),
  switchPart({
    ...SEEN,
    id: 'pex8725',
    title: 'PLX PEX 8725',
    note: 'Gen3, with DMA functions beside the upstream port where they are enabled.',
    pciId: id(0x8725),
    ...size(24, 10),
    maxPayload: known(1024, LISTING),
  }),
  switchPart({
    ...LIKELY,
    id: 'pex8732',
    title: 'PLX PEX 8732',
    note: 'Gen3.',
    pciId: id(0x8732),
    ...size(32, 8),
  }),
  switchPart({
    ...LIKELY,
    id: 'pex8747',
    title: 'PLX PEX 8747',
    note: 'Gen3, on many boards and dual-GPU cards: one x16 up, two x16 or four x8 down.',
    pciId: id(0x8747),
    ...size(48, 5),
    latencyNs: known(100, BRIEF_8747),
    maxPayload: known(2048, BRIEF_8747),
  }),
  switchPart({
    ...SEEN,
    id: 'pex8748',
    title: 'PLX PEX 8748',
    note: 'Gen3.',
    pciId: id(0x8748),
    ...size(48, 12),
    latencyNs: known(100, BRIEF_8748),
    maxPayload: known(2048, BRIEF_8748),
  }),
  switchPart({
    ...LIKELY,
    id: 'pex8749',
    title: 'PLX PEX 8749',
    note: 'Gen3, with a DMA function beside the upstream port.',
    pciId: id(0x8749),
    ...size(48, 18),
    management: [DMA],
  }),
  switchPart({
    ...LIKELY,
    id: 'pex9733',
    title: 'PLX PEX 9733',
    note: 'Gen3, ExpressFabric.',
    pciId: id(0x9733),
    ...size(33, 9),
  }),
  switchPart({
    ...LIKELY,
    id: 'pex9749',
    title: 'PLX PEX 9749',
    note: 'Gen3, ExpressFabric.',
    pciId: id(0x9749),
    ...size(49, 13),
  }),
];
