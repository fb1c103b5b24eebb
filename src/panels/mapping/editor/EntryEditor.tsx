import { useState } from 'react';
import type { Scatterlist, ScatterlistEntry } from '../../../model/workload.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { ADD_FORMS, AddBar, type AddForm } from './AddBar.tsx';
import styles from './Editor.module.css';
import { EntryTable } from './EntryTable.tsx';
import {
  chosenWithin,
  duplicated,
  inserted,
  type Moved,
  moved,
  NOTHING_CHOSEN,
  removed,
  type Selection,
} from './entryMoves.ts';
import { focusAfter } from './focusAfter.ts';

interface Props {
  readonly document: OpenDocument;
  readonly list: Scatterlist;
}

const count = (entries: number): string => (entries === 1 ? 'an entry' : `${entries} entries`);

/** The entries of a list, and all that changes them. Each change is one step of the history. */
export function EntryEditor({ document, list }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const [selection, setSelection] = useState<Selection>(NOTHING_CHOSEN);
  const [form, setForm] = useState<AddForm | null>(null);
  const { entries } = list;
  const shown = chosenWithin(selection, entries.length);
  const make = (title: string, result: Moved | null) => {
    if (!result) return;
    edit({ kind: 'list-entries', id: list.id, title, entries: result.entries });
    const at = result.chosen[0] ?? 0;
    setSelection({ chosen: new Set(result.chosen), at, anchor: at });
  };
  const { chosen } = shown;
  const acts = {
    up: () => make(`move ${count(chosen.size)} up`, moved(entries, chosen, -1)),
    down: () => make(`move ${count(chosen.size)} down`, moved(entries, chosen, 1)),
    duplicate: () => make(`duplicate ${count(chosen.size)}`, duplicated(entries, chosen)),
    remove: () => make(`remove ${count(chosen.size)}`, removed(entries, chosen)),
  };
  /** Behind what is chosen, else at the end. */
  const add = (more: readonly ScatterlistEntry[], title = `add ${count(more.length)}`) => {
    const last = Math.max(-1, ...chosen);
    make(title, inserted(entries, last < 0 ? entries.length : last + 1, more));
    close();
  };
  /** The keys go on where the form was opened. */
  function close() {
    setForm(null);
    if (form) focusAfter(`mapping-add-${form}`);
  }
  const Form = form && ADD_FORMS[form];
  return (
    <>
      <AddBar open={form} onOpen={setForm} />
      {Form ? (
        <Form document={document} list={list} onAdd={add} onClose={close} />
      ) : (
        <EntryTable
          document={document}
          list={list}
          selection={shown}
          onSelect={setSelection}
          acts={acts}
          onChange={(at, entry) =>
            edit({
              kind: 'list-entries',
              id: list.id,
              title: `change entry ${at + 1}`,
              entries: entries.with(at, entry),
            })
          }
        />
      )}
      <div className={styles.acts} hidden={form !== null}>
        <span className={styles.quiet}>
          {chosen.size === 0 ? 'Nothing chosen' : `${chosen.size} of ${entries.length} chosen`}
        </span>
        {(
          [
            ['up', 'Up'],
            ['down', 'Down'],
            ['duplicate', 'Duplicate'],
            ['remove', 'Delete'],
          ] as const
        ).map(([act, title]) => (
          <button
            key={act}
            type="button"
            className="small"
            aria-disabled={chosen.size === 0 || undefined}
            onClick={acts[act]}
          >
            {title}
          </button>
        ))}
      </div>
    </>
  );
}
