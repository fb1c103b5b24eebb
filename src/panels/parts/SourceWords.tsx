import type { Source } from '../../catalogue/figure.ts';
import styles from './SourceWords.module.css';

/** How figures are known and where that is written; the address opens beside this page. */
export function SourceWords({ source: { quality, title, url } }: { readonly source: Source }) {
  return (
    <>
      <b className={styles.quality}>{QUALITY_WORDS[quality]}</b>{' '}
      {url === null ? (
        title
      ) : (
        <a className={styles.link} href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      )}
    </>
  );
}

/** How it is known, in a word. */
const QUALITY_WORDS: Readonly<Record<Source['quality'], string>> = {
  specification: 'Specification',
  kernel: 'Kernel',
  datasheet: 'Data sheet',
  ids: 'PCI ids',
  measured: 'Measured',
  report: 'Report',
  emulator: 'Emulator',
  convention: 'Convention',
};
