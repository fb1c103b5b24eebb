import type { UNKNOWN } from '../../../base/unknown.ts';
import type { Figure } from '../../../catalogue/figure.ts';
import { SourceWords } from '../../parts/SourceWords.tsx';
import styles from './SaidFigure.module.css';
import { saidFigure } from './saidFigure.ts';

interface Props<T> {
  /** As the document has it; `null`: it states nothing. */
  readonly stated: T | typeof UNKNOWN | null;
  /** As the catalogue has it; `null`: no part, or not fetched yet. */
  readonly figure: Figure<T> | null;
  readonly words: (value: T) => string;
}

/** A figure, and below it where it is from. */
export function SaidFigure<T>({ stated, figure, words }: Props<T>) {
  const said = saidFigure(stated, figure);
  if (said.kind === 'unknown') return <span className={styles.unknown}>unknown</span>;
  return (
    <>
      {words(said.value)}
      <span className={styles.source}>
        {said.kind === 'stated' ? 'stated in the document' : <SourceWords source={said.source} />}
      </span>
    </>
  );
}
