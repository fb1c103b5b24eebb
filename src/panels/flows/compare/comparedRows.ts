import type { LinkReport, ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import { aboutFlow } from '../chart/flowWords.ts';
import { percentWords } from '../links/linkParts.ts';
import { rateWords, timeWords } from '../words/rateWords.ts';
import { isSameFigure } from './differenceWords.ts';
import { pairUp } from './pairUp.ts';

/** A figure of one thing in two answers. */
export interface ComparedRow {
  readonly key: string;
  readonly title: string;
  /** What it does, where the title is a name; else empty. */
  readonly about: string;
  /** `undefined`: it has no such thing; `null`: its figure is not known. */
  readonly first: number | null | undefined;
  readonly second: number | null | undefined;
  /** What limits it, in each. */
  readonly limits: readonly [string, string];
}

export interface ComparedSection {
  readonly id: 'flows' | 'groups' | 'links';
  readonly title: string;
  readonly rows: readonly ComparedRow[];
  /** A figure as it is read. */
  readonly write: (figure: number | null) => string;
}

const NO_FLOW = { title: '', streams: [] };
const whereOf = (limit: { readonly where: string } | null | undefined) => limit?.where ?? '';

/** What flows get in both. */
export function comparedFlows(first: ThroughputReport, second: ThroughputReport): ComparedSection {
  const rows = pairUp(first.flows, second.flows).map(({ key, title, ...pair }) => ({
    key: `flow ${key}`,
    title,
    about: aboutFlow(pair.second ?? pair.first ?? NO_FLOW),
    first: pair.first?.bytesPerSecond,
    second: pair.second?.bytesPerSecond,
    limits: [whereOf(pair.first?.limit), whereOf(pair.second?.limit)] as const,
  }));
  return { id: 'flows', title: 'Flows', rows, write: rateWords };
}

/** How long groups take in both: the shorter the better. */
export function comparedGroups(first: ThroughputReport, second: ThroughputReport): ComparedSection {
  const rows = pairUp(first.groups, second.groups).map(({ key, title, ...pair }) => ({
    key: `group ${key}`,
    title,
    about: '',
    first: pair.first?.makespanUs,
    second: pair.second?.makespanUs,
    limits: [whereOf(pair.first?.limit), whereOf(pair.second?.limit)] as const,
  }));
  return {
    id: 'groups',
    title: 'Groups: time until the last transfer is there',
    rows: rows.filter((row) => typeof row.first === 'number' || typeof row.second === 'number'),
    write: (us) => (us === null ? 'not known' : timeWords(us * 1000)),
  };
}

/** How full links are in both, each way; those that are used, what differs first. */
export function comparedLinks(first: ThroughputReport, second: ThroughputReport): ComparedSection {
  const rows = pairUp(first.links, second.links).flatMap(({ key, title, ...pair }) =>
    (['down', 'up'] as const).map((way): ComparedRow => {
      const figure = (link: LinkReport | null) => link?.[way].utilisation;
      return {
        key: `link ${key} ${way}`,
        title: `${title} ${way === 'up' ? '↑' : '↓'}`,
        about: '',
        first: figure(pair.first),
        second: figure(pair.second),
        limits: ['', ''],
      };
    }),
  );
  const used = rows.filter((row) => Math.max(row.first ?? 0, row.second ?? 0) > 0.0005);
  return {
    id: 'links',
    title: 'Links: part of what can be filled',
    rows: used.sort((a, b) => differs(b) - differs(a)),
    write: (part) => (part === null ? 'not known' : percentWords(part)),
  };
}

function differs({ first, second }: ComparedRow): number {
  return isSameFigure(first ?? null, second ?? null) ? 0 : 1;
}
