import type { StreamReport, ThroughputReport } from '../../../engine/flows/throughputReport.ts';
import { Glyph } from '../../../parts/Glyph.tsx';
import { usePeerlane } from '../../../store/peerlane.ts';
import { packetsWords, rateWords, timeWords } from '../words/rateWords.ts';
import { Crossings } from './Crossings.tsx';
import styles from './FlowSide.module.css';
import { pairOf, ROUTE_WORDS } from './flowWords.ts';

interface Props {
  readonly report: ThroughputReport;
  readonly stream: StreamReport;
  /** The flow is this one alone: its rate stands above. */
  readonly isOnly: boolean;
}

/** Which way data of one engine go, how long the first byte takes, and how many packets it needs. */
export function StreamRoute({ report, stream, isOnly }: Props) {
  const { title, route, isTranslated, isRefusedByLinux, bytesPerSecond } = stream;
  const { tlpsPerSecond, latencyNs, latencyParts } = stream;
  return (
    <div className={styles.stream}>
      <h4>
        {title}
        {!isOnly && <span className={styles.streamRate}> · {rateWords(bytesPerSecond)}</span>}
      </h4>
      <p className={styles.route}>
        {sentence(ROUTE_WORDS[route])}
        {isTranslated && '; the IOMMU translates its addresses'}
        {route === 'redirected' && (
          <small className={styles.quiet}> (ACS, or an address that only the root knows)</small>
        )}
      </p>
      {isRefusedByLinux && <RefusedByLinux stream={stream} />}
      <Crossings report={report} stream={stream} />
      <dl className={styles.figures}>
        {latencyNs !== null && (
          <>
            <dt>Latency</dt>
            <dd>
              {timeWords(latencyNs)}
              <small className={styles.quiet}> without load, first byte</small>
              {latencyParts.length > 0 && (
                <ul className={styles.parts}>
                  {latencyParts.map(({ text, ns }, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: in the order of the way
                    <li key={at}>
                      <span>{text}</span> <span>{timeWords(ns)}</span>
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </>
        )}
        {tlpsPerSecond && (
          <>
            <dt>Packets</dt>
            <dd>{packetsWords(tlpsPerSecond, bytesPerSecond ?? 0)}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function RefusedByLinux({ stream }: { readonly stream: StreamReport }) {
  const { choose, setView } = usePeerlane((state) => state.actions);
  const pair = pairOf(stream);
  return (
    <p className={styles.refused}>
      <Glyph kind="NOT_SUPPORTED" /> Linux would not set this up, though the fabric may carry it.{' '}
      {pair && (
        <button
          type="button"
          className="small"
          onClick={() => {
            choose(pair);
            setView({ dockTab: 'why' });
          }}
        >
          Why
        </button>
      )}
    </p>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
