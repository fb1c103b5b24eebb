import type { StreamReport, ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import styles from './FlowSide.module.css';
import { PACKET_WORDS } from './flowWords.ts';
import { LinkButton } from './LinkButton.tsx';
import { percent } from './percent.ts';

interface Props {
  readonly report: ThroughputReport;
  readonly stream: StreamReport;
}

/** The links that a stream crosses, in the order of its packets, each with how full it is. */
export function Crossings({ report, stream }: Props) {
  const { crossings } = stream;
  if (crossings.length === 0) return null;
  return (
    <ol className={styles.crossings}>
      {crossings.map(({ link, direction, packet }, at) => {
        const found = report.links[link];
        if (!found) return null;
        const use = found[direction];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way may cross a link twice
          <li key={at} data-packet={packet}>
            <span className={styles.arrow} aria-hidden="true">
              {direction === 'up' ? '↑' : '↓'}
            </span>
            <LinkButton index={link}>{found.title}</LinkButton>
            <span className={styles.quiet} title={PACKET_WORDS[packet]}>
              <span className="unseen">
                {direction === 'up' ? 'upwards, ' : 'downwards, '}
                {PACKET_WORDS[packet]},{' '}
              </span>
              {packet === 'write' ? '' : packet === 'read' ? 'requests ' : 'data '}
              {percent(use.utilisation)} full
            </span>
          </li>
        );
      })}
    </ol>
  );
}
