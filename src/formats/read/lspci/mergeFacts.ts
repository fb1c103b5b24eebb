import { type Problem, problemWarning } from '../../../base/problem.ts';
import type { Bar } from '../../../model/registers.ts';
import type { Fact, FactName, Facts, FactValues } from '../configSpace/functionFacts.ts';
import { FACT_RULES, type FactRule } from './factRules.ts';
import { mergeBars } from './mergeBars.ts';

/** Where the second of two sets of statements comes from. */
export type SecondSource = 'bytes' | 'later block';

interface Merge {
  readonly into: Facts;
  readonly source: SecondSource;
  readonly address: string;
  readonly problems: Problem[];
}

function complain(
  merge: Merge,
  title: string,
  first: { readonly text: string; readonly line: number | null },
  second: { readonly text: string; readonly line: number | null },
): void {
  const { source, address } = merge;
  const text =
    source === 'bytes'
      ? `${address}: the text gives ${title} ${first.text}, the hexadecimal dump ${second.text}, which is taken.`
      : `${address}: line ${first.line} gives ${title} ${first.text}, line ${second.line} ${second.text}, which is taken.`;
  const line = source === 'bytes' ? first.line : second.line;
  const place = { where: address, ...(line === null ? {} : { line }) };
  merge.problems.push(problemWarning(text, { ...place, treatment: 'guessed' }));
}

function mergeOne<Name extends FactName>(
  merge: Merge,
  name: Name,
  later: Fact<FactValues[Name]>,
): void {
  const rule = FACT_RULES[name] as FactRule<FactValues[Name]>;
  const earlier = merge.into[name] as Fact<FactValues[Name]> | undefined;
  if (earlier === undefined) {
    merge.into[name] = later as Facts[Name];
    return;
  }
  if (!rule.quiet && !rule.agree(earlier.value, later.value)) {
    if (merge.source === 'bytes' && rule.mapped(earlier.value, later.value)) return;
    complain(
      merge,
      rule.title,
      { text: rule.show(earlier.value), line: earlier.line },
      { text: rule.show(later.value), line: later.line },
    );
    merge.into[name] = later as Facts[Name];
    return;
  }
  const fact: Fact<FactValues[Name]> = {
    value: rule.refine(earlier.value, later.value),
    line: earlier.line,
  };
  merge.into[name] = fact as Facts[Name];
}

function mergeRegions(merge: Merge, name: 'bars' | 'vfBars', later: Fact<readonly Bar[]>): void {
  const earlier = merge.into[name];
  if (!earlier) {
    merge.into[name] = later;
    return;
  }
  const { bars, conflicts } = mergeBars(earlier.value, later.value, merge.source === 'bytes');
  merge.into[name] = { value: bars, line: earlier.line };
  for (const conflict of conflicts) {
    complain(
      merge,
      `${name === 'bars' ? 'region' : 'virtual function region'} ${conflict.index}`,
      { text: conflict.earlier, line: earlier.line },
      { text: conflict.later, line: later.line },
    );
  }
}

/**
 * Adds a second set of statements to a first. What only one of them says is kept; where they
 * contradict each other the second wins, and that is said.
 */
export function mergeFacts(
  into: Facts,
  second: Facts,
  source: SecondSource,
  address: string,
  problems: Problem[],
): void {
  const merge: Merge = { into, source, address, problems };
  for (const name of Object.keys(second) as FactName[]) {
    const fact = second[name];
    if (fact === undefined) continue;
    if (name === 'bars' || name === 'vfBars') {
      mergeRegions(merge, name, fact as Fact<readonly Bar[]>);
    } else mergeOne(merge, name, fact as Fact<FactValues[typeof name]>);
  }
}
