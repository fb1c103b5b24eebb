import type { KeyboardEvent } from 'react';
import styles from './TabList.module.css';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** How many of something are behind it, said after its title: `3 warnings`; none shows nothing. */
  readonly count?: { readonly value: number; readonly words: string };
}

interface Props<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/**
 * Tabs above a panel: one stop for the Tab key, arrows go from one to the next. A tab's id is
 * `tab-…`, that of what it shows `panel-…`.
 */
export function TabList<Id extends string>({ label, tabs, chosen, onChoose }: Props<Id>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.tabs}>
      {tabs.map(({ id, title, count }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={id === chosen}
          aria-controls={id === chosen ? `panel-${id}` : undefined}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
          onKeyDown={onKeyDown}
        >
          {title}
          {count && count.value > 0 && (
            <span className={styles.count}>
              <span aria-hidden="true">{count.value}</span>
              <span className="unseen">{count.words}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
