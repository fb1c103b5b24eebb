import type { Explanation } from '../../engine/report.ts';
import type { FunctionId } from '../../model/ids.ts';
import { kindOfBits, type VerdictKind } from '../../parts/verdictWords.ts';
import type { Results } from '../../store/answers.ts';
import type { PeerlaneState } from '../../store/state.ts';

/** What the sheet shows of the chosen pair. */
export type PairLook =
  | { readonly kind: 'none' }
  /** One end: what every other function is to it. */
  | {
      readonly kind: 'one';
      readonly end: 'provider' | 'client';
      readonly chosen: FunctionId;
      readonly verdicts: ReadonlyMap<FunctionId, VerdictKind>;
      /** The verdicts are of an earlier state of the machine. */
      readonly isStale: boolean;
    }
  | {
      readonly kind: 'both';
      readonly provider: FunctionId;
      readonly client: FunctionId;
      /** `pending`: no answer is there yet, or only one about an earlier state. */
      readonly verdict: VerdictKind | 'pending';
      /** With all reasons, once they are there. */
      readonly explanation: Explanation | null;
      readonly isStale: boolean;
    };

const NONE: PairLook = { kind: 'none' };

/** What is valid of the engine's answers, for this pair and this state of the machine. */
export function pairLook(
  state: Pick<PeerlaneState, 'document' | 'pair' | 'results' | 'explained'>,
): PairLook {
  const { document, pair, results, explained } = state;
  const { provider, client } = pair;
  if (!document) return NONE;
  if (provider !== null && client !== null) {
    if (!document.byId.has(provider) || !document.byId.has(client)) return NONE;
    const verdict = explained?.explanation.verdict;
    const isSame = verdict?.provider === provider && verdict.client === client;
    const explanation =
      isSame && explained?.revision === document.revision ? explained.explanation : null;
    const fresh = results?.revision === document.revision ? results : null;
    const quick = fresh && verdictOf(fresh, provider, client);
    return {
      kind: 'both',
      provider,
      client,
      verdict: explanation ? (explanation.verdict.mapType ?? 'unknown') : (quick ?? 'pending'),
      explanation,
      isStale: results !== null && fresh === null && explanation === null,
    };
  }
  const chosen = provider ?? client;
  if (chosen === null || !document.byId.has(chosen)) return NONE;
  return {
    kind: 'one',
    end: provider === null ? 'client' : 'provider',
    chosen,
    verdicts: results ? verdictsFor(results, chosen, provider !== null) : new Map(),
    isStale: results !== null && results.revision !== document.revision,
  };
}

function verdictOf(
  { table, placeOf }: Results,
  provider: FunctionId,
  client: FunctionId,
): VerdictKind | null {
  const row = placeOf.get(provider);
  const column = placeOf.get(client);
  if (row === undefined || column === undefined) return null;
  return kindOfBits(table.possible[row * table.functions.length + column] ?? 0);
}

/** The row of a provider, or the column of a client. */
function verdictsFor(
  { table, placeOf }: Results,
  chosen: FunctionId,
  isProvider: boolean,
): ReadonlyMap<FunctionId, VerdictKind> {
  const verdicts = new Map<FunctionId, VerdictKind>();
  const own = placeOf.get(chosen);
  if (own === undefined) return verdicts;
  const count = table.functions.length;
  table.functions.forEach((fn, place) => {
    if (place === own) return;
    const cell = isProvider ? own * count + place : place * count + own;
    verdicts.set(fn, kindOfBits(table.possible[cell] ?? 0));
  });
  return verdicts;
}
