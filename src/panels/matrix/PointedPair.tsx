import type { PairTable } from '../../engine/analyze.ts';
import { Bdf } from '../../parts/Bdf.tsx';
import { Glyph } from '../../parts/Glyph.tsx';
import { kindOfBits, VERDICT_WORDS } from '../../parts/verdictWords.ts';
import { outcomeWords } from './cellName.ts';
import type { Listed } from './listFunctions.ts';
import type { ListedPair } from './MatrixGrid.tsx';
import styles from './PointedPair.module.css';

interface Props {
  readonly table: PairTable;
  readonly pair: ListedPair;
}

/** The cell under the pointer or with the focus, in words. */
export function PointedPair({ table, pair: { provider, client } }: Props) {
  const at = provider.place * table.functions.length + client.place;
  const possible = table.possible[at] ?? 0;
  const distance = table.distance[at] ?? -1;
  const kind = kindOfBits(possible);
  return (
    <p className={styles.pair}>
      <span className={styles.verdict} data-kind={kind}>
        <Glyph kind={kind} />
        {VERDICT_WORDS[kind].title}
      </span>
      <code>{outcomeWords(possible)}</code>
      <span>distance {distance < 0 ? 'not known' : distance}</span>
      <span className={styles.ends}>
        <End listed={provider} /> to <End listed={client} />
      </span>
    </p>
  );
}

function End({ listed }: { readonly listed: Listed }) {
  return (
    <>
      <Bdf id={listed.name} /> <span className={styles.title}>{listed.title}</span>
    </>
  );
}
