import { ACS_ROOT_PORT_DT } from './acsPlans.ts';
import { type Source, UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { SwitchPart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { PCI_IDS, PCI_IDS_2026 } from './sources.ts';
import { switchPart } from './switchRow.ts';

const BROADCOM = 0x1000;
const TURIN_SERVER: Source = {
  title: 'Full lspci of an ASUS ESC8000A-E13P with four PEX890xx',
  url: 'https://github.com/voipmonitor/rtx6kpro/blob/29f3863a371d43dfa3c21899911225894037deed/logs/asus-report/lspci_full.log',
  quality: 'report',
};
const SYNTHETIC: Source = {
  title: 'intel/compute-runtime issue 935: two cards below a PEX880xx, ports 00.0 and 10.0',
  url: 'https://github.com/intel/compute-runtime/issues/935',
  quality: 'report',
};
const LIKE_890XX: Source = {
  title: 'As a listing of PEX890xx shows: SV, TB, RR, CR, UF, DT',
  url: null,
  quality: 'convention',
};

const MANAGED = 'Its management endpoint (1000:00b2) sits below a port of its own, 1f.0.';

/** Sizes stand in the names of the subsystem ids: one port is the upstream one. */
function gen4(lanes: number, name: string): SwitchPart {
  return switchPart({
    id: `pex${name}`,
    title: `Broadcom PEX${name}`,
    aliases: [`PEX ${name}`],
    note: `Gen4. Firmware may leave ACS redirect on, which sends peers to the root complex. ${MANAGED}`,
    pciId: known(pciIdOf(BROADCOM, 0xc010), PCI_IDS),
    acs: known(ACS_ROOT_PORT_DT, LIKE_890XX),
    lanes: known(lanes, PCI_IDS_2026),
    maxPorts: known(lanes - 1, PCI_IDS_2026),
    link: known({ gts: 16, width: 16 }, PCI_IDS_2026),
    portsAre: known('devices', SYNTHETIC),
  });
}

function gen5(device: number, lanes: number, ports: number, name: string): SwitchPart {
  return switchPart({
    id: `pex${name}`,
    title: `Broadcom PEX${name}`,
    aliases: [`PEX ${name}`],
    note: `Gen5. Which of the family it is shows in its subsystem id only. ${MANAGED}`,
    pciId: known(pciIdOf(BROADCOM, device), PCI_IDS),
    acs: known(ACS_ROOT_PORT_DT, TURIN_SERVER),
    upstreamAcs: known(null, TURIN_SERVER),
    maxPayload: known(2048, TURIN_SERVER),
    lanes: known(lanes, PCI_IDS_2026),
    maxPorts: known(ports - 1, PCI_IDS_2026),
    link: known({ gts: 32, width: 16 }, TURIN_SERVER),
    portsAre: known('devices', TURIN_SERVER),
  });
}

/** PEX880xx, PEX890xx and their successor. */
export const BROADCOM_SWITCHES: readonly SwitchPart[] = [
  gen4(24, '88024'),
  gen4(32, '88032'),
  gen4(50, '88048'),
  gen4(64, '88064'),
  gen4(80, '88080'),
  gen4(98, '88096'),
  gen5(0xc034, 24, 24, '89024'),
  gen5(0xc034, 32, 32, '89032'),
  gen5(0xc034, 48, 48, '89048'),
  gen5(0xc030, 72, 36, '89072'),
  gen5(0xc030, 88, 44, '89088'),
  gen5(0xc030, 104, 52, '89104'),
  gen5(0xc030, 144, 72, '89144'),
  switchPart({
    id: 'pex90xxx',
    title: 'Broadcom PEX90xxx',
    note: 'Gen6. Nothing but its id was found.',
    pciId: known(pciIdOf(BROADCOM, 0xc040), PCI_IDS_2026),
    acs: known(ACS_ROOT_PORT_DT, LIKE_890XX),
    link: known({ gts: 64, width: 16 }, PCI_IDS_2026),
    maxPayload: UNKNOWN_FIGURE,
  }),
];
