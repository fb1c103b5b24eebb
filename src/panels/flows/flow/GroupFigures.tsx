import type { GroupReport, ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { sizeWords } from '../chart/sizeWords.ts';
import { rateParts, rateWords, timeWords } from '../words/rateWords.ts';
import styles from './FlowSide.module.css';
import { HeldBack } from './HeldBack.tsx';
import { Said } from './Said.tsx';

interface Props {
  readonly report: ThroughputReport;
  readonly group: GroupReport;
}

/** How long equal transfers take that begin together, and what each of them gets meanwhile. */
export function GroupFigures({ report, group }: Props) {
  const lookAtFlows = usePeerlane((state) => state.actions.lookAtFlows);
  const { title, pattern, sizeBytes, bytesPerSecond, steadyBytesPerSecond, makespanUs } = group;
  const members = group.flows.flatMap((id) => report.flows.find((flow) => flow.id === id) ?? []);
  const { figure, unit } = rateParts(bytesPerSecond);
  const isPipeline = pattern === 'nvme-of';
  return (
    <div className={`${styles.side} ${styles.group}`}>
      <section className={styles.gets} aria-label="What it gets">
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.rate}>
          {members.some(({ isUpperBound }) => isUpperBound) && <small>at most </small>}
          {figure}
          <small> {unit}</small>
        </p>
        <p className={styles.ways}>
          {isPipeline
            ? 'what comes out of the pipeline'
            : 'all bytes over the time until the last one is there'}
        </p>
        <dl className={styles.figures}>
          {makespanUs !== null && (
            <>
              <dt>Done after</dt>
              <dd>
                {timeWords(makespanUs * 1000)}
                <small className={styles.quiet}> with {sizeWords(sizeBytes)} each</small>
              </dd>
            </>
          )}
          {steadyBytesPerSecond !== null && (
            <>
              <dt>At first</dt>
              <dd>
                {rateWords(steadyBytesPerSecond)}
                <small className={styles.quiet}> while all are under way</small>
              </dd>
            </>
          )}
        </dl>
        <HeldBack limit={group.limit} next={null} />
      </section>
      <section className={styles.routes} aria-label="Its flows">
        <h4>
          {members.length} {members.length === 1 ? 'flow' : 'flows'}
        </h4>
        <ul className={styles.memberList}>
          {members.map((flow) => (
            <li key={flow.id}>
              <button
                type="button"
                className={styles.link}
                onClick={() => lookAtFlows({ flow: flow.id })}
              >
                {flow.title}
              </button>
              <span className={styles.memberRate}>{rateWords(flow.bytesPerSecond)}</span>
              <small className={styles.quiet}>{flow.limit?.where}</small>
            </li>
          ))}
        </ul>
      </section>
      <Said
        report={report}
        flows={[group.id, ...group.flows]}
        remarks={group.remarks}
        limits={group.limit ? [group.limit] : []}
      />
    </div>
  );
}
