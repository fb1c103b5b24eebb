import type { PciId } from '../model/pciFunction.ts';
import { ACS_ROOT_PORT, ACS_ROOT_PORT_DT } from './acsPlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { AcsPlan, LinkPlan, SwitchPart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { ACS_NOT_SEEN, PCI_IDS } from './sources.ts';
import { listing, report, TAKEN_AS_ABSENT } from './sourcesDevices.ts';

/*
 * Switches that sit on cards in front of a chip and are bought with it. Cards name them as their
 * on-board switch; by themselves they are of little use.
 */

const NAVI: Source = listing(
  'a Radeon of the Navi family with its two ports, amd-gfx mailing list, 2022',
  'https://lore.kernel.org/amd-gfx/',
);
const MI100: Source = report(
  'lspci -nn with four Instinct MI100, discussion of ROCm',
  'https://github.com/ROCm/legacy-rocm-build/issues/2927',
);
const MI210: Source = report('lspci of a server with eight Instinct MI210', null);
const MI300: Source = report('lspci -k of a server with eight Instinct MI300X', null);
const DG2: Source = report(
  'lspci -vv of an Arc A750',
  'https://github.com/geerlingguy/raspberry-pi-pcie-devices/issues/510',
);
const BATTLEMAGE: Source = report(
  'lspci -vv of an Arc B570 and boot logs of Arc Pro B50 and B70',
  'https://github.com/geerlingguy/raspberry-pi-pcie-devices/issues/695',
);
const BLUEFIELD: Source = report(
  'lspci of a server with two BlueField-2 in PCIe switch mode',
  null,
);

interface Row {
  readonly id: string;
  readonly title: string;
  readonly upstream: Figure<PciId>;
  readonly downstream: Figure<PciId>;
  readonly link: Figure<LinkPlan>;
  readonly acs: Figure<AcsPlan | null>;
  readonly maxPayload?: Figure<number>;
  readonly portsAre: Figure<'devices' | 'functions'>;
}

function onCard(row: Row): SwitchPart {
  const { id, title, upstream, downstream, link, acs, portsAre } = row;
  const maxPayload = row.maxPayload ?? UNKNOWN_FIGURE;
  return {
    kind: 'switch',
    id,
    title,
    aliases: [],
    note: 'On cards, in front of the chip; not sold by itself.',
    upstream: { pciId: upstream, acs: known(null, TAKEN_AS_ABSENT), maxPayload },
    downstream: { pciId: downstream, acs, maxPayload },
    maxPorts: UNKNOWN_FIGURE,
    lanes: UNKNOWN_FIGURE,
    link,
    latencyNs: UNKNOWN_FIGURE,
    management: [],
    portsAre,
  };
}

const AMD_GPU = 0x1002;
const AMD = 0x1022;
const INTEL = 0x8086;
const MELLANOX = 0x15b3;
const LIKELY = known(ACS_ROOT_PORT, ACS_NOT_SEEN);

export const SWITCHES_ON_CARDS: readonly SwitchPart[] = [
  onCard({
    id: 'on-vega20',
    title: 'Switch on AMD Vega 20 and Arcturus cards',
    upstream: known(pciIdOf(AMD_GPU, 0x14a0), MI100),
    downstream: known(pciIdOf(AMD_GPU, 0x14a1), MI100),
    link: UNKNOWN_FIGURE,
    acs: LIKELY,
    portsAre: known('devices', MI100),
  }),
  onCard({
    id: 'on-navi',
    title: 'Switch on AMD Navi cards',
    upstream: known(pciIdOf(AMD_GPU, 0x1478), PCI_IDS),
    downstream: known(pciIdOf(AMD_GPU, 0x1479), PCI_IDS),
    link: known({ gts: 16, width: 16 }, NAVI),
    acs: known(ACS_ROOT_PORT_DT, NAVI),
    maxPayload: known(512, NAVI),
    portsAre: known('devices', NAVI),
  }),
  onCard({
    id: 'on-mi200',
    title: 'Switch on AMD Instinct MI200 cards',
    upstream: known(pciIdOf(AMD, 0x14c7), MI210),
    downstream: known(pciIdOf(AMD_GPU, 0x14c8), MI210),
    link: UNKNOWN_FIGURE,
    acs: LIKELY,
    portsAre: known('devices', MI210),
  }),
  onCard({
    id: 'on-mi300',
    title: 'Switch on AMD Instinct MI300 modules',
    upstream: known(pciIdOf(AMD, 0x1500), MI300),
    downstream: known(pciIdOf(AMD_GPU, 0x1501), MI300),
    link: UNKNOWN_FIGURE,
    acs: LIKELY,
    portsAre: known('devices', MI300),
  }),
  onCard({
    id: 'on-dg2',
    title: 'Switch on Intel Arc A cards',
    upstream: known(pciIdOf(INTEL, 0x4fa0), DG2),
    downstream: known(pciIdOf(INTEL, 0x4fa4), DG2),
    link: UNKNOWN_FIGURE,
    acs: LIKELY,
    portsAre: known('devices', DG2),
  }),
  onCard({
    id: 'on-battlemage',
    title: 'Switch on Intel Arc B cards',
    upstream: known(pciIdOf(INTEL, 0xe2ff), BATTLEMAGE),
    downstream: known(pciIdOf(INTEL, 0xe2f0), BATTLEMAGE),
    link: UNKNOWN_FIGURE,
    acs: LIKELY,
    portsAre: known('devices', BATTLEMAGE),
  }),
  onCard({
    id: 'on-bluefield2',
    title: 'Switch in NVIDIA BlueField-2',
    upstream: known(pciIdOf(MELLANOX, 0x1978), PCI_IDS),
    downstream: known(pciIdOf(MELLANOX, 0x1978), PCI_IDS),
    link: UNKNOWN_FIGURE,
    acs: LIKELY,
    portsAre: known('devices', BLUEFIELD),
  }),
  onCard({
    id: 'on-bluefield3',
    title: 'Switch in NVIDIA BlueField-3',
    upstream: known(pciIdOf(MELLANOX, 0x197b), PCI_IDS),
    downstream: known(pciIdOf(MELLANOX, 0x197b), PCI_IDS),
    link: UNKNOWN_FIGURE,
    acs: LIKELY,
    portsAre: known('devices', BLUEFIELD),
  }),
];
