import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FunctionId } from '../../../model/ids.ts';
import { RAM_PAGES, type ScatterlistEntry } from '../../../model/workload.ts';
import type { OpenDocument } from '../../../store/state.ts';
import styles from './EntryTable.module.css';
import { readDraft, startDraft } from './entryDraft.ts';
import { PAGE_WORDS } from './pageWords.ts';
import { plainName, providersOf } from './providers.ts';

interface Props {
  readonly document: OpenDocument;
  readonly entry: ScatterlistEntry;
  readonly index: number;
  readonly top: number;
  readonly onKeep: (entry: ScatterlistEntry) => void;
  readonly onEnd: () => void;
}

/** An entry being changed in its place. Enter or leaving keeps it, Escape does not; a mistake stays. */
export function EntryFields({ document, entry, index, top, onKeep, onEnd }: Props) {
  const row = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(() => startDraft(entry));
  const read = readDraft(draft);
  const why = read.ok ? null : read.why;
  useEffect(() => {
    const field = row.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, []);
  const keep = () => {
    if (!read.ok) return;
    if (JSON.stringify(read.value) !== JSON.stringify(entry)) onKeep(read.value);
    onEnd();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') onEnd();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) keep();
  };
  const field = (name: 'address' | 'offset' | 'length', label: string) => (
    // biome-ignore lint/a11y/useFocusableInteractive: its field is the stop
    // biome-ignore lint/a11y/useSemanticElements: a table cannot leave out rows out of sight
    <div role="gridcell">
      <input
        value={draft[name]}
        spellCheck={false}
        autoComplete="off"
        aria-label={`${label} of entry ${index + 1}`}
        aria-invalid={read.ok ? false : read.field === name}
        aria-describedby="mapping-entry-why"
        onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
      />
    </div>
  );
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its fields are the stops
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      ref={row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected="true"
      className={styles.row}
      data-editing
      style={{ top }}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the row */}
      {/* biome-ignore lint/a11y/useSemanticElements: see the row */}
      <div role="gridcell" data-number>
        {index + 1}
      </div>
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the row */}
      {/* biome-ignore lint/a11y/useSemanticElements: see the row */}
      <div role="gridcell">
        <select
          aria-label={`Memory of entry ${index + 1}`}
          value={draft.provider ?? draft.page ?? ''}
          onChange={({ target }) => {
            const page = RAM_PAGES.find((each) => each === target.value) ?? null;
            const isRam = page !== null || target.value === '';
            setDraft({ ...draft, page, provider: isRam ? null : (target.value as FunctionId) });
          }}
        >
          <option value="">RAM</option>
          {RAM_PAGES.map((each) => (
            <option key={each} value={each}>
              {PAGE_WORDS[each].title}
            </option>
          ))}
          {providersOf(document.machine).map((fn) => (
            <option key={fn.id} value={fn.id}>
              {plainName(fn)}
            </option>
          ))}
        </select>
      </div>
      {draft.provider === null ? field('address', 'Address') : field('offset', 'BAR and offset')}
      {field('length', 'Length')}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the row */}
      {/* biome-ignore lint/a11y/useSemanticElements: see the row */}
      <div role="gridcell" className={styles.quiet}>
        Enter keeps
      </div>
      <p id="mapping-entry-why" role="status" className={styles.why} hidden={why === null}>
        {why}
      </p>
    </div>
  );
}
