import type { SceneBox } from '../../layout/scene.ts';
import type { FunctionId } from '../../model/ids.ts';
import { VERDICT_KINDS, type VerdictKind } from '../../parts/verdictWords.ts';

/** One list for each set of verdicts, so that the same set is the same object. */
const LISTS = new Map<string, readonly VerdictKind[]>();

/** The verdicts of a card's functions, each once, best first; `null` when none of them has one. */
export function boxVerdicts(
  { functions }: SceneBox,
  verdicts: ReadonlyMap<FunctionId, VerdictKind>,
): readonly VerdictKind[] | null {
  if (verdicts.size === 0) return null;
  const found = new Set(functions.flatMap((fn) => verdicts.get(fn) ?? []));
  if (found.size === 0) return null;
  const kinds = VERDICT_KINDS.filter((kind) => found.has(kind));
  const key = kinds.join();
  const list = LISTS.get(key) ?? kinds;
  LISTS.set(key, list);
  return list;
}
