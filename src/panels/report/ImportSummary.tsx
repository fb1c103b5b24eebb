import { isEndpointLike } from '../../model/classCode.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import styles from './ImportSummary.module.css';
import { countWords, lineWords } from './reportWords.ts';
import type { Remark } from './sortRemarks.ts';
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
        <div>
          <dt>Understood</dt>
          <dd>
            {countWords(functions.length, 'function', 'functions')},{' '}
            {countWords(endpoints, 'endpoint', 'endpoints')}
          </dd>
        </div>
        <div>
          <dt>Guessed</dt>
          <Counted remarks={guessed} one="thing" many="things" />
        </div>
        <div>
          <dt>Ignored</dt>
          <Counted remarks={ignored} one="place" many="places" />
        </div>
        {look.length > 0 && (
          <div>
            <dt>Look at</dt>
            <Counted remarks={look} one="remark" many="remarks" />
          </div>
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

interface CountedProps {
  readonly remarks: readonly Remark[];
  readonly one: string;
  readonly many: string;
}

function Counted({ remarks, one, many }: CountedProps) {
  const lines = lineWords(remarks);
  return (
    <dd>
      {remarks.length === 0 ? 'nothing' : countWords(remarks.length, one, many)}
      {lines !== '' && <span className={styles.lines}>{lines}</span>}
    </dd>
  );
}
