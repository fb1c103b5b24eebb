import { type ComponentType, Suspense } from 'react';
import { TabList } from '../../parts/TabList.tsx';
import { FLOWS_SIDES, type FlowsSide, isThroughputStale } from '../../store/flowsView.ts';
import { peerlane, usePeerlane, usePeerlaneShallow } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import answer from '../answer/Answer.module.css';
import { UpdatingTag } from '../UpdatingTag.tsx';
import { copyFlows, saveFlowsCsv } from './export/saveFlows.ts';
import styles from './FlowsPanel.module.css';
import { FlowSide } from './flow/FlowSide.tsx';
import { SIDES } from './sides.ts';
import { useResultSaid } from './useResultSaid.ts';

const TITLES: Readonly<Record<FlowsSide, string>> = {
  flow: 'Flow',
  links: 'Links',
  sweep: 'Size sweep',
  roofline: 'Roofline',
  'what-if': 'What if',
  compare: 'Compare',
};
const TABS = FLOWS_SIDES.map((id) => ({ id, title: TITLES[id] }));

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
    <section className={answer.result} aria-label="What the flows get">
      {/* Its views have headings of their own, below this. */}
      <h2 className="unseen">What the flows get</h2>
      <p role="status" className="unseen">
        {said}
      </p>
      <div className={`${answer.head} ${styles.head}`}>
        <TabList
          label="Views of the flows"
          of="flows-"
          tabs={TABS}
          chosen={side}
          onChoose={(next) => lookAtFlows({ side: next })}
          look={answer}
        />
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
        <p role="alert" className={answer.trouble}>
          Peerlane made a mistake while computing what the flows get: {trouble}. The document is
          kept.
        </p>
      )}
      <UpdatingTag isStale={isOlder && report !== null} />
      <div
        role="tabpanel"
        id={`flows-panel-${side}`}
        aria-labelledby={`flows-tab-${side}`}
        className={`${answer.body} ${styles.body}`}
        data-stale={isStale || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {!report && trouble === null && (
          <p className={answer.trouble}>Computing what the flows get…</p>
        )}
        {report && (
          <Suspense fallback={<p className={answer.trouble}>Loading…</p>}>
            <Side />
          </Suspense>
        )}
      </div>
    </section>
  );
}
