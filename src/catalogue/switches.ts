import { ACS_ROOT_PORT } from './acsPlans.ts';
import { UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { SwitchPart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { CONVENTION, PCIE_DEVICES } from './sources.ts';
import { SMALL_SWITCHES } from './switchesAsmedia.ts';
import { BROADCOM_SWITCHES } from './switchesBroadcom.ts';
import { PLX_SWITCHES } from './switchesPlx.ts';
import { SWITCHTEC_SWITCHES } from './switchesSwitchtec.ts';

/** Stands for any switch: the ids are those of the switch that QEMU models. */
const GENERIC_SWITCH: SwitchPart = {
  kind: 'switch',
  id: 'switch',
  title: 'Generic switch',
  aliases: [],
  note: 'A switch with as many ports as are drawn, without management functions.',
  upstream: {
    pciId: known(pciIdOf(0x104c, 0x8232), CONVENTION),
    acs: known(null, CONVENTION),
    maxPayload: known(512, CONVENTION),
  },
  downstream: {
    pciId: known(pciIdOf(0x104c, 0x8233), CONVENTION),
    acs: known(ACS_ROOT_PORT, CONVENTION),
    maxPayload: known(512, CONVENTION),
  },
  maxPorts: known(32, PCIE_DEVICES),
  lanes: UNKNOWN_FIGURE,
  link: known({ gts: 32, width: 16 }, CONVENTION),
  latencyNs: UNKNOWN_FIGURE,
  management: [],
  portsAre: known('devices', CONVENTION),
};

/** All switches: the generic one first, then by maker and age. */
export const SWITCHES: readonly SwitchPart[] = [
  GENERIC_SWITCH,
  ...PLX_SWITCHES,
  ...BROADCOM_SWITCHES,
  ...SWITCHTEC_SWITCHES,
  ...SMALL_SWITCHES,
];
