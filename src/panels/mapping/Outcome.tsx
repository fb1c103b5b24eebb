import type { MappingReport } from '../../engine/mapping/mappingReport.ts';
import { partNamed } from '../../store/partNamed.ts';
import type { OpenDocument } from '../../store/state.ts';
import styles from './MappingPanel.module.css';
import { outcomeWords } from './outcomeWords.ts';

interface Props {
  readonly document: OpenDocument;
  readonly report: MappingReport;
}

/** The answer in a line: under which conditions, by whom, how many outputs or which error. */
export function Outcome({ document, report }: Props) {
  const { under, chosen, remarks, mapping } = report;
  return (
    <div className={styles.outcome} data-failed={mapping.errno !== 0 || undefined}>
      <strong>{outcomeWords(report, (id) => partNamed(document.machine, id))}</strong>{' '}
      <small>
        {under} · <code>{chosen.chain.at(-1)?.call ?? chosen.kind}</code>
      </small>
      {remarks.length > 0 && (
        <details className={styles.remarks}>
          <summary>
            {remarks.length} {remarks.length === 1 ? 'remark' : 'remarks'}
          </summary>
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
