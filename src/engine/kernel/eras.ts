import { FEATURES } from './eraFeatures.ts';
import type { KernelFeatures } from './features.ts';

/** How a row is known. The counts of golden cases are what the test run compared. */
export type Evidence = 'running-kernels' | 'source' | 'lists';

export type EraKind = 'release' | 'series' | 'maintainer-tree' | 'proposal';

export interface Era {
  readonly id: string;
  readonly title: string;
  /** First release of the row: [major, minor, patch]; `null` for what was never released. */
  readonly since: readonly [number, number, number] | null;
  /** Accepted eras are Linus' releases; the others are patch series and proposals. */
  readonly accepted: boolean;
  readonly kind: EraKind;
  readonly evidence: Evidence;
  /** The very release that was run, or whose source was read; `null` where there was none to read. */
  readonly seen: string | null;
  readonly features: KernelFeatures;
}

type Release = readonly [major: number, minor: number, patch: number];

/** How a row is known: by running or reading a release, or by lists alone. */
type Known = readonly [evidence: Evidence, seen: string | null];

const run = (release: string): Known => ['running-kernels', release];
const read = (release: string): Known => ['source', release];
const LISTS: Known = ['lists', null];

/** A release; the row is called after its first two numbers, unless another row is. */
function released(
  since: Release,
  features: KernelFeatures,
  [evidence, seen]: Known,
  title?: string,
  id = `${since[0]}.${since[1]}`,
): Era {
  const named = title ?? `Linux ${id}`;
  return {
    id,
    title: named,
    since,
    accepted: true,
    kind: 'release',
    evidence,
    seen,
    features,
  };
}

function unreleased(
  kind: Exclude<EraKind, 'release'>,
  id: string,
  title: string,
  features: KernelFeatures,
  [evidence, seen]: Known,
): Era {
  return { id, title, since: null, accepted: false, kind, evidence, seen, features };
}

/**
 * The eras in order of time. Sources: kernel trees 4.20 to the 7.1 merge window as read for the
 * rules, and kernels 5.4, 5.10, 5.15, 6.1, 6.6, 6.12, 6.12.15, 6.18 and 7.0 as run.
 */
export const ERAS: readonly Era[] = [
  unreleased(
    'series',
    'oot-2016',
    'Out of tree, 2016: iopmem, no checks',
    FEATURES.OUT_OF_TREE,
    LISTS,
  ),
  unreleased('series', 'rfc-2017', 'RFC 2017: p2pmem, same switch', FEATURES.RFC_2017, LISTS),
  unreleased('series', 'v1-2018', 'Patch series v1, January 2018', FEATURES.V1_2018, LISTS),
  unreleased(
    'series',
    'v2-2018',
    'Patch series v2, February 2018',
    FEATURES.V2_2018,
    read('the p2pmem tree of 2018'),
  ),
  unreleased('series', 'v3-2018', 'Patch series v3, March 2018', FEATURES.V3_2018, LISTS),
  unreleased('series', 'v4-2018', 'Patch series v4, April 2018', FEATURES.V4_2018, LISTS),
  released([4, 20, 0], FEATURES.V4_20, read('the tree merged for 4.20')),
  released([5, 2, 0], FEATURES.V5_2, read('the tree merged for 5.2')),
  released([5, 4, 0], FEATURES.V5_4, run('5.4.301')),
  released([5, 5, 0], FEATURES.V5_5, LISTS),
  released([5, 6, 0], FEATURES.V5_6, LISTS),
  released([5, 7, 0], FEATURES.V5_6, LISTS),
  released([5, 8, 0], FEATURES.V5_8, LISTS),
  released([5, 9, 0], FEATURES.V5_9, LISTS),
  released([5, 10, 0], FEATURES.V5_10, run('5.10.265')),
  released([5, 11, 0], FEATURES.V5_11, LISTS),
  released([5, 12, 0], FEATURES.V5_11, LISTS),
  released([5, 15, 0], FEATURES.V5_15, run('5.15.215')),
  released([5, 18, 0], FEATURES.V5_18, LISTS),
  released([5, 19, 0], FEATURES.V5_19, read('5.19.17')),
  released([6, 0, 0], FEATURES.V6_0, read('6.0.19')),
  released([6, 1, 0], FEATURES.V6_0, run('6.1.192')),
  released([6, 2, 0], FEATURES.V6_0, read('6.3.0')),
  released([6, 6, 0], FEATURES.V6_6, run('6.6.150')),
  released([6, 11, 0], FEATURES.V6_11, LISTS, 'Linux 6.11 (early ACS parameters)'),
  released(
    [6, 12, 0],
    FEATURES.V6_12_0,
    run('6.12.15'),
    'Linux 6.12.0 to 6.12.116 (early ACS parameters)',
    '6.12.0',
  ),
  released([6, 12, 117], FEATURES.V6_12, run('6.12.117'), 'Linux 6.12 (6.12.117)'),
  released([6, 16, 0], FEATURES.V6_16, LISTS),
  released([6, 17, 0], FEATURES.V6_17, LISTS),
  released([6, 18, 0], FEATURES.V6_18, run('6.18.9')),
  released([7, 0, 0], FEATURES.V7_0, run('7.0.0'), 'Linux 7.0 (the tree merged for 7.1)'),
  released([7, 1, 0], FEATURES.V7_0, read('the tree merged for 7.1'), 'Linux 7.1 (7.1.y stable)'),
  unreleased(
    'maintainer-tree',
    'next',
    'PCI maintainer tree after 7.1',
    FEATURES.NEXT,
    read('the PCI tree after 7.1'),
  ),
  unreleased(
    'proposal',
    'proposal-b',
    'Proposal B (2026): a verdict at each node',
    FEATURES.PROPOSAL_B,
    read('the branch it was proposed from'),
  ),
  unreleased(
    'proposal',
    'proposal-c',
    'Proposal C (2026): a verdict per class of TLP',
    FEATURES.PROPOSAL_C,
    read('the branch it was proposed from'),
  ),
  unreleased(
    'proposal',
    'proposal-groups',
    'Proposal (2025): groups by whole switch',
    FEATURES.PROPOSAL_GROUPS,
    LISTS,
  ),
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

/** Kernels that a machine of today may run, when nothing says which one it is. */
export const CURRENT_ERAS: readonly Era[] = ERAS.slice(eraOrder('5.15')).filter(
  ({ accepted }) => accepted,
);
