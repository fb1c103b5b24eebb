import { isEndpointLike } from '../../model/classCode.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import styles from './ImportSummary.module.css';
import { countWords } from './reportWords.ts';
import { useReport } from './useReport.ts';

/** What reading came to, in a few lines, and the way to the rest. */
export function ImportSummary() {
  const report = useReport();
  const functions = usePeerlane((state) => state.document?.machine.functions);
  const { setView } = usePeerlane((state) => state.actions);
  if (!report || !functions) return null;
  const { guessed, ignored, look } = report.remarks;
  const endpoints = functions.filter(isEndpointLike).length;
  return (
    <div className={styles.summary}>
      <dl>
        <dt>Understood</dt>
        <dd>
          {countWords(functions.length, 'function', 'functions')},{' '}
          {countWords(endpoints, 'endpoint', 'endpoints')}
        </dd>
        <dt>Guessed</dt>
        <dd>{guessed.length === 0 ? 'nothing' : countWords(guessed.length, 'thing', 'things')}</dd>
        <dt>Ignored</dt>
        <dd>{ignored.length === 0 ? 'nothing' : countWords(ignored.length, 'place', 'places')}</dd>
        {look.length > 0 && (
          <>
            <dt>Look at</dt>
            <dd>{countWords(look.length, 'remark', 'remarks')}</dd>
          </>
        )}
      </dl>
      <button
        type="button"
        className="small"
        onClick={() => setView({ dockTab: 'report', isDockOpen: true })}
      >
        Show report
      </button>
    </div>
  );
}
