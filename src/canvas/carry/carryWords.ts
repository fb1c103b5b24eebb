import { previewWords } from '../../store/previewWords.ts';
import type { Carry } from '../../store/state.ts';
import type { Lifted } from './Carrier.ts';

/** What the bubble beside the hand says. */
export interface CarryWords {
  readonly look: 'legal' | 'refused' | 'plain';
  readonly what: string;
  readonly more: string;
}

/** @param isOnPaper what was lifted is over bare paper, and moved on the drawing by a drop */
export function carryWords(
  carry: Carry | null,
  lifted: Lifted | null,
  isOnPaper: boolean,
): CarryWords | null {
  const target = carry?.aim == null ? null : (carry.targets?.at(carry.aim) ?? null);
  if (carry && target?.kind === 'legal') {
    const { preview } = carry;
    const more = preview === null ? 'judging…' : previewWords(preview);
    return { look: 'legal', what: `${carry.words} ${target.drop.words}`, more };
  }
  if (target?.kind === 'refused') {
    const { text, hint } = target.problem;
    return { look: 'refused', what: text, more: hint ?? '' };
  }
  if (isOnPaper && lifted?.whyFixed) {
    return { look: 'refused', what: lifted.whyFixed, more: '' };
  }
  if (isOnPaper && lifted && !lifted.isCopy) {
    const what = carry?.words ?? lifted.words;
    return { look: 'plain', what, more: 'moves on the drawing only' };
  }
  return carry && carry.words !== '' ? { look: 'plain', what: carry.words, more: '' } : null;
}
