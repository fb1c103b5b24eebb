import { ACS_ROOT_PORT } from './acsPlans.ts';
import { UNKNOWN_FIGURE } from './figure.ts';
import { known } from './known.ts';
import type { PlatformPart } from './part.ts';
import { pciIdOf } from './pciIdOf.ts';
import { CONVENTION } from './sources.ts';

/** Hosts without a maker: what a bare `host` line stands for. */
export const GENERIC_PLATFORMS: readonly PlatformPart[] = [
  {
    kind: 'host',
    id: 'host',
    title: 'Generic x86 host',
    aliases: [],
    note: 'A root complex that no list of the kernel names. CPU and IOMMU come from their own lines.',
    maker: 'Generic',
    year: UNKNOWN_FIGURE,
    cpu: UNKNOWN_FIGURE,
    iommu: UNKNOWN_FIGURE,
    firstDevice: known(pciIdOf(0x8086, 0x29c0), CONVENTION),
    firstDeviceClass: known(0x060000, CONVENTION),
    rootPort: {
      pciId: known(pciIdOf(0x1b36, 0x000c), CONVENTION),
      link: known({ gts: 32, width: 16 }, CONVENTION),
      acs: known(ACS_ROOT_PORT, CONVENTION),
      maxPayload: known(512, CONVENTION),
    },
    lanes: UNKNOWN_FIGURE,
    hostBridges: UNKNOWN_FIGURE,
    forwardsWrites: UNKNOWN_FIGURE,
    forwardsReads: UNKNOWN_FIGURE,
    forwardingRate: UNKNOWN_FIGURE,
    forwardedPayload: UNKNOWN_FIGURE,
    socketPeerRate: UNKNOWN_FIGURE,
    memoryWriteRate: UNKNOWN_FIGURE,
    socketRate: UNKNOWN_FIGURE,
    socketLatencyNs: UNKNOWN_FIGURE,
    windowOffset: known(0, CONVENTION),
    memoryReadNs: UNKNOWN_FIGURE,
    integrated: [],
  },
];
