import styles from './ScrollText.module.css';

interface Props {
  readonly text: string;
  /** What the text is, for those who come upon it by keyboard or by ear. */
  readonly label: string;
  /** Lines that are broken to fit; else the box scrolls sideways, too. */
  readonly wrap: boolean;
}

/** Preformatted text in a box of limited height. What scrolls must be reachable by keyboard. */
export function ScrollText({ text, label, wrap }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.box} aria-label={label} tabIndex={0} data-wrap={wrap || undefined}>
      <pre>{text}</pre>
    </section>
  );
}
