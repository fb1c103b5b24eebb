/** Rows of the engine's table of kernels that are no release: series, trees and proposals. */
export const KERNEL_IDS: readonly string[] = [
  'oot-2016',
  'rfc-2017',
  'v1-2018',
  'v2-2018',
  'v3-2018',
  'v4-2018',
  'next',
  'proposal-b',
  'proposal-c',
  'proposal-groups',
];
/** The first release with peer-to-peer DMA, and the last of which the rules are known. */
export const OLDEST_KERNEL = [4, 20] as const;
export const NEWEST_KERNEL = [7, 1] as const;

export type KernelKind = 'known' | 'older' | 'newer' | 'unknown';

/** What a word after `kernel` names; a release may go on (`6.12.15-amd64`). */
export function kernelKind(text: string): KernelKind {
  if (KERNEL_IDS.includes(text)) return 'known';
  const match = /^v?(\d{1,3})\.(\d{1,3})(?![\d])/.exec(text);
  if (!match) return 'unknown';
  const version = [Number(match[1]), Number(match[2])] as const;
  if (isBefore(version, OLDEST_KERNEL)) return 'older';
  return isBefore(NEWEST_KERNEL, version) ? 'newer' : 'known';
}

function isBefore(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}
