import { type SyntheticEvent, useState } from 'react';
import { NO_MARK, writeLspciTree } from '../../formats/write/writeLspciTree.ts';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { ScrollText } from '../../parts/ScrollText.tsx';
import type { Reading } from '../judge.ts';
import styles from './TreeText.module.css';

/** Wide enough for nearly every name; the box scrolls. */
const COLUMNS = 160;

/** The tree as `lspci -tv` draws it, made when it is first opened. */
export function TreeText({ reading }: { readonly reading: Reading }) {
  const [text, setText] = useState<string | null>(null);
  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (!event.currentTarget.open || text !== null) return;
    const name = (fn: { readonly id: Parameters<typeof reading.titles.get>[0] }) =>
      reading.titles.get(fn.id) ?? '';
    setText(writeLspciTree(reading.machine, { name, mark: NO_MARK, width: COLUMNS }));
  };
  return (
    <details className={styles.tree} onToggle={onToggle}>
      <summary>
        Tree, as <code>lspci -tv</code> draws it
      </summary>
      {text !== null && (
        <div className={styles.body}>
          <CopyButton text={text} what="the tree" />
          <ScrollText text={text} label="Tree" wrap={false} />
        </div>
      )}
    </details>
  );
}
