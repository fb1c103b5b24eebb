import type { FlowDrawing } from '../../../store/flowsView.ts';
import type { BubbleWords } from '../../carry/Bubble.tsx';
import type { FlowShown } from './FlowDrawer.ts';

/** What stands beside the hand while a flow is drawn. */
export function flowWords(
  { from, by, isBack = false }: FlowDrawing,
  { over, meant }: Pick<FlowShown, 'over' | 'meant'>,
): BubbleWords {
  if (from === null) {
    const keys =
      by === 'keys' ? 'Arrow keys walk, Enter begins there' : 'Press it, or its socket for memory';
    return { look: 'plain', what: 'Where does the flow begin?', more: `${keys}. Esc gives up.` };
  }
  if (meant?.kind === 'flow') {
    const turn = isBack
      ? 'Without Shift, data go the other way.'
      : 'With Shift, data go the other way.';
    return {
      look: 'legal',
      what: meant.words,
      more: by === 'keys' ? `Enter adds it. ${turn}` : turn,
    };
  }
  if (meant?.kind === 'none') return { look: 'refused', what: meant.why, more: '' };
  if (over?.kind === 'none') return { look: 'refused', what: over.why, more: '' };
  return {
    look: 'plain',
    what: 'Where does it end?',
    more: 'A device, or a socket for its memory.',
  };
}
