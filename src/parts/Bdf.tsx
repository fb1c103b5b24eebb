import styles from './Bdf.module.css';

const PARTS = /^([0-9a-f]{4,8}:)([0-9a-f]{2}:[0-9a-f]{2})(\.[0-7])$/;

interface BdfProps {
  readonly id: string;
  /** Where room is short and all parts are in one domain, it is left out. */
  readonly isShort?: boolean;
}

/** A function's address: the domain steps back, the function number stands out. */
export function Bdf({ id, isShort = false }: BdfProps) {
  const [, domain, place, fn] = PARTS.exec(id) ?? [];
  if (domain === undefined) return <span className={styles.bdf}>{id}</span>;
  return (
    <span className={styles.bdf}>
      {!isShort && <span className={styles.domain}>{domain}</span>}
      {place}
      <span className={styles.fn}>{fn}</span>
    </span>
  );
}

const IN_TEXT = /([0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])/;

/** A sentence in which addresses are set as addresses. */
export function WithAddresses({ text }: { readonly text: string }) {
  return text.split(IN_TEXT).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    index % 2 === 1 ? <Bdf key={index} id={part} /> : part,
  );
}
