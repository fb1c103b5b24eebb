import { eraById } from '../../engine/kernel/eras.ts';
import { ALLOW_LIST, type AllowListRow } from '../../engine/p2pdma/allowList.ts';
import { formatPciId } from '../../model/pciId.ts';
import type { SourceLine } from './ruleSources.ts';

/**
 * What the lists have in common: host bridges (root complexes) are on them, switches are not. A pair
 * below a switch is never looked up.
 */
export const NO_SWITCHES =
  'Host bridges only: no kernel has ever had a list of switches. They must all route peers, by specification.';

/** Every row that any kernel's list has had, in the kernel's order, with the kernels that have it. */
export function hostListLines(): readonly SourceLine[] {
  return ALLOW_LIST.map((row) => {
    const ids = idsOf(row);
    return { id: ids, title: `${ids} ${row.platform}`, known: knownOf(row) };
  });
}

function knownOf({ since, until, sameHostOnly, source }: AllowListRow): string {
  const first = eraById(since);
  const begins = first.accepted ? `since Linux ${since}` : first.title;
  const ends = until === null ? '' : `, gone in ${until}`;
  const limit = sameHostOnly ? '; only below one host bridge' : '';
  return `${begins}${ends}${limit}; ${source}`;
}

function idsOf({ vendor, device }: AllowListRow): string {
  if (device !== null) return formatPciId({ vendor, device });
  return `${vendor.toString(16).padStart(4, '0')}:any`;
}
