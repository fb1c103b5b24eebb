import { type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';
import type { AcsHistory } from '../../../engine/report.ts';
import { NotShown } from '../Facts.tsx';
import { Word } from '../Figures.tsx';
import styles from './AcsStory.module.css';

interface Props {
  readonly history: AcsHistory;
  readonly isStale: boolean;
}

/** How a control word came about at boot, step by step. */
export function AcsStory({ history, isStale }: Props) {
  const { firmware, steps } = history;
  return (
    <ol className={styles.story} data-stale={isStale || undefined}>
      <li>
        <Value word={firmware} /> <span>left by the firmware</span>
      </li>
      {steps.map(({ after, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have an order and no name of their own
        <li key={index}>
          <Value word={after} /> <span>{text}</span>
        </li>
      ))}
      {steps.length === 0 && (
        <li>
          <span>Nothing touches it at boot: no IOMMU asks for it, no parameter names it.</span>
        </li>
      )}
    </ol>
  );
}

function Value({ word }: { readonly word: OrUnknown<number> }) {
  return word === UNKNOWN ? <NotShown /> : <Word value={word} />;
}
