import type { LeftTab } from '../../store/state.ts';

/** What the panel at the left is called while it shows that. */
export const LEFT_WORDS: Readonly<
  Record<LeftTab, { readonly title: string; readonly the: string }>
> = {
  outline: { title: 'Outline', the: 'the outline' },
  text: { title: 'Text', the: 'the text' },
  parts: { title: 'Parts', the: 'the parts' },
};

/** What a press of their keys leads to. */
export const TEXT_ID = 'machine-text';
export const PARTS_FIND_ID = 'find-part';
