import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionSource,
  completionKeymap,
  completionStatus,
  moveCompletionSelection,
  selectedCompletion,
} from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { type Command, keymap } from '@codemirror/view';
import type { Suggestion } from '../../../sketch/sketch.ts';
import { suggestAt } from '../../../sketch/suggestAt.ts';

/** As many as have room without scrolling; the arrows lead on to others, and typing leaves fewer. */
const MOST_SHOWN = 12;

function infoOf(suggestion: Suggestion): HTMLElement {
  const box = document.createElement('div');
  for (const part of suggestion.info.split('\n')) {
    const words = document.createElement('p');
    words.textContent = part;
    box.append(words);
  }
  return box;
}

function completionOf(suggestion: Suggestion, place: number): Completion {
  return {
    label: suggestion.label,
    apply: suggestion.insert,
    detail: suggestion.detail,
    type: suggestion.kind,
    // Keeps the order of the tables among those that match equally well.
    boost: -Math.min(place, 98) / 100,
    ...(suggestion.info === '' ? {} : { info: () => infoOf(suggestion) }),
  };
}

const fromTables: CompletionSource = ({ state, pos, explicit }) => {
  const { from, to, options } = suggestAt(state.doc.toString(), pos);
  const typed = state.doc.sliceString(from, pos);
  // Nobody asked yet, or the word is there already: a list would only stand in the way.
  if (!explicit && (typed === '' || options.some(({ insert }) => insert === typed))) return null;
  if (options.length === 0) return null;
  return { from, to, options: options.map(completionOf) };
};

/** Tab takes what is chosen, the first if nothing is; Enter only what was chosen with the arrows. */
const takeWithTab: Command = (view) => {
  const status = completionStatus(view.state);
  if (status === null) return false;
  if (status === 'active') {
    if (selectedCompletion(view.state) === null) moveCompletionSelection(true)(view);
    acceptCompletion(view);
  }
  // While a list is being made Tab is meant for it: the line shall not jump.
  return true;
};

/** Words that could stand at the cursor, while typing or with Ctrl+Space. */
export const completion: Extension = [
  autocompletion({
    override: [fromTables],
    selectOnOpen: false,
    icons: false,
    defaultKeymap: false,
    maxRenderedOptions: MOST_SHOWN,
    aboveCursor: false,
    interactionDelay: 0,
    activateOnTypingDelay: 60,
    // `acs=` asks for its values.
    activateOnCompletion: ({ apply }) => typeof apply === 'string' && apply.endsWith('='),
  }),
  Prec.high(keymap.of([{ key: 'Tab', run: takeWithTab }, ...completionKeymap])),
];
