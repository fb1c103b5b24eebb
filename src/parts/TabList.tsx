import type { KeyboardEvent, ReactNode } from 'react';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly title: ReactNode;
}

interface Props<Id extends string> {
  readonly label: string;
  /** Stands before its ids: of `flows-` a tab's id is `flows-tab-…`, that of what it shows `flows-panel-…`. */
  readonly of?: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** Its classes, from the style sheet of where it stands. */
  readonly look: { readonly tabs?: string; readonly tab?: string };
}

/** Tabs above what they show: one stop for the Tab key, arrows go from one to the next. */
export function TabList<Id extends string>({
  label,
  of = '',
  tabs,
  chosen,
  onChoose,
  look,
}: Props<Id>) {
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
    document.getElementById(`${of}tab-${next.id}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={look.tabs}>
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          id={`${of}tab-${id}`}
          type="button"
          role="tab"
          className={look.tab}
          aria-selected={id === chosen}
          aria-controls={id === chosen ? `${of}panel-${id}` : undefined}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
          onKeyDown={onKeyDown}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
