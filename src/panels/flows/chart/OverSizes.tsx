import type { ComponentType } from 'react';
import styles from './Chart.module.css';
import { flowWords } from './flowWords.ts';
import { NoChart } from './NoChart.tsx';
import { type CurvesInSight, useCurves } from './useCurves.ts';

type Shown = { readonly [Name in keyof CurvesInSight]: NonNullable<CurvesInSight[Name]> };
/** The flow in sight over sizes of its transfers, once there are figures of it. */
export type CurvesShown = Omit<Shown, 'sizeBytes'> & Pick<CurvesInSight, 'sizeBytes'>;

interface Props {
  /** What comes here once there is a flow. */
  readonly what: string;
  readonly Chart: ComponentType<CurvesShown>;
}

/** A chart over sizes of transfers, or why there is none. */
export function OverSizes({ what, Chart }: Props) {
  const { flow, curves, words, ...rest } = useCurves();
  if (!flow || !curves || !words || curves.sizes.length === 0) return <NoChart what={what} />;
  if (flow.bytesPerSecond === null) {
    return (
      <p className={styles.nothing}>
        Nothing is known that holds {flowWords(flow)} back: there is no figure to draw.
      </p>
    );
  }
  return <Chart {...rest} flow={flow} curves={curves} words={words} />;
}
