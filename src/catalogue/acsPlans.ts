import type { AcsPlan } from './part.ts';

/*
 * Capability words (PCIe base specification 7.7.11.2): SV 01, TB 02, RR 04, CR 08, UF 10, EC 20,
 * DT 40. The control words are what firmware leaves when it does not care: nothing set.
 */

/** SV, TB, RR, CR, UF. */
export const ACS_ROOT_PORT: AcsPlan = { capability: 0x1f, control: 0 };

/** The same with Direct Translated P2P: QEMU's root ports. */
export const ACS_ROOT_PORT_DT: AcsPlan = { capability: 0x5f, control: 0 };

/** All seven: a switch that also has an egress vector. */
export const ACS_SWITCH_PORT: AcsPlan = { capability: 0x7f, control: 0 };
