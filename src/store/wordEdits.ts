import type { NoteId } from '../model/ids.ts';
import type { EditRow } from './editTable.ts';
import { isNothing } from './isNothing.ts';
import { partNamed } from './partNamed.ts';

/** A part's own name. */
export const label: EditRow<'label'> = {
  title: ({ about, label: text }, machine) => {
    const name = partNamed(machine, about);
    return isNothing(text) ? `no name for ${name}` : `call ${name} “${text.trim()}”`;
  },
  apply: (draft, { about, label: text }) => {
    const lists = [draft.functions, draft.hostBridges, draft.sockets, draft.slots];
    const part = lists.flat().find(({ id }) => id === about);
    if (!part) throw new RangeError(`no part ${about}`);
    part.label = isNothing(text) ? null : text.trim();
  },
};

/** A remark on a part or on the machine. */
export const note: EditRow<'note'> = {
  title: ({ about, text }, machine) => {
    const name = about === null ? 'the machine' : partNamed(machine, about);
    return text.trim() === '' ? `no note on ${name}` : `note on ${name}`;
  },
  apply: (draft, { about, text }) => {
    const place = draft.notes.findIndex((each) => each.about === about);
    const found = draft.notes[place];
    const words = text.trim();
    if (words === '') {
      if (found) draft.notes.splice(place, 1);
    } else if (found) {
      found.text = words;
    } else {
      draft.notes.push({ id: freeNoteId(draft.notes.map(({ id }) => id)), about, text: words });
    }
  },
};

function freeNoteId(taken: readonly string[]): NoteId {
  let number = taken.length;
  while (taken.includes(`note${number}`)) number++;
  return `note${number}` as NoteId;
}
