import { useEffect, useState } from 'react';
import type { MappingReport } from '../../../engine/mapping/mappingReport.ts';
import { addressWords, lengthWords } from '../../../layout/mapping/mappingWords.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { MappingPicture } from './MappingPicture.tsx';
import { StepsBar } from './StepsBar.tsx';
import styles from './StepsView.module.css';
import { type ShownVariable, stepKept, stepShown, variablesAt } from './stepMoves.ts';

const PACE_MS = 1000;

/** Height of the buttons, the sentence and the variables of a usual step. */
const AROUND = 420;

/** The algorithm step by step, forward and back: what it does, what it reckons with, how far it is. */
export function StepsView({ report }: { readonly report: MappingReport }) {
  const { steps, stepsLeftOut } = report;
  const mapping = usePeerlane((state) => state.mapping);
  const lookAtMapping = usePeerlane((state) => state.actions.lookAtMapping);
  const [isPlaying, setPlaying] = useState(false);
  const at = stepShown(steps, mapping.step);
  const isEnd = at >= steps.length - 1;
  const goTo = (to: number) => lookAtMapping({ step: stepKept(steps, to) });
  useEffect(() => {
    if (!isPlaying) return;
    if (isEnd) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => lookAtMapping({ step: stepKept(steps, at + 1) }), PACE_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, isEnd, at, steps, lookAtMapping]);

  const step = steps[at];
  if (!step) return <p className={styles.none}>This mapping has no steps to show.</p>;
  const play = () => {
    if (!isPlaying && isEnd) goTo(0);
    setPlaying(!isPlaying);
  };
  const stepBy = (to: number) => {
    setPlaying(false);
    goTo(to);
  };
  return (
    <div className={styles.view}>
      <StepsBar steps={steps} at={at} isPlaying={isPlaying} onGo={stepBy} onPlay={play} />
      <div className={styles.both}>
        <div className={styles.words}>
          <p className={styles.call}>
            <code>{step.call}()</code>
            {step.entry !== null && <span> entry {step.entry + 1}</span>}
          </p>
          <p className={styles.text} aria-live="polite">
            {step.text}
          </p>
          <Variables variables={variablesAt(steps, at)} />
          {stepsLeftOut > 0 && (
            <p className={styles.none}>
              {stepsLeftOut.toLocaleString('en')} later steps of this long list are left out.
            </p>
          )}
        </div>
        <MappingPicture
          report={report}
          step={isEnd && stepsLeftOut === 0 ? null : at}
          output={mapping.output}
          entry={mapping.entry}
          onPoint={lookAtMapping}
          title={`The mapping after step ${at + 1}`}
          beside={AROUND}
        />
      </div>
    </div>
  );
}

function Variables({ variables }: { readonly variables: readonly ShownVariable[] }) {
  if (variables.length === 0) return null;
  return (
    <table className={styles.variables}>
      <caption className="unseen">Variables after this step</caption>
      <thead>
        <tr>
          <th scope="col">Variable</th>
          <th scope="col">Value</th>
          <th scope="col">
            <span className="unseen">Changed by this step</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {variables.map((variable) => (
          <tr key={variable.name} data-changed={variable.isChanged || undefined}>
            <th scope="row">{variable.name}</th>
            <td>{valueWords(variable)}</td>
            <td>{variable.isChanged ? 'changed' : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valueWords({ as, value }: ShownVariable): string {
  if (as === 'address') return addressWords(value);
  if (as === 'count') return value.toLocaleString('en');
  return value === 0 ? '0' : lengthWords(value);
}
