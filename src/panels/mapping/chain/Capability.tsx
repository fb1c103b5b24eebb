import type { PeerCapability } from '../../../engine/dma/mapper.ts';
import { Term } from '../../../parts/Term.tsx';
import { TermText } from '../../terms/TermText.tsx';
import type { TermPart } from '../../terms/termsOf.ts';
import styles from './Chain.module.css';
import { CAPABILITY_WORDS } from './mapperWords.ts';

const SIGNS: Readonly<Record<PeerCapability['answer'], string>> = {
  yes: '✓',
  no: '✕',
  'not-asked': '–',
};

interface Props {
  readonly answer: PeerCapability['answer'];
  readonly text: readonly TermPart[];
  /** What a BAR needs to be in a list at all. */
  readonly pages: readonly TermPart[];
}

/** May peer memory be handed to this device's operations at all? */
export function Capability({ answer, text, pages }: Props) {
  return (
    <section aria-labelledby="chain-capability">
      <h3 id="chain-capability">
        May it be handed <Term id="peerCapability">peer memory</Term>?
      </h3>
      <p className={styles.answer} data-answer={answer}>
        <strong>
          <span aria-hidden="true">{SIGNS[answer]}</span> {CAPABILITY_WORDS[answer]}
        </strong>{' '}
        <span>
          <TermText parts={text} />
        </span>
      </p>
      {pages.length > 0 && (
        <p className={styles.under}>
          <TermText parts={pages} />
        </p>
      )}
    </section>
  );
}
