import type { Cpu, IommuHardware } from '../model/settings.ts';
import { ACS_ROOT_PORT, ACS_ROOT_PORT_DT } from './acsPlans.ts';
import type { Figure, Source } from './figure.ts';
import { known } from './known.ts';
import type { AcsPlan, RootPortPlan } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import {
  ACS_NOT_SEEN,
  CPU_FAMILY,
  IOMMU_DRIVERS,
  MAILING_LIST,
  P2PDMA_LIST,
  PCI_IDS,
} from './sources.ts';

/*
 * Figures that several platforms share.
 */

const INTEL = 0x8086;
const AMD = 0x1022;

export const HOST_BRIDGE_CLASS = known(0x060000, PCI_IDS);

export const INTEL_CPU: Figure<Cpu> = known(
  { arch: 'x86', vendor: 'GenuineIntel', family: 6 },
  CPU_FAMILY,
);
export const ARM_CPU: Figure<Cpu> = known(
  { arch: 'arm64', vendor: null, family: null },
  { title: 'Arm64 has no vendor string and family', url: null, quality: 'specification' },
);
export const VT_D: Figure<IommuHardware> = known('intel', IOMMU_DRIVERS);
export const AMD_VI: Figure<IommuHardware> = known('amd', IOMMU_DRIVERS);
export const SMMU: Figure<IommuHardware> = known('smmu', IOMMU_DRIVERS);

export const intel = (device: number, source: Source = PCI_IDS) =>
  known(pciIdOf(INTEL, device), source);
export const amd = (device: number, source: Source = PCI_IDS) =>
  known(pciIdOf(AMD, device), source);
export const amdCpu = (family: number): Figure<Cpu> =>
  known({ arch: 'x86', vendor: 'AuthenticAMD', family }, CPU_FAMILY);

/** The id of a part of which only the maker is known. */
export const ofMaker = (vendor: number) =>
  known({ vendor, device: 'unknown' } as const, {
    title: 'Its maker’s vendor id; its own device id was not found',
    url: 'https://pci-ids.ucw.cz/',
    quality: 'ids',
  });

/** A kernel that lists a root complex takes it to pass writes and reads. */
export const LISTED = {
  forwardsWrites: known(true, P2PDMA_LIST),
  forwardsReads: known(true, P2PDMA_LIST),
} as const;

/** Haswell-E and Broadwell-E listings: SV, TB, RR, CR, UF, nothing set at boot. */
export const ACS_SEEN: Figure<AcsPlan> = known(ACS_ROOT_PORT, MAILING_LIST);
/** AMD's GPP bridges: the same with Direct Translated P2P. */
export const ACS_SEEN_DT: Figure<AcsPlan> = known(ACS_ROOT_PORT_DT, MAILING_LIST);
/** AMD's ports of other generations all have it; of this one no listing was found. */
export const ACS_LIKE_OTHERS: Figure<AcsPlan> = known(ACS_ROOT_PORT_DT, {
  title: 'As the GPP bridges of Rome, Turin, Raven and Raphael: SV, TB, RR, CR, UF, DT',
  url: null,
  quality: 'convention',
});
export const ACS_ASSUMED: Figure<AcsPlan> = known(ACS_ROOT_PORT, ACS_NOT_SEEN);

/** A root port with sixteen lanes at most. */
export function rootPort(
  pciId: RootPortPlan['pciId'],
  gts: Figure<number>,
  acs: RootPortPlan['acs'],
  maxPayload: RootPortPlan['maxPayload'],
): RootPortPlan {
  const link: RootPortPlan['link'] =
    gts.source === null ? gts : known({ gts: gts.value, width: 16 }, gts.source);
  return { pciId, link, acs, maxPayload };
}
