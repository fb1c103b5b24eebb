import type { FlowLimit } from '../../../engine/flows/throughputReport.ts';
import { rateFigure, rateParts, rateWords } from '../words/rateWords.ts';
import styles from './FlowSide.module.css';
import { LimitName } from './LimitName.tsx';
import { limitBars } from './limitBars.ts';

interface Props {
  readonly limits: readonly FlowLimit[];
  readonly bytesPerSecond: number | null;
}

/** What a flow could have if each limit alone held it back. */
export function LimitBars({ limits, bytesPerSecond }: Props) {
  return (
    <ol className={styles.limits}>
      {limitBars(limits, bytesPerSecond).map(({ limit, length, isBinding }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are ordered, and have no other name
        <li key={at} data-binding={isBinding || undefined} title={limit.text}>
          <span>
            <LimitName limit={limit} />
            {isBinding && <span className="unseen">, the one that binds</span>}
          </span>
          <span className={styles.limitRate}>
            <span className="unseen">{rateWords(limit.bytesPerSecond)}</span>
            <span aria-hidden="true">{barRate(limit.bytesPerSecond)}</span>
          </span>
          <span className={styles.limitBar} aria-hidden="true">
            <span style={{ inlineSize: `${length * 100}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The heading says GB/s: only another unit is named. */
function barRate(bytesPerSecond: number): string {
  const { unit } = rateParts(bytesPerSecond);
  return unit === 'GB/s' ? rateFigure(bytesPerSecond) : rateWords(bytesPerSecond);
}
