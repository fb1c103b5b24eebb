import { ACS_ROOT_PORT_DT, ACS_SWITCH_PORT } from './acsPlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { AcsPlan, SwitchPart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS, PCI_IDS_2026 } from './sources.ts';
import { switchPart } from './switchRow.ts';

const ASMEDIA = 0x1b21;
const PERICOM = 0x12d8;
const LISTING_1812: Source = {
  title: 'lspci of a machine with an ASM1812, linux-pci list, 25 February 2023',
  url: 'https://lore.kernel.org/linux-pci/',
  quality: 'report',
};
const LISTING_1184: Source = {
  title: 'lspci of a RockPro64 with an ASM1184e, linux-pci list',
  url: 'https://lore.kernel.org/linux-pci/',
  quality: 'report',
};
const LISTING_608: Source = {
  title: 'lspci of a workstation with a PI7C9X2G608GP, iommu list, November 2020',
  url: 'https://lore.kernel.org/linux-iommu/',
  quality: 'report',
};
const LIKE_608: Source = {
  title: 'As a listing of PI7C9X2G608GP shows: all seven bits',
  url: null,
  quality: 'convention',
};
const LIKE_1812: Source = {
  title: 'As a listing of ASM1812 shows: SV, TB, RR, CR, UF, DT',
  url: null,
  quality: 'convention',
};
const LIKE_1184: Source = {
  title: 'As a listing of ASM1184e shows: no capability',
  url: null,
  quality: 'convention',
};

interface Row {
  readonly device: number;
  readonly name: string;
  readonly ports: number | null;
  /** Lanes of the upstream link, as the list's names say it. */
  readonly width: number | null;
  readonly gts: number;
  readonly acs: Figure<AcsPlan | null>;
  readonly maxPayload?: Figure<number>;
  readonly source: Source;
}

const NAMES: readonly Row[] = [
  row(0x1182, 'ASM1182e', 2, 1, 5, known(null, LIKE_1184)),
  {
    ...row(0x1184, 'ASM1184e', 4, 1, 5, known(null, LISTING_1184)),
    maxPayload: known(256, LISTING_1184),
  },
  row(0x1187, 'ASM1187e', 7, 1, 5, known(null, LIKE_1184)),
  row(0x1806, 'ASM1806', 4, 2, 5, known(ACS_ROOT_PORT_DT, LIKE_1812), PCI_IDS_2026),
  {
    ...row(0x1812, 'ASM1812', 6, 4, 5, known(ACS_ROOT_PORT_DT, LISTING_1812)),
    maxPayload: known(512, LISTING_1812),
  },
  row(0x1824, 'ASM1824', 12, 8, 5, known(ACS_ROOT_PORT_DT, LIKE_1812), PCI_IDS_2026),
  row(0x2806, 'ASM2806', 4, 2, 8, known(ACS_ROOT_PORT_DT, LIKE_1812), PCI_IDS_2026),
  row(0x2812, 'ASM2812', 6, 4, 8, known(ACS_ROOT_PORT_DT, LIKE_1812), PCI_IDS_2026),
  row(0x2824, 'ASM2824', null, null, 8, known(ACS_ROOT_PORT_DT, LIKE_1812)),
];

function row(
  device: number,
  name: string,
  ports: number | null,
  width: number | null,
  gts: number,
  acs: Row['acs'],
  source: Source = PCI_IDS,
): Row {
  return { device, name, ports, width, gts, acs, source };
}

function asmedia({ device, name, ports, width, gts, acs, source, maxPayload }: Row): SwitchPart {
  const generation = gts === 8 ? 3 : 2;
  return switchPart({
    id: name.toLowerCase(),
    title: `ASMedia ${name}`,
    note: `Gen${generation}, on boards and on cards with several drives.`,
    pciId: known(pciIdOf(ASMEDIA, device), source),
    acs,
    maxPorts: ports === null ? UNKNOWN_FIGURE : known(ports, source),
    link: width === null ? UNKNOWN_FIGURE : known({ gts, width }, source),
    portsAre: known('devices', LISTING_1812),
    ...(maxPayload === undefined ? {} : { maxPayload }),
  });
}

/** Small switches of boards and cards. */
export const SMALL_SWITCHES: readonly SwitchPart[] = [
  ...NAMES.map(asmedia),
  switchPart({
    id: 'pi7c9x2g608gp',
    title: 'Pericom PI7C9X2G608GP',
    aliases: ['Diodes PI7C9X2G608GP'],
    note: 'Gen2, six ports, eight lanes.',
    pciId: known(pciIdOf(PERICOM, 0x2608), PCI_IDS),
    acs: known(ACS_SWITCH_PORT, LISTING_608),
    upstreamAcs: known(null, LISTING_608),
    maxPayload: known(512, LISTING_608),
    lanes: known(8, PCI_IDS),
    maxPorts: known(5, PCI_IDS),
    link: UNKNOWN_FIGURE,
  }),
  switchPart({
    id: 'pi7c9x2g404',
    title: 'Pericom PI7C9X2G404',
    aliases: ['PI7C9X2G404EL', 'PI7C9X2G404SL'],
    note:
      'Gen2, four ports, four lanes. With request redirect on a port, Linux switches the upstream ' +
      'port to store and forward.',
    pciId: known(pciIdOf(PERICOM, 0x2404), PCI_IDS),
    acs: known(ACS_SWITCH_PORT, LIKE_608),
    lanes: known(4, PCI_IDS),
    maxPorts: known(3, PCI_IDS),
    link: UNKNOWN_FIGURE,
  }),
];
