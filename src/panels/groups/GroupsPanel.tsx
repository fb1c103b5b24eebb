import { useMemo, useState } from 'react';
import { Glyph } from '../../parts/Glyph.tsx';
import { Term } from '../../parts/Term.tsx';
import { usePeerlane, usePeerlaneShallow } from '../../store/peerlane.ts';
import { UpdatingTag } from '../UpdatingTag.tsx';
import { GroupItem } from './GroupItem.tsx';
import styles from './GroupsPanel.module.css';
import { capturedWords, groupRows } from './groupRows.ts';
import { Remarks } from './Remarks.tsx';
import { Ungrouped } from './Ungrouped.tsx';

/** A list of thousands takes a browser long; few want to read it. */
const MOST_SHOWN = 240;

/** Which functions share an IOMMU group, in the kernel's order, and why. */
export function GroupsPanel() {
  const { document, isolated } = usePeerlaneShallow(({ document, isolated }) => ({
    document,
    isolated,
  }));
  const hasHulls = usePeerlane((state) => state.view.hasGroupHulls);
  const { setView } = usePeerlane((state) => state.actions);
  const [isFiltered, setIsFiltered] = useState(false);
  const [isWhole, setIsWhole] = useState(false);
  const groups = isolated?.groups;
  const byId = document?.byId;
  const rows = useMemo(() => (groups && byId ? groupRows(groups, byId) : []), [groups, byId]);
  if (!document) return <p className={styles.nothing}>Open a machine to see its IOMMU groups.</p>;
  if (!groups) {
    return (
      <p role="status" className={styles.nothing}>
        Grouping…
      </p>
    );
  }
  const isStale = isolated.revision !== document.revision;
  const several = rows.filter(({ members }) => members.length > 1);
  const wanted = isFiltered ? several : rows;
  const shown = isWhole ? wanted : wanted.slice(0, MOST_SHOWN);
  const captured = capturedWords(rows, groups.ungrouped, document.byId);
  return (
    <div className={styles.panel}>
      <UpdatingTag isStale={isStale} />
      <div className={styles.shown} data-stale={isStale || undefined} aria-busy={isStale}>
        <header className={styles.head}>
          <h2>
            {rows.length} <Term id="iommuGroup">IOMMU groups</Term>
          </h2>
          <p className={styles.counts}>
            {several.length === 0
              ? 'each with one member'
              : `${several.length} with several members`}
            {captured !== null && `. ${captured}`}
          </p>
          <label className={styles.filter}>
            <input
              type="checkbox"
              checked={isFiltered}
              onChange={({ target }) => setIsFiltered(target.checked)}
            />
            More than one member
          </label>
          <button
            type="button"
            className={`small ${styles.toggle}`}
            aria-pressed={hasHulls}
            onClick={() => setView({ hasGroupHulls: !hasHulls })}
          >
            Outline on the sheet
          </button>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable */}
        <section className={styles.body} tabIndex={0} aria-label="Groups">
          {groups.hypothetical && (
            <p className={styles.banner}>
              <Glyph kind="unknown" />
              <span>
                <strong>Hypothetical:</strong> no IOMMU is in use under these conditions, so Linux
                makes no groups. One in use would make these.
              </span>
            </p>
          )}
          <Remarks groups={groups} byId={document.byId} />
          {wanted.length === 0 && (
            <p className={styles.none}>No group has more than one member: all are kept apart.</p>
          )}
          <ol className={styles.list}>
            {shown.map((row) => (
              <GroupItem key={row.number} row={row} />
            ))}
          </ol>
          {shown.length < wanted.length && (
            <button type="button" className={styles.more} onClick={() => setIsWhole(true)}>
              Show the other {wanted.length - shown.length} groups
            </button>
          )}
          <Ungrouped ungrouped={groups.ungrouped} />
        </section>
      </div>
    </div>
  );
}
