import { type ReactNode, useMemo, useRef, useState } from 'react';
import { listInSight } from '../../../../store/mappingView.ts';
import { peerlane, usePeerlane } from '../../../../store/peerlane.ts';
import type { SeveralPanel } from '../../../../store/severalView.ts';
import { useWidth } from '../../../addresses/useWidth.ts';
import { UpdatingTag } from '../../../UpdatingTag.tsx';
import { pageTheme } from '../../picture/pageTheme.ts';
import type { Pointed } from '../../picture/pointed.ts';
import { NOTHING_POINTED } from '../../picture/pointed.ts';
import { useNameOf } from '../../picture/useNameOf.ts';
import { DifferencesTable } from './DifferencesTable.tsx';
import { SeveralBar } from './SeveralBar.tsx';
import { SeveralFigure } from './SeveralFigure.tsx';
import styles from './SeveralView.module.css';
import { copySeveral, saveSeveral } from './saveSeveral.ts';
import { severalColumns } from './severalColumns.ts';
import { severalDifferences } from './severalDifferences.ts';
import { panelOutcome, severalAnswered, severalShown } from './severalShown.ts';

/** What is pointed at in one of the pictures: an output there, an entry in all of the same list. */
interface PointedIn {
  readonly panel: string;
  readonly of: string | null;
  readonly at: Pointed;
}

const NOWHERE: PointedIn = { panel: '', of: null, at: NOTHING_POINTED };

/** Mappings under several conditions as one picture: what goes on a slide. */
export function SeveralView({ children }: { readonly children: ReactNode }) {
  const grid = useRef<HTMLDivElement>(null);
  const width = useWidth(grid);
  const document = usePeerlane((state) => state.document);
  const mapping = usePeerlane((state) => state.mapping);
  const results = usePeerlane((state) => state.results);
  const mappedSeveral = usePeerlane((state) => state.mappedSeveral);
  const { lookAtMapping } = usePeerlane((state) => state.actions);
  const nameOf = useNameOf();
  const [pointedIn, setPointedIn] = useState(NOWHERE);
  const { several = [] } = mapping;
  const state = useMemo(
    () => ({ document, mapping, results, mappedSeveral }),
    [document, mapping, results, mappedSeveral],
  );
  const shown = useMemo(() => severalShown(state), [state]);
  const answered = useMemo(() => severalAnswered(state), [state]);
  const reports = shown.flatMap(({ report }) => (report ? [report] : []));
  const inSight = `${listInSight(document?.machine, mapping)?.id} whole`;

  const change = (panels: readonly SeveralPanel[]) => lookAtMapping({ several: panels });
  const point = (panel: string, of: string | null, at: Pointed) => {
    setPointedIn({ panel, of, at });
    if (of === inSight && at.entry !== mapping.entry) lookAtMapping({ entry: at.entry });
  };
  return (
    <div className={styles.view}>
      <SeveralBar before={children}>
        <span className={styles.taking}>
          <button
            type="button"
            className="small"
            aria-pressed={mapping.isSeveralWide !== false}
            onClick={() => lookAtMapping({ isSeveralWide: mapping.isSeveralWide === false })}
          >
            Hide the list
          </button>
          <button
            type="button"
            className="small"
            disabled={!answered}
            onClick={() => saveSeveral(peerlane.getState(), pageTheme())}
          >
            Save as one SVG
          </button>
          <button
            type="button"
            className="small"
            disabled={!answered}
            onClick={() => void copySeveral(peerlane.getState())}
          >
            Copy all as text
          </button>
        </span>
      </SeveralBar>
      <UpdatingTag isStale={shown.some(({ isStale, report }) => isStale && report !== null)} />
      <div
        ref={grid}
        className={styles.grid}
        style={{
          gridTemplateColumns: `repeat(${severalColumns(shown.length, width)}, minmax(0, 1fr))`,
        }}
      >
        {width > 0 &&
          shown.map((each, at) => {
            const { panel, of, report } = each;
            const isHere = pointedIn.panel === panel.id;
            const local = pointedIn.of === of ? pointedIn.at.entry : null;
            return (
              <SeveralFigure
                key={panel.id}
                shown={each}
                outcome={report && panelOutcome(report, reports, nameOf)}
                output={isHere && pointedIn.of === of ? pointedIn.at.output : null}
                entry={of === inSight ? mapping.entry : local}
                onPoint={(pointed) => point(panel.id, of, pointed)}
                onChange={(next) => change(several.with(at, next))}
                onRemove={() => change(several.filter(({ id }) => id !== panel.id))}
              />
            );
          })}
      </div>
      {several.length === 0 && (
        <p className={styles.none}>
          Choose a picture above, or put one together from conditions: up to six stand beside one
          another.
        </p>
      )}
      {answered && answered.length > 1 && (
        <DifferencesTable
          columns={answered}
          differences={severalDifferences(answered.map(({ report }) => report))}
        />
      )}
    </div>
  );
}
