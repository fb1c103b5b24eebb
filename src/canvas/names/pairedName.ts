import type { FunctionId } from '../../model/ids.ts';
import { VERDICT_WORDS, type VerdictKind } from '../../parts/verdictWords.ts';
import type { PartId } from '../../store/state.ts';
import type { Part } from '../keys/partTree.ts';
import type { PairLook } from '../pair/pairLook.ts';

/** A part's name with its place in the chosen pair, as a card shows it by tags and signs. */
export function pairedName(
  name: string,
  id: PartId,
  part: Part | undefined,
  look: PairLook,
): string {
  const box = part?.what.kind === 'box' ? part.what.box : null;
  const own = [id as FunctionId, ...(box?.functions ?? [])];
  const words: string[] = [];
  if (look.kind === 'both') {
    if (own.includes(look.provider)) words.push('provider');
    if (own.includes(look.client)) words.push('client');
  } else if (look.kind === 'one') {
    const isEnd = own.includes(look.chosen);
    if (isEnd) words.push(look.end);
    // Of a card that is the end itself, what its other functions are to it would sound like its own.
    const kinds = new Set(isEnd ? [] : own.flatMap((fn) => look.verdicts.get(fn) ?? []));
    const other = look.end === 'provider' ? 'from the provider' : 'to the client';
    for (const kind of kinds) words.push(`${verdictWord(kind)} ${other}`);
    if (kinds.size > 0 && look.isStale) words.push('being judged anew');
  }
  return [name, ...words].join(', ');
}

function verdictWord(kind: VerdictKind): string {
  return VERDICT_WORDS[kind].title.toLowerCase();
}
