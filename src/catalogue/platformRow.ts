import { UNKNOWN_FIGURE } from './figure.ts';
import type { PlatformPart } from './part.ts';

type Said = Pick<PlatformPart, 'id' | 'title' | 'note' | 'maker' | 'firstDevice' | 'rootPort'>;

/** A platform of which only this is known. */
export function platform(row: Said & Partial<PlatformPart>): PlatformPart {
  return {
    aliases: [],
    year: UNKNOWN_FIGURE,
    cpu: UNKNOWN_FIGURE,
    iommu: UNKNOWN_FIGURE,
    firstDeviceClass: UNKNOWN_FIGURE,
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
    windowOffset: UNKNOWN_FIGURE,
    memoryReadNs: UNKNOWN_FIGURE,
    integrated: [],
    ...row,
    kind: 'host',
  };
}
