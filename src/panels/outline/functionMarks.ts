import { nameOf } from '../../engine/explain/nameOf.ts';
import { pciBridgeHasAcsRedir } from '../../engine/p2pdma/pciBridgeHasAcsRedir.ts';
import { hasLinkBelow } from '../../model/linkAbove.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { VERDICT_WORDS, type VerdictKind } from '../../parts/verdictWords.ts';
import type { Results } from '../../store/answers.ts';
import type { ChosenPair } from '../../store/state.ts';
import { isFirstFunction, linkFacts, linkOf } from '../tree/linkOf.ts';
import type { MachineTree } from '../tree/machineTree.ts';
import { linkCaption } from '../words/linkWords.ts';
import { tableVerdict } from '../words/rowCounts.ts';

/** What stands beside a function's name in the outline. */
export interface FunctionMarks {
  readonly isProvider: boolean;
  readonly isClient: boolean;
  /** With the one end that is chosen, while the other is open. */
  readonly verdict: VerdictKind | null;
  /** Its ACS control sends peer requests up. */
  readonly redirects: boolean;
  /** It may: the word is hidden. */
  readonly isAcsHidden: boolean;
  readonly link: {
    readonly text: string;
    readonly isDegraded: boolean;
    readonly isDown: boolean;
  } | null;
}

export function functionMarks(
  tree: MachineTree,
  fn: PciFunction,
  { provider, client }: ChosenPair,
  results: Pick<Results, 'table' | 'placeOf'> | null,
): FunctionMarks {
  const acs = pciBridgeHasAcsRedir(fn);
  return {
    isProvider: fn.id === provider,
    isClient: fn.id === client,
    verdict: results && openVerdict(results, fn, provider, client),
    redirects: acs === 'yes',
    isAcsHidden: acs === 'unknown',
    link: linkMark(tree, fn),
  };
}

function openVerdict(
  results: Pick<Results, 'table' | 'placeOf'>,
  { id }: PciFunction,
  provider: ChosenPair['provider'],
  client: ChosenPair['client'],
): VerdictKind | null {
  if (provider !== null && client === null) return tableVerdict(results, provider, id);
  if (client !== null && provider === null) return tableVerdict(results, id, client);
  return null;
}

/** A link is shown once, at its lower end; at its port only when nothing is below. */
function linkMark(tree: MachineTree, fn: PciFunction): FunctionMarks['link'] {
  if (!isFirstFunction(fn) && !hasLinkBelow(fn)) return null;
  const ends = linkOf(tree, fn);
  if (!ends || (ends.own === 'upper' && ends.lower !== null)) return null;
  const facts = linkFacts(ends);
  if (facts.current === null || (ends.own === 'upper' && !facts.isDown)) return null;
  return {
    text: linkCaption(facts.current),
    isDegraded: facts.isDegraded,
    isDown: facts.isDown,
  };
}

/** How a line is called aloud: address, what it is, then what its marks say. */
export function spokenName(fn: PciFunction, title: string, marks: FunctionMarks): string {
  const said = [
    marks.isProvider && 'provider',
    marks.isClient && 'client',
    marks.verdict && `verdict ${VERDICT_WORDS[marks.verdict].title}`,
    marks.redirects && 'ACS redirects',
    marks.isAcsHidden && 'ACS not shown',
    marks.link && (marks.link.isDown ? 'link down' : `link ${marks.link.text}`),
    marks.link?.isDegraded && 'degraded',
  ].filter((part) => part !== null && part !== false && part !== undefined);
  return [`${nameOf(fn)} ${title}`, ...said].join(', ');
}
