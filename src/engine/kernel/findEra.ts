import { ERAS, type Era, NEWEST_ACCEPTED_ERA } from './eras.ts';

/**
 * The era that a kernel release belongs to: an era's id (`6.12`), or a release as `uname -r`
 * prints it (`6.12.15-amd64`), where one between two rows means the row before it.
 *
 * @returns `null` for text that is no release, and for releases before the first row.
 */
export function findEra(kernel: string): Era | null {
  const text = kernel.trim();
  const byId = ERAS.find((era) => era.id === text);
  if (byId) return byId;
  const release = parseRelease(text);
  if (!release) return null;
  let found: Era | null = null;
  for (const era of ERAS) {
    if (era.since && compareReleases(era.since, release) <= 0) found = era;
  }
  return found;
}

/** Is this a release beyond the last row? Its era is the last row's all the same. */
export function isAfterNewest(kernel: string): boolean {
  const release = parseRelease(kernel.trim());
  const { since } = NEWEST_ACCEPTED_ERA;
  if (!release || !since) return false;
  return release[0] > since[0] || (release[0] === since[0] && release[1] > since[1]);
}

type Release = readonly [number, number, number];

function parseRelease(text: string): Release | null {
  const match = /^v?(\d{1,3})\.(\d{1,3})(?:\.(\d{1,4}))?(?!\d)/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : null;
}

function compareReleases(a: Release, b: Release): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
