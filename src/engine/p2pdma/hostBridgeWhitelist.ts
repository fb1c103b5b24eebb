import type { Answer } from '../../base/answer.ts';
import { UNKNOWN } from '../../base/unknown.ts';
import type { AllowListRow } from './allowList.ts';
import type { HostBridgeIdentity } from './hostBridgeIdentity.ts';

/** What the list says of one host bridge. */
export interface ListAnswer {
  readonly answer: Answer;
  /** The row that decided, for or (when it asks for the same host bridge) against. */
  readonly row: AllowListRow | null;
  readonly why: 'listed' | 'needs-same-host' | 'not-listed' | 'no-identity' | 'identity-unknown';
}

/**
 * Is this host bridge on the kernel's list? Rows are tried in order and the first whose ids match
 * decides: one that asks for a common host bridge refuses at once where there is none.
 *
 * Source: `__host_bridge_whitelist()`, drivers/pci/p2pdma.c, Linux 5.4 to 7.1.
 *
 * @param identity the device that stands for the host bridge
 * @param rows the list of the kernel in question
 * @param sameHost whether provider and client hang off this one host bridge
 */
export function hostBridgeWhitelist(
  identity: HostBridgeIdentity,
  rows: readonly AllowListRow[],
  sameHost: boolean,
): ListAnswer {
  if (identity.id === null) return { answer: 'no', row: null, why: 'no-identity' };
  if (identity.id === UNKNOWN) return { answer: 'unknown', row: null, why: 'identity-unknown' };
  const { vendor, device } = identity.id;
  const ofVendor = rows.filter((each) => each.vendor === vendor);
  if (device === UNKNOWN && ofVendor.some((each) => each.device !== null)) {
    return { answer: 'unknown', row: null, why: 'identity-unknown' };
  }
  const row = ofVendor.find((each) => each.device === null || each.device === device);
  if (!row) return { answer: 'no', row: null, why: 'not-listed' };
  if (row.sameHostOnly && !sameHost) return { answer: 'no', row, why: 'needs-same-host' };
  return { answer: 'yes', row, why: 'listed' };
}
