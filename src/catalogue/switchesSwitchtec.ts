import { ACS_ROOT_PORT_DT } from './acsPlans.ts';
import { switchFunction } from './devicePlans.ts';
import { type Figure, type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { FunctionPlan, SwitchPart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { ACS_NOT_SEEN, PCI_IDS } from './sources.ts';
import { switchPart } from './switchRow.ts';

const MICROSEMI = 0x11f8;
const DRIVER: Source = {
  title: 'Linux, drivers/pci/switch/switchtec.c, switchtec_pci_tbl[]',
  url: 'https://github.com/torvalds/linux/blob/master/drivers/pci/switch/switchtec.c',
  quality: 'kernel',
};
const TIOGA: Source = {
  title: 'hwloc file of Tioga with PFX 28xG4 and PAX 100xG4: ports are devices 00.0 to 11.0',
  url: 'https://github.com/LLNL/mpibind/blob/master/topo-xml/eas-tioga.xml',
  quality: 'report',
};
const LINLEY: Source = {
  title:
    'Linley Group, Microchip Enables PCIe Gen5 for AI: 28 to 100 lanes, 16 to 52 ports, as Gen4',
  url: 'https://linleygroup.com/newsletters/newsletter_detail.php?num=6278&year=2021&tag=3',
  quality: 'report',
};
const GEN3_LATENCY: Source = {
  title: 'andre-richter/pcie-lat issue 4: the maker’s tool reads 85 to 140 ns; the slowest here',
  url: 'https://github.com/andre-richter/pcie-lat/issues/4',
  quality: 'report',
};
const C_PAYNE: Source = {
  title: 'voipmonitor/rtx6kpro wiki: c-payne board with a PM50100, shown as 1f18:0101',
  url: 'https://github.com/voipmonitor/rtx6kpro',
  quality: 'report',
};
const C_PAYNE_SHOP: Source = {
  title: 'c-payne PCIe gen5 MCIO switch: 100 lanes; x16 up, five x16 and one x4 down by default',
  url: 'https://c-payne.com/products/pcie-gen5-mcio-switch-100-lane-microchip-switchtec-pm50100',
  quality: 'datasheet',
};

const ACS = known(ACS_ROOT_PORT_DT, ACS_NOT_SEEN);
const DEVICES = known('devices', TIOGA);

/** The management endpoint is function 1 beside the upstream port and has the switch's id. */
const management = (pciId: FunctionPlan['pciId']): readonly FunctionPlan[] => [
  switchFunction('management', {
    pciId,
    classCode: known(0x058000, DRIVER),
    driver: known('switchtec', DRIVER),
  }),
];

const GTS = { 3: 8, 4: 16, 5: 32 } as const;

interface Row {
  readonly generation: 3 | 4 | 5;
  readonly device: number;
  readonly lanes: number;
  readonly part: string;
  readonly family?: 'PFX' | 'PAX' | 'PSX';
  readonly ports?: number;
}

function switchtec({ generation, device, lanes, part, family = 'PFX', ports }: Row): SwitchPart {
  const source = generation === 3 && family === 'PFX' ? PCI_IDS : DRIVER;
  const pciId = known(pciIdOf(MICROSEMI, device), source);
  const name = `${family} ${lanes}xG${generation}`;
  const latencyNs: Figure<number> = generation === 3 ? known(140, GEN3_LATENCY) : UNKNOWN_FIGURE;
  return switchPart({
    id: part.toLowerCase(),
    title: `Microchip Switchtec ${name}${family === 'PAX' ? '' : ` (${part})`}`,
    aliases: family === 'PAX' ? [] : [name],
    note: `Gen${generation}, ${lanes} lanes. A management endpoint is function 1 of the upstream port.`,
    pciId,
    acs: ACS,
    lanes: known(lanes, source),
    maxPorts: ports === undefined ? UNKNOWN_FIGURE : known(ports - 1, LINLEY),
    link: known({ gts: GTS[generation], width: 16 }, source),
    latencyNs,
    management: management(pciId),
    portsAre: DEVICES,
  });
}

/** Switchtec, of Microsemi, now Microchip. */
export const SWITCHTEC_SWITCHES: readonly SwitchPart[] = [
  switchtec({ generation: 3, device: 0x8531, lanes: 24, part: 'PM8531' }),
  switchtec({ generation: 3, device: 0x8532, lanes: 32, part: 'PM8532' }),
  switchtec({ generation: 3, device: 0x8533, lanes: 48, part: 'PM8533' }),
  switchtec({ generation: 3, device: 0x8534, lanes: 64, part: 'PM8534' }),
  switchtec({ generation: 3, device: 0x8535, lanes: 80, part: 'PM8535' }),
  switchtec({ generation: 3, device: 0x8536, lanes: 96, part: 'PM8536' }),
  switchtec({ generation: 3, device: 0x8546, lanes: 96, part: 'PM8546', family: 'PSX' }),
  switchtec({ generation: 4, device: 0x4028, lanes: 28, part: 'PM40028', ports: 16 }),
  switchtec({ generation: 4, device: 0x4036, lanes: 36, part: 'PM40036' }),
  switchtec({ generation: 4, device: 0x4052, lanes: 52, part: 'PM40052' }),
  switchtec({ generation: 4, device: 0x4068, lanes: 68, part: 'PM40068' }),
  switchtec({ generation: 4, device: 0x4084, lanes: 84, part: 'PM40084' }),
  switchtec({ generation: 4, device: 0x4000, lanes: 100, part: 'PM40100', ports: 52 }),
  switchtec({ generation: 4, device: 0x4200, lanes: 100, part: 'PAX-100xG4', family: 'PAX' }),
  switchtec({ generation: 5, device: 0x5028, lanes: 28, part: 'PM50028', ports: 16 }),
  switchtec({ generation: 5, device: 0x5036, lanes: 36, part: 'PM50036' }),
  switchtec({ generation: 5, device: 0x5052, lanes: 52, part: 'PM50052' }),
  switchtec({ generation: 5, device: 0x5068, lanes: 68, part: 'PM50068' }),
  switchtec({ generation: 5, device: 0x5084, lanes: 84, part: 'PM50084' }),
  switchtec({ generation: 5, device: 0x5000, lanes: 100, part: 'PM50100', ports: 52 }),
  switchPart({
    id: 'c-payne-gen5',
    title: 'c-payne Gen5 MCIO switch (PM50100)',
    aliases: ['c-payne'],
    note: 'A PM50100 on a board of its own, with the board maker’s ids.',
    pciId: known(pciIdOf(0x1f18, 0x0101), C_PAYNE),
    acs: ACS,
    lanes: known(100, C_PAYNE_SHOP),
    maxPorts: known(6, C_PAYNE_SHOP),
    link: known({ gts: 32, width: 16 }, C_PAYNE_SHOP),
    portsAre: DEVICES,
  }),
];
