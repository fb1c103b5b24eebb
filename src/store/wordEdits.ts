import type { Draft } from 'immer';
import type { NoteId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import type { PartId } from './edit.ts';
import type { EditRow } from './editTable.ts';
import { isNothing } from './isNothing.ts';
import { partNamed } from './partNamed.ts';

/** A part's own name. */
export const label: EditRow<'label'> = {
  title: ({ about, label: text }, machine) => {
    const name = partNamed(machine, about);
    return isNothing(text) ? `no name for ${name}` : `call ${name} “${text.trim()}”`;
  },
  apply: (draft, { about, label: text }) => call(draft, new Map([[about, text]])),
};

/** Names for several parts after a pattern. */
export const names: EditRow<'names'> = {
  title: ({ names: all, pattern }) =>
    `name ${all.length} ${all.length === 1 ? 'part' : 'parts'} ${pattern}`,
  apply: (draft, { names: all }) =>
    call(draft, new Map(all.map(({ about, label: text }) => [about, text]))),
};

function call(draft: Draft<Machine>, wanted: ReadonlyMap<PartId, string | null>): void {
  const left = new Set(wanted.keys());
  const lists = [draft.functions, draft.hostBridges, draft.sockets, draft.slots];
  for (const part of lists.flat()) {
    if (!left.delete(part.id)) continue;
    const text = wanted.get(part.id) ?? null;
    part.label = isNothing(text) ? null : text.trim();
  }
  for (const about of left) throw new RangeError(`no part ${about}`);
}

/** A remark on a part, on a link or on the machine. */
export const note: EditRow<'note'> = {
  title: ({ about, on, text }, machine) => {
    const part = about === null ? 'the machine' : partNamed(machine, about);
    const name = on === 'link' ? `the link above ${part}` : part;
    return text.trim() === '' ? `no note on ${name}` : `note on ${name}`;
  },
  apply: (draft, { about, on, text }) => {
    const place = draft.notes.findIndex((each) => each.about === about && each.on === on);
    const found = draft.notes[place];
    const words = text.trim();
    if (words === '') {
      if (found) draft.notes.splice(place, 1);
    } else if (found) {
      found.text = words;
    } else {
      const id = freeNoteId(draft.notes.map((each) => each.id));
      draft.notes.push({ id, about, ...(on && { on }), text: words });
    }
  },
};

function freeNoteId(taken: readonly string[]): NoteId {
  let number = taken.length;
  while (taken.includes(`note${number}`)) number++;
  return `note${number}` as NoteId;
}
