import type { FlowReport, ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import { refusedBy } from '../list/flowRows.ts';
import { rateFigure, rateParts } from '../words/rateWords.ts';
import styles from './FlowSide.module.css';
import { HeldBack } from './HeldBack.tsx';
import { LimitBars } from './LimitBars.tsx';
import { Said } from './Said.tsx';
import { StreamRoute } from './StreamRoute.tsx';

interface Props {
  readonly report: ThroughputReport;
  readonly flow: FlowReport;
  /** What it is called here: its name, and between whom it goes. */
  readonly title: string;
}

/** What a flow gets, why no more, and which way it goes. */
export function FlowFigures({ report, flow, title }: Props) {
  const { bytesPerSecond, bytesPerSecondEachWay, limit, next, limits, streams } = flow;
  const { figure, unit } = rateParts(bytesPerSecond);
  const isRefused = refusedBy(flow) === 'fabric';
  return (
    <div className={styles.side}>
      <section className={styles.gets} aria-label="What it gets">
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.rate}>
          {flow.isUpperBound && <small>at most </small>}
          {figure}
          <small> {unit}</small>
        </p>
        {bytesPerSecondEachWay.length > 1 && (
          <p className={styles.ways}>
            {bytesPerSecondEachWay.map((rate) => rateFigure(rate)).join(' + ')} GB/s, both ways
          </p>
        )}
        <HeldBack limit={limit} next={isRefused ? null : next} />
      </section>
      {limits.length > 0 && (
        <section className={styles.all} aria-label="All limits">
          <h4>All limits, the tightest first, GB/s</h4>
          <LimitBars limits={limits} bytesPerSecond={bytesPerSecond} />
        </section>
      )}
      <section className={styles.routes} aria-label="Which way it goes">
        {streams.map((stream, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: streams of a flow have no other name
          <StreamRoute key={at} report={report} stream={stream} isOnly={streams.length === 1} />
        ))}
      </section>
      <Said report={report} flows={[flow.id]} remarks={flow.remarks} limits={limits} />
    </div>
  );
}
