import type { KernelFeatures } from './features.ts';

/** How a row is known. The counts of golden cases are what the test run compared. */
export type Evidence = 'running-kernels' | 'source' | 'lists';

export interface Era {
  readonly id: string;
  readonly title: string;
  /** First release of the row: [major, minor, patch]; `null` for what was never released. */
  readonly since: readonly [number, number, number] | null;
  /** Accepted eras are Linus' releases; the others are patch series and proposals. */
  readonly accepted: boolean;
  readonly evidence: Evidence;
  readonly features: KernelFeatures;
}

const SERIES_2018: KernelFeatures = {
  pairRule: 'same-upstream-port',
  hostIdentity: 'none',
  zenCpuForwards: false,
  hostPathPenalty: 0,
  unlistedHostLog: 'never',
  disableAcsRedir: 'absent',
  redirectListBytes: 4096,
};
const OUT_OF_TREE: KernelFeatures = { ...SERIES_2018, pairRule: 'none' };
const V4_20: KernelFeatures = {
  ...SERIES_2018,
  pairRule: 'redirect-refuses',
  disableAcsRedir: 'clears',
};
const V5_2: KernelFeatures = { ...V4_20, hostIdentity: 'slot-00.0', hostPathPenalty: 0x1000 };
const V5_4: KernelFeatures = {
  ...V4_20,
  pairRule: 'map-types',
  hostIdentity: 'first-at-00.0',
};
const V5_9: KernelFeatures = { ...V5_4, zenCpuForwards: true };
const V5_15: KernelFeatures = {
  ...V5_9,
  unlistedHostLog: 'redirected-and-identified',
  redirectListBytes: 128,
};
const V5_19: KernelFeatures = {
  ...V5_15,
  hostIdentity: 'first-or-root-port',
  unlistedHostLog: 'redirected',
};

function released(
  id: string,
  since: readonly [number, number, number],
  features: KernelFeatures,
  evidence: Evidence,
  title = `Linux ${id}`,
): Era {
  return { id, title, since, accepted: true, evidence, features };
}

function unreleased(id: string, title: string, features: KernelFeatures, evidence: Evidence): Era {
  return { id, title, since: null, accepted: false, evidence, features };
}

/**
 * The eras in order of time. Sources: kernel trees 4.20 to the 7.1 merge window as read for the
 * rules, and kernels 5.4, 5.10, 5.15, 6.1, 6.6, 6.12, 6.12.15, 6.18 and 7.0 as run.
 */
export const ERAS: readonly Era[] = [
  unreleased('oot-2016', 'Out of tree, 2016: iopmem, no checks', OUT_OF_TREE, 'lists'),
  unreleased('rfc-2017', 'RFC 2017: p2pmem, same switch', SERIES_2018, 'lists'),
  unreleased('v1-2018', 'Patch series v1, January 2018', SERIES_2018, 'lists'),
  unreleased('v2-2018', 'Patch series v2, February 2018', SERIES_2018, 'source'),
  unreleased('v3-2018', 'Patch series v3, March 2018', SERIES_2018, 'lists'),
  unreleased('v4-2018', 'Patch series v4, April 2018', SERIES_2018, 'lists'),
  released('4.20', [4, 20, 0], V4_20, 'source'),
  released('5.2', [5, 2, 0], V5_2, 'source'),
  released('5.4', [5, 4, 0], V5_4, 'running-kernels'),
  released('5.6', [5, 6, 0], V5_4, 'lists'),
  released('5.7', [5, 7, 0], V5_4, 'lists'),
  released('5.8', [5, 8, 0], V5_4, 'lists'),
  released('5.9', [5, 9, 0], V5_9, 'lists'),
  released('5.10', [5, 10, 0], V5_9, 'running-kernels'),
  released('5.11', [5, 11, 0], V5_9, 'lists'),
  released('5.12', [5, 12, 0], V5_9, 'lists'),
  released('5.15', [5, 15, 0], V5_15, 'running-kernels'),
  released('5.18', [5, 18, 0], V5_15, 'lists'),
  released('5.19', [5, 19, 0], V5_19, 'source'),
  released('6.0', [6, 0, 0], V5_19, 'source'),
  released('6.1', [6, 1, 0], V5_19, 'running-kernels'),
  released('6.2', [6, 2, 0], V5_19, 'source'),
  released('6.6', [6, 6, 0], V5_19, 'running-kernels'),
  released(
    '6.11',
    [6, 11, 0],
    { ...V5_19, disableAcsRedir: 'restores-firmware' },
    'running-kernels',
    'Linux 6.11 to 6.12.116 (early ACS parameters)',
  ),
  released('6.12', [6, 12, 117], V5_19, 'running-kernels', 'Linux 6.12 (6.12.117)'),
  released('6.16', [6, 16, 0], V5_19, 'lists'),
  released('6.18', [6, 18, 0], V5_19, 'running-kernels'),
  released('7.0', [7, 0, 0], V5_19, 'running-kernels', 'Linux 7.0 (the tree merged for 7.1)'),
  released('7.1', [7, 1, 0], V5_19, 'source', 'Linux 7.1 (7.1.y stable)'),
  unreleased('next', 'PCI maintainer tree after 7.1', V5_19, 'source'),
  unreleased('proposal-b', 'Proposal B (2026): a verdict at each node', V5_19, 'lists'),
  unreleased('proposal-c', 'Proposal C (2026): a verdict per class of TLP', V5_19, 'lists'),
  unreleased('proposal-groups', 'Proposal (2025): groups by whole switch', V5_19, 'lists'),
];

/** The row of that id; throws on a name that the table does not have. */
export function eraById(id: string): Era {
  const era = ERAS.find((row) => row.id === id);
  if (!era) throw new RangeError(`no kernel era ${id}`);
  return era;
}

/** Place of a row in time, for ranges such as "listed since 5.18". */
export function eraOrder(id: string): number {
  const order = ERAS.findIndex((row) => row.id === id);
  if (order < 0) throw new RangeError(`no kernel era ${id}`);
  return order;
}

/** What is judged by when nothing says which kernel runs: the newest accepted one. */
export const NEWEST_ACCEPTED_ERA: Era = eraById('7.1');

/** Eras whose pair rule this engine plays; the older and the proposed ones are still to come. */
export function isEraSupported(era: Era): boolean {
  const { pairRule } = era.features;
  if (era.id.startsWith('proposal-')) return false;
  return pairRule === 'map-types' || pairRule === 'redirect-refuses';
}
