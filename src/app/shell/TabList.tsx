import { TabList as Tabs } from '../../parts/TabList.tsx';
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

/** Tabs above a panel. A tab's id is `tab-…`, that of what it shows `panel-…`. */
export function TabList<Id extends string>({ tabs, ...others }: Props<Id>) {
  const shown = tabs.map(({ id, title, count }) => ({
    id,
    title: (
      <>
        {title}
        {count && count.value > 0 && (
          <span className={styles.count}>
            <span aria-hidden="true">{count.value}</span>
            <span className="unseen">{count.words}</span>
          </span>
        )}
      </>
    ),
  }));
  return <Tabs tabs={shown} look={styles} {...others} />;
}
