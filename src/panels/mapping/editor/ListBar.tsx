import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ScatterlistId } from '../../../model/ids.ts';
import type { Scatterlist } from '../../../model/workload.ts';
import { freeName } from '../../../store/freeName.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import styles from './Editor.module.css';
import { newList } from './newList.ts';

interface Props {
  readonly document: OpenDocument;
  readonly list: Scatterlist;
}

/** Which list is looked at, and what can be done with it as a whole. */
export function ListBar({ document, list }: Props) {
  const { edit, lookAtMapping } = usePeerlane((state) => state.actions);
  const [isNaming, setNaming] = useState(false);
  const { machine } = document;
  const lists = machine.workload.scatterlists;
  const add = (entries: Scatterlist['entries']) => {
    const wish = entries.length === 0 ? null : (list.label ?? list.id);
    const made = newList(machine, list.client, wish, entries);
    edit({ kind: 'list-add', list: made, at: lists.length });
  };
  if (isNaming) {
    return <NameField document={document} list={list} onEnd={() => setNaming(false)} />;
  }
  return (
    <div className={styles.line}>
      <label className={styles.wide}>
        <span className={styles.label}>List</span>
        <select
          value={list.id}
          onChange={({ target }) => lookAtMapping({ list: target.value as ScatterlistId })}
        >
          {lists.map(({ id, label, entries }) => (
            <option key={id} value={id}>
              {label ?? id} · {entries.length} {entries.length === 1 ? 'entry' : 'entries'}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="small" onClick={() => add([])}>
        New
      </button>
      <button
        id="mapping-rename"
        type="button"
        className="small"
        aria-label={`Rename ${list.label ?? list.id}`}
        onClick={() => setNaming(true)}
      >
        Rename
      </button>
      <button
        type="button"
        className="small"
        aria-label={`Duplicate ${list.label ?? list.id}`}
        onClick={() => add(list.entries)}
      >
        Copy
      </button>
      <button
        type="button"
        className="small"
        aria-label={`Remove ${list.label ?? list.id}`}
        onClick={() => edit({ kind: 'list-remove', id: list.id })}
      >
        Remove
      </button>
    </div>
  );
}

/** Enter keeps the name, Escape does not; one that something else has is not taken. */
function NameField({ document, list, onEnd }: Props & { readonly onEnd: () => void }) {
  const before = list.label ?? list.id;
  const edit = usePeerlane((state) => state.actions.edit);
  const [name, setName] = useState(before);
  const field = useRef<HTMLInputElement>(null);
  const isTaken = name.trim() !== before && !freeName(document.machine)(name.trim());
  const isEmpty = name.trim() === '';
  useEffect(() => field.current?.select(), []);
  const end = () => {
    onEnd();
    requestAnimationFrame(() => window.document.getElementById('mapping-rename')?.focus());
  };
  const keep = () => {
    if (isTaken || isEmpty) return;
    if (name.trim() !== before) edit({ kind: 'list-label', id: list.id, label: name.trim() });
    end();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const why = isEmpty ? 'A list needs a name.' : isTaken ? 'Something else has this name.' : null;
  return (
    <div className={styles.line}>
      <label className={styles.wide}>
        <span className={styles.label}>Name</span>
        <input
          ref={field}
          value={name}
          maxLength={60}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={why !== null}
          aria-describedby="mapping-name-why"
          onChange={({ target }) => setName(target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <button
        type="button"
        className="small"
        aria-disabled={why !== null || undefined}
        onClick={keep}
      >
        Keep
      </button>
      <button type="button" className="small" onClick={end}>
        Cancel
      </button>
      <span id="mapping-name-why" role="status" className={styles.why}>
        {why}
      </span>
    </div>
  );
}
