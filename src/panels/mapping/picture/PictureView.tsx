import { useDeferredValue, useMemo } from 'react';
import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import { peerlane, usePeerlane } from '../../../store/peerlane.ts';
import { MappingPicture } from './MappingPicture.tsx';
import { canExportMapping } from './mappingExports.ts';
import styles from './PictureView.module.css';
import { pageTheme } from './pageTheme.ts';
import { copyMapping, saveMapping } from './saveMapping.ts';

/** Height of what stands below the picture, with its air. */
const BUTTONS = 72;

/** The whole mapping, and what can be taken along of it. */
export function PictureView({ report }: { readonly report: MappingReport }) {
  // Whoever goes through a long list by keys does not wait for its picture.
  const { output, entry } = useDeferredValue(usePeerlane((state) => state.mapping));
  const lookAtMapping = usePeerlane((state) => state.actions.lookAtMapping);
  const canExport = usePeerlane(canExportMapping);
  const picture = useMemo(
    () => (
      <MappingPicture
        report={report}
        step={null}
        output={output}
        entry={entry}
        onPoint={lookAtMapping}
        beside={BUTTONS}
      />
    ),
    [report, output, entry, lookAtMapping],
  );
  return (
    <div className={styles.view}>
      {picture}
      <div className={styles.buttons}>
        <button
          type="button"
          className="small"
          disabled={!canExport}
          onClick={() => saveMapping(peerlane.getState(), pageTheme())}
        >
          Save as SVG
        </button>
        <button
          type="button"
          className="small"
          disabled={!canExport}
          onClick={() => void copyMapping(peerlane.getState())}
        >
          Copy as text
        </button>
      </div>
    </div>
  );
}
