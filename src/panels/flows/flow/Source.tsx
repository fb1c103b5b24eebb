import type { FigureSource } from '../../../engine/flows/throughputReport.ts';
import styles from './FlowSide.module.css';
import { sourceWords } from './flowWords.ts';

/** Where a figure is from that no register shows. */
export function Source({ source }: { readonly source: FigureSource | null }) {
  if (!source) return null;
  const words = sourceWords(source);
  return (
    <small className={styles.source}>
      {source.url === null ? (
        words
      ) : (
        <a href={source.url} target="_blank" rel="noreferrer">
          {words}
        </a>
      )}
    </small>
  );
}
