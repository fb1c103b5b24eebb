import { useCallback, useDeferredValue, useId, useMemo, useState } from 'react';
import { documentAsRun } from '../../store/machineAsRun.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { machineTree } from '../tree/machineTree.ts';
import { FindField } from './FindField.tsx';
import { findParts, nextMatch } from './findParts.ts';
import styles from './OutlinePanel.module.css';
import { OutlineTree } from './OutlineTree.tsx';
import { type OutlineRow, outlineRows } from './outlineRows.ts';
import { spokenName } from './spokenName.ts';
import { useFolding } from './useFolding.ts';

/** The machine as a tree of lines, with a field to find parts in it. */
export function OutlinePanel() {
  const document = usePeerlane(documentAsRun);
  if (document === null) return null;
  return <Outline key={document.serial} document={document} />;
}

function Outline({ document }: { readonly document: OpenDocument }) {
  const treeId = useId();
  const { select, moveCamera, announce } = usePeerlane((state) => state.actions);
  const focus = usePeerlane((state) => state.focus);
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const tree = machineTree(document.machine);
  const { machine, titles } = document;
  const find = useCallback(
    (text: string) => findParts({ machine, titles }, tree, text),
    [machine, titles, tree],
  );
  const found = useMemo(() => find(asked), [find, asked]);
  const folding = useFolding(tree, focus);
  const { isExpanded } = folding;
  const rows = useMemo(() => outlineRows(tree, { isExpanded, found }), [tree, isExpanded, found]);

  const show = (id: PartId, how: 'replace' | 'toggle' = 'replace') => {
    select([id], how);
    moveCamera('reveal-focus');
  };
  const matches = matchesIn(rows);
  // Who types and at once goes on is ahead of the list that is drawn.
  const matchesNow = () =>
    asked === query ? matches : matchesIn(outlineRows(tree, { isExpanded, found: find(query) }));
  const cycle = (step: 1 | -1) => {
    const matches = matchesNow();
    const next = nextMatch(matches, focus, step);
    if (next === null) return;
    show(next);
    const node = tree.nodes.get(next);
    const at = `${matches.indexOf(next) + 1} of ${matches.length}`;
    if (node) announce(`${spokenName(document, node)}, ${at}.`);
  };
  return (
    <div className={styles.panel}>
      <FindField
        query={query}
        controls={treeId}
        matches={found === null ? null : matches}
        focus={focus}
        onQuery={setQuery}
        onCycle={cycle}
        onAll={() => {
          const all = matchesNow();
          if (all.length === 0) return;
          select(all);
          moveCamera('reveal-focus');
        }}
      />
      {rows.length === 0 ? (
        <p className={styles.nothing}>
          {found === null ? 'The machine is empty.' : 'Nothing of that name.'}
        </p>
      ) : (
        <OutlineTree
          id={treeId}
          document={document}
          tree={tree}
          rows={rows}
          folding={folding}
          onShow={show}
        />
      )}
    </div>
  );
}

const matchesIn = (rows: readonly OutlineRow[]): readonly PartId[] =>
  rows.filter((row) => row.isMatch).map(({ id }) => id);
