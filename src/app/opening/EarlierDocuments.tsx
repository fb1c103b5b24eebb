import { useEffect, useState } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { EarlierDocument } from '../../store/state.ts';
import { room } from '../room/room.ts';
import styles from './EarlierDocuments.module.css';
import { savedWords, sizeWords } from './earlierWords.ts';

const NONE: readonly EarlierDocument[] = [];

/** Documents that were replaced, and those of closed tabs: nothing of them is lost. */
export function EarlierDocuments() {
  const { earlierDocuments, restoreEarlier } = usePeerlane((state) => state.actions);
  const serial = usePeerlane((state) => state.document?.serial ?? null);
  const [earlier, setEarlier] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another document, there is one more
  useEffect(() => {
    let isGone = false;
    void earlierDocuments().then((found) => {
      if (!isGone) setEarlier(found);
    });
    return () => {
      isGone = true;
    };
  }, [earlierDocuments, serial]);
  if (earlier.length === 0) return null;
  return (
    <section className={styles.earlier} aria-labelledby="earlier-title">
      <h2 id="earlier-title">Earlier in this browser</h2>
      <ul>
        {earlier.map((document) => (
          <Row
            key={document.key}
            document={document}
            onOpen={() => {
              room.set({ dialog: null, isStartShown: false });
              void restoreEarlier(document.key);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function Row(props: { readonly document: EarlierDocument; readonly onOpen: () => void }) {
  const { document, onOpen } = props;
  const name = document.name || 'no name';
  const saved = savedWords(document);
  const details = [sizeWords(document), saved].filter((each) => each !== null).join(', ');
  return (
    <li className={styles.row}>
      <span className={styles.name}>{name}</span>
      <span className={styles.details}>{details}</span>
      <button
        type="button"
        className="small"
        aria-label={`Open ${name}, ${saved}`}
        onClick={onOpen}
      >
        Open
      </button>
    </li>
  );
}
