import type { Conditions, PairVerdict } from '../../engine/report.ts';
import type { FunctionId } from '../../model/ids.ts';
import { confidenceWords, decidingAssumptions, distanceWords } from '../../parts/explainWords.ts';
import { Glyph } from '../../parts/Glyph.tsx';
import { Term } from '../../parts/Term.tsx';
import { usePeerlane } from '../../store/peerlane.ts';
import { FunctionLink } from '../FunctionLink.tsx';
import { LinkedText } from '../LinkedText.tsx';
import styles from './ExplainedPair.module.css';

interface Props {
  readonly verdict: PairVerdict;
  readonly conditions: Conditions;
}

/** The two ends, how far they are apart, and what the verdict rests on. */
export function Facts({ verdict, conditions }: Props) {
  const isOpen = verdict.mapType === null;
  return (
    // Columns scroll each by itself, so each must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.column} tabIndex={0} aria-label="The pair">
      <dl className={styles.facts}>
        <dt>
          <Term id="provider">Provider</Term>
        </dt>
        <End id={verdict.provider} />
        <dt>
          <Term id="client">Client</Term>
        </dt>
        <End id={verdict.client} />
        <dt>
          <Term id="distance">Distance</Term>
        </dt>
        <dd>{distanceWords(verdict)}</dd>
        <dt>
          <Term id="kernel">Judged as</Term>
        </dt>
        <dd>{conditions.kernel.value.title}</dd>
        <dt>Certainty</dt>
        <dd>{confidenceWords(verdict)}</dd>
      </dl>
      {decidingAssumptions(verdict, conditions).map(({ id, text }) => (
        <p key={id} className={styles.assumption}>
          <Glyph kind="unknown" />
          <span>
            {isOpen ? 'What is open rests on an assumption: ' : 'Decided by an assumption: '}
            <LinkedText text={text} />.
          </span>
        </p>
      ))}
    </section>
  );
}

function End({ id }: { readonly id: FunctionId }) {
  const title = usePeerlane((state) => state.document?.titles.get(id) ?? '');
  const label = usePeerlane((state) => state.document?.byId.get(id)?.label ?? null);
  return (
    <dd>
      <FunctionLink id={id} /> {label ?? title}
    </dd>
  );
}
