import styles from './Pager.module.css';
import { type PageRange, rangeWords } from './paging.ts';

interface Props {
  readonly range: PageRange;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

export function Pager({ range, total, onPage }: Props) {
  const { page, pages } = range;
  const turn = (wanted: number) => onPage(Math.min(Math.max(wanted, 0), pages - 1));
  return (
    <nav className={styles.pager} aria-label="Pages of the table">
      <p role="status">{rangeWords(range, total)}</p>
      {pages > 1 && (
        <>
          {/* Not disabled at the ends: a button that goes away under the finger loses the focus. */}
          <button type="button" aria-disabled={page === 0} onClick={() => turn(page - 1)}>
            Previous
          </button>
          <button type="button" aria-disabled={page === pages - 1} onClick={() => turn(page + 1)}>
            Next
          </button>
        </>
      )}
    </nav>
  );
}
