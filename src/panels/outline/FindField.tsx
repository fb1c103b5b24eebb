import { type KeyboardEvent, useId } from 'react';
import { focusSheet } from '../../parts/focusSheet.ts';
import { formatCount } from '../../parts/verdictWords.ts';
import type { PartId } from '../../store/state.ts';
import styles from './FindField.module.css';

interface Props {
  readonly query: string;
  /** Id of the tree that it filters. */
  readonly controls: string;
  /** In the order of the lines; `null` while nothing is asked. */
  readonly matches: readonly PartId[] | null;
  readonly focus: PartId | null;
  readonly onQuery: (query: string) => void;
  readonly onCycle: (step: 1 | -1) => void;
  /** Selects all that was found. */
  readonly onAll: () => void;
}

/** Narrows the outline to what is typed; Enter goes from match to match. */
export function FindField({ query, controls, matches, focus, onQuery, onCycle, onAll }: Props) {
  const hint = useId();
  // Which one it is is told with its name.
  const isAtMatch = focus !== null && matches?.includes(focus) === true;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onAll();
    else if (event.key === 'Enter') onCycle(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && query !== '') onQuery('');
    else if (event.key === 'Escape' && !isInDrawer(event.currentTarget)) focusSheet();
    else if (event.key === 'ArrowDown') document.getElementById(controls)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.find}>
      <input
        id="find"
        className={styles.field}
        type="search"
        aria-label="Find in the outline"
        aria-describedby={hint}
        placeholder="Address, name, driver, slot, note"
        value={query}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.count} role="status" aria-live={isAtMatch ? 'off' : 'polite'}>
        {matches && countWords(matches, focus)}
      </span>
      <span id={hint} className="unseen">
        Enter goes to the next match, Shift+Enter to the one before, Ctrl+Enter selects them all,
        Arrow down goes into the outline, Escape clears the field and then goes to the drawing.
      </span>
    </div>
  );
}

/** There Escape closes the drawer, which leads the focus back. */
const isInDrawer = (element: Element) => element.closest('dialog') !== null;

/** `3 of 24`, or only how many. */
function countWords(matches: readonly PartId[], focus: PartId | null): string {
  const at = focus === null ? -1 : matches.indexOf(focus);
  if (at >= 0) return `${formatCount(at + 1)} of ${formatCount(matches.length)}`;
  return matches.length === 0 ? 'none' : formatCount(matches.length);
}
