import { previewWords } from '../../store/previewWords.ts';
import type { Carry } from '../../store/state.ts';
import type { BubbleWords } from './Bubble.tsx';
import type { CarryShown } from './Carrier.ts';

/** What the bubble beside the hand says of what is carried. */
export function carryWords(
  carry: Carry | null,
  { lifted, isOver, whyNot }: Pick<CarryShown, 'lifted' | 'isOver' | 'whyNot'>,
): BubbleWords | null {
  /** What was lifted is over bare paper, and moved on the drawing by a drop. */
  const isOnPaper = lifted !== null && isOver && (carry?.aim ?? null) === null;
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
  if (isOnPaper && whyNot !== null) return { look: 'refused', what: whyNot, more: '' };
  if (isOnPaper && lifted?.whyFixed) {
    return { look: 'refused', what: lifted.whyFixed, more: '' };
  }
  if (isOnPaper && lifted && !lifted.isCopy) {
    const what = carry?.words ?? lifted.words;
    return { look: 'plain', what, more: 'moves on the drawing only' };
  }
  if (!isOver && (lifted !== null || carry?.by === 'pointer')) {
    return { look: 'plain', what: 'Let go here and nothing changes.', more: '' };
  }
  return carry && carry.words !== '' ? { look: 'plain', what: carry.words, more: '' } : null;
}
