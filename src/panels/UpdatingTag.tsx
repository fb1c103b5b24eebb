import { usePeerlane } from '../store/peerlane.ts';
import { progressWords } from './progressWords.ts';
import styles from './UpdatingTag.module.css';

/** Over results that are older than the document: says that they are, from the first frame on. */
export function UpdatingTag({ isStale }: { readonly isStale: boolean }) {
  const judging = usePeerlane((state) => state.judging);
  return (
    <p role="status" className={styles.tag} data-shown={isStale || undefined}>
      {isStale && progressWords(judging)}
    </p>
  );
}
