import { type Problem, problemNote, problemWarning } from '../../../base/problem.ts';
import { type Evidence, type EvidenceOf, evidenceOf } from './evidence.ts';

export interface SettledGroups {
  readonly groups: ReadonlyMap<string, string>;
  /** Address to the line that tells its group. */
  readonly lines: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

type Membership = EvidenceOf<'group'>;

/** Numbers change from boot to boot: differing ones are told once, with the first example. */
function contradiction(
  clashes: ReadonlyArray<readonly [Membership, Membership]>,
): readonly Problem[] {
  const example = clashes[0];
  if (!example) return [];
  const [first, other] = example;
  const more = clashes.length > 1 ? ` (and ${clashes.length - 1} more like it)` : '';
  const text = `${first.address} is in IOMMU group ${first.group} at line ${first.line} and in group ${other.group} at line ${other.line}${more}. What came first is used.`;
  const hint = 'Remove what does not belong to this boot.';
  const place = { line: other.line, where: first.address };
  return [problemWarning(text, { ...place, hint, treatment: 'guessed' })];
}

/** IOMMU groups as the machine reported them. */
export function settleGroups(evidence: readonly Evidence[]): SettledGroups {
  const kept = new Map<string, Membership>();
  const clashes: [Membership, Membership][] = [];
  for (const one of evidenceOf(evidence, 'group')) {
    const first = kept.get(one.address);
    if (!first) kept.set(one.address, one);
    else if (first.group !== one.group) clashes.push([first, one]);
  }
  const groups = new Map([...kept].map(([address, { group }]) => [address, group] as const));
  const lines = new Map([...kept].map(([address, { line }]) => [address, line] as const));
  const begin = [...kept.values()][0];
  if (!begin) return { groups, lines, problems: [] };
  const count = new Set(groups.values()).size;
  const text = `${groups.size} ${groups.size === 1 ? 'function is' : 'functions are'} listed in ${count} IOMMU ${count === 1 ? 'group' : 'groups'}, from line ${begin.line} on (${begin.source}).`;
  return {
    groups,
    lines,
    problems: [
      problemNote(text, { line: begin.line, treatment: 'understood' }),
      ...contradiction(clashes),
    ],
  };
}
