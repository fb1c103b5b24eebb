import type { CallStep } from '../../../engine/dma/mapper.ts';
import { TermText } from '../../terms/TermText.tsx';
import type { TermPart } from '../../terms/termsOf.ts';
import styles from './Chain.module.css';

interface Props {
  readonly chain: readonly CallStep[];
  /** The sentence of each call, in its parts. */
  readonly texts: readonly (readonly TermPart[])[];
  /** What the last one does. */
  readonly end: string;
}

/** From the driver's call down to the function that maps, with what was decided at each. */
export function Calls({ chain, texts, end }: Props) {
  return (
    <ol className={styles.calls}>
      {chain.map(({ call, file }, index) => {
        const isLast = index === chain.length - 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one chain, shown as it is
          <li key={index} data-maps={isLast || undefined}>
            <p className={styles.call}>
              <code>{call}</code> {isLast && <b>{end}</b>} <span>{file}</span>
            </p>
            <p>
              <TermText parts={texts[index] ?? []} />
            </p>
          </li>
        );
      })}
    </ol>
  );
}
