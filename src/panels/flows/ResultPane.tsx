import { type ComponentType, Suspense } from 'react';
import { isThroughputStale } from '../../store/flowInSight.ts';
import type { FlowsSide } from '../../store/flowsView.ts';
import { peerlane, usePeerlane, usePeerlaneShallow } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import { UpdatingTag } from '../UpdatingTag.tsx';
import { copyFlows, saveFlowsCsv } from './export/saveFlows.ts';
import styles from './FlowsPanel.module.css';
import { FlowSide } from './flow/FlowSide.tsx';
import { SideTabs } from './SideTabs.tsx';
import { SIDES } from './sides.ts';
import { useResultSaid } from './useResultSaid.ts';

const SHOWN: Readonly<Record<FlowsSide, ComponentType>> = { flow: FlowSide, ...SIDES };

/** What the flows get: one answer, looked at from several sides. */
export function ResultPane({ document }: { readonly document: OpenDocument }) {
  const { flows, throughput } = usePeerlaneShallow(({ flows, throughput }) => ({
    flows,
    throughput,
  }));
  const trouble = usePeerlane((state) => state.flowsTrouble);
  const lookAtFlows = usePeerlane((state) => state.actions.lookAtFlows);
  const report = throughput?.report ?? null;
  const said = useResultSaid(document, report);
  const isStale = trouble === null && isThroughputStale({ document, flows, throughput });
  const isOlder = isStale && throughput?.revision !== document.revision;
  const { side } = flows;
  const Side = SHOWN[side];
  return (
    <section className={styles.result} aria-label="What the flows get">
      {/* Its views have headings of their own, below this. */}
      <h2 className="unseen">What the flows get</h2>
      <p role="status" className="unseen">
        {said}
      </p>
      <div className={styles.head}>
        <SideTabs chosen={side} onChoose={(next) => lookAtFlows({ side: next })} />
        <button
          type="button"
          className="small"
          aria-disabled={report === null || isStale || undefined}
          title="Copy a table as text, 78 columns wide"
          onClick={() => void copyFlows(peerlane.getState())}
        >
          Copy
        </button>
        <button
          type="button"
          className="small"
          aria-disabled={report === null || isStale || undefined}
          title="Save flows, links and limits as CSV"
          onClick={() => saveFlowsCsv(peerlane.getState())}
        >
          CSV
        </button>
      </div>
      {trouble !== null && (
        <p role="alert" className={styles.trouble}>
          Peerlane made a mistake while computing what the flows get: {trouble}. The document is
          kept.
        </p>
      )}
      <UpdatingTag isStale={isOlder && report !== null} />
      <div
        role="tabpanel"
        id={`flows-panel-${side}`}
        aria-labelledby={`flows-tab-${side}`}
        className={styles.body}
        data-stale={isStale || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {!report && trouble === null && (
          <p className={styles.trouble}>Computing what the flows get…</p>
        )}
        {report && (
          <Suspense fallback={<p className={styles.trouble}>Loading…</p>}>
            <Side />
          </Suspense>
        )}
      </div>
    </section>
  );
}
