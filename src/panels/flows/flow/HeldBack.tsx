import type { FlowLimit } from '../../../engine/flows/throughputReport.ts';
import { TermText } from '../../terms/TermText.tsx';
import { flowTerms } from '../words/flowTerms.ts';
import { rateWords } from '../words/rateWords.ts';
import styles from './FlowSide.module.css';
import { LimitName } from './LimitName.tsx';
import { Source } from './Source.tsx';

interface Props {
  readonly limit: FlowLimit | null;
  readonly next: FlowLimit | null;
}

/** The limit that binds, in words, and what would bind without it. */
export function HeldBack({ limit, next }: Props) {
  if (!limit) {
    return <p className={styles.held}>Nothing that is known holds it back.</p>;
  }
  return (
    <>
      <p className={styles.held} data-refused={limit.kind === 'refused' || undefined}>
        {limit.kind === 'refused' ? 'Refused: ' : 'Held back by '}
        <strong>
          <LimitName limit={limit} />
        </strong>
      </p>
      <p className={styles.why}>
        <TermText parts={flowTerms([limit.text])[0] ?? []} /> <Source source={limit.source} />
      </p>
      {next && (
        <p className={styles.next}>
          Then by <LimitName limit={next} /> at <b>{rateWords(next.bytesPerSecond)}</b>
        </p>
      )}
    </>
  );
}
