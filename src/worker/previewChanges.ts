import { applyChanges } from '../build/applyChanges.ts';
import type { Change } from '../build/change.ts';
import { numberMachine } from '../build/numberMachine.ts';
import { placeAddresses } from '../build/placeAddresses.ts';
import { type Analysis, analyze } from '../engine/analyze.ts';
import type { Check } from '../engine/check/check.ts';
import { checkInSteps } from '../engine/check/checkMachine.ts';
import { listedTable } from './listedTable.ts';
import { comparePairs, type Outcomes } from './pairCounts.ts';
import type { Listing, Preview } from './protocol.ts';
import { Slices } from './slices.ts';

/** What is known of the machine as it stands; kept once it was found out. */
export interface Known {
  table: { readonly listing: Listing; readonly outcomes: Outcomes } | null;
  checks: readonly Check[] | null;
}

interface PreviewParts {
  readonly changes: readonly Change[];
  readonly listing: Listing;
  /** Of the machine as it stands. */
  readonly analysis: Analysis;
  readonly known: Known;
  readonly now: () => number;
  /** Lets messages in; resolves to false when nobody waits any more. */
  readonly pause: () => Promise<boolean>;
}

/**
 * What changes would do to a machine, pair by pair and finding by finding, without making them;
 * `null` when it was given up on the way. Never longer in one piece than one step of the work.
 */
export async function previewChanges(parts: PreviewParts): Promise<Preview | null> {
  const { analysis, known, listing } = parts;
  const slices = new Slices(parts.now, parts.pause);
  const machine = analysis.asRead;
  if (known.table?.listing !== listing) {
    const outcomes = await listedTable(analysis, listing, slices);
    if (!outcomes) return null;
    known.table = { listing, outcomes };
  }
  const { outcomes } = known.table;
  const mayGoOn = (done: number) => slices.mayGoOn(done);
  const changed = applyChanges(machine, parts.changes);
  if (!(await mayGoOn(0))) return null;
  // As `settle()` does, in two pieces.
  const numbered = numberMachine(changed).machine;
  if (!(await mayGoOn(0))) return null;
  const after = placeAddresses(numbered, changed).machine;
  if (!(await mayGoOn(0))) return null;
  const analysisAfter = analyze(after);
  if (!(await mayGoOn(0))) return null;
  const table = await listedTable(analysisAfter, listing, slices);
  if (!table) return null;
  const pairs = comparePairs(outcomes, table);
  known.checks ??= await slices.through(checkInSteps(machine), () => 1);
  const checks = known.checks && (await slices.through(checkInSteps(after), () => 1));
  if (!known.checks || !checks) return null;
  return { ...pairs, findings: newFindings(known.checks, checks) };
}

/** What is found that was not found before, the worst first as checks come. */
function newFindings(before: readonly Check[], after: readonly Check[]): readonly string[] {
  const keyOf = ({ id, parts }: Check) => [id, ...parts].join(' ');
  const were = new Set(before.map(keyOf));
  return after.filter((check) => !were.has(keyOf(check))).map(({ text }) => text);
}
