import { ERAS, type Era, eraById, eraOrder, isEraSupported } from '../../engine/kernel/eras.ts';
import { ALLOW_LIST, type AllowListRow } from '../../engine/p2pdma/allowList.ts';
import { formatPciId } from '../../model/pciId.ts';

const RELEASED = ERAS.filter((era) => era.accepted && isEraSupported(era));

/** "Linux 4.20 to 7.1, confirmed by running kernels, 5.4 to 7.0" */
export function kernelWords(): string {
  const run = RELEASED.filter(({ evidence }) => evidence === 'running-kernels');
  return `Linux ${range(RELEASED)}, confirmed by running kernels, ${range(run)}`;
}

function range(eras: readonly Era[]): string {
  return `${eras[0]?.id} to ${eras.at(-1)?.id}`;
}

/** The last rows of the kernel's list of host bridges: in a release, and in what is still to come. */
export function hostListWords(): readonly string[] {
  const rows = ALLOW_LIST.toSorted((a, b) => eraOrder(a.since) - eraOrder(b.since));
  const released = rows.findLast(({ since }) => eraById(since).accepted);
  const last = rows.at(-1);
  return [...new Set([released, last])].flatMap((row) => (row ? [rowWords(row)] : []));
}

/** "8086:4948 Intel accelerator …, since Linux 7.1" */
function rowWords({ vendor, device, platform, since }: AllowListRow): string {
  const id = device === null ? `${hex4(vendor)}:any` : formatPciId({ vendor, device });
  const { accepted, title } = eraById(since);
  return `${id} ${platform}, ${accepted ? `since Linux ${since}` : `in the ${title}`}`;
}

const hex4 = (word: number) => word.toString(16).padStart(4, '0');
