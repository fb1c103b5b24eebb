import { useId, useState } from 'react';
import type { SeveralPanel } from '../../../../store/severalView.ts';
import { MappingPicture } from '../../picture/MappingPicture.tsx';
import type { Pointed } from '../../picture/pointed.ts';
import { PanelSettings } from './PanelSettings.tsx';
import styles from './SeveralView.module.css';
import { LEAST_WIDTH } from './severalColumns.ts';
import type { ShownPanel } from './severalShown.ts';

interface Props {
  readonly shown: ShownPanel;
  /** What came out, in a line; `null`: nothing is known yet. */
  readonly outcome: string | null;
  readonly output: number | null;
  readonly entry: number | null;
  readonly onPoint: (pointed: Pointed) => void;
  readonly onChange: (panel: SeveralPanel) => void;
  readonly onRemove: () => void;
}

/** One of several mappings: its title, what came out, the picture; what is other can be changed. */
export function SeveralFigure(props: Props) {
  const { shown, outcome, output, entry, onPoint, onChange, onRemove } = props;
  const { panel, title, report, isStale, trouble } = shown;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <figure className={styles.figure} data-stale={isStale || undefined}>
      <figcaption>
        <span className={styles.title}>
          <strong>{title}</strong>
          <button
            type="button"
            className="small"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={`Change “${title}”`}
            onClick={() => setOpen(!isOpen)}
          >
            Change
          </button>
          <button
            type="button"
            className="small"
            aria-label={`Remove “${title}”`}
            title="Remove"
            onClick={onRemove}
          >
            ✕
          </button>
        </span>
        {report && (
          <span>
            <span className={styles.outcome} data-failed={report.mapping.errno !== 0 || undefined}>
              {outcome}
            </span>{' '}
            <small>{report.under}</small>
          </span>
        )}
      </figcaption>
      <div id={id} hidden={!isOpen}>
        {isOpen && <PanelSettings panel={panel} onChange={onChange} />}
      </div>
      {trouble && <p className={styles.trouble}>{trouble}</p>}
      {!report && !trouble && <p className={styles.trouble}>Mapping the list…</p>}
      {report && (
        <MappingPicture
          report={report}
          step={null}
          output={output}
          entry={entry}
          onPoint={onPoint}
          title={`${title}: ${outcome ?? ''}`}
          least={LEAST_WIDTH - 2}
        />
      )}
    </figure>
  );
}
