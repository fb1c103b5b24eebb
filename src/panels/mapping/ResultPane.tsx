import { Suspense } from 'react';
import { lazily } from '../../parts/lazily.ts';
import { TabList } from '../../parts/TabList.tsx';
import { listInSight, MAPPING_SIDES, type MappingSide } from '../../store/mappingView.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import answer from '../answer/Answer.module.css';
import { UpdatingTag } from '../UpdatingTag.tsx';
import { Outcome } from './Outcome.tsx';
import { OptionsBar } from './options/OptionsBar.tsx';

const TITLES: Readonly<Record<MappingSide, string>> = {
  picture: 'Picture',
  steps: 'Steps',
  chain: 'Call chain',
  pages: 'Page table',
  iova: 'IOVA space',
  compare: 'Compare',
};
const TABS = MAPPING_SIDES.map((id) => ({ id, title: TITLES[id] }));

const PictureView = lazily(() =>
  import('./picture/PictureView.tsx').then((part) => part.PictureView),
);
const StepsView = lazily(() => import('./picture/StepsView.tsx').then((part) => part.StepsView));
const ChainView = lazily(() => import('./chain/ChainView.tsx').then((part) => part.ChainView));
const IommuView = lazily(() => import('./iommu/IommuView.tsx').then((part) => part.IommuView));
const IovaView = lazily(() => import('./iommu/IovaView.tsx').then((part) => part.IovaView));
const CompareView = lazily(() =>
  import('./compare/CompareView.tsx').then((part) => part.CompareView),
);

/** What becomes of the list: one answer, looked at from several sides. */
export function ResultPane({ document }: { readonly document: OpenDocument }) {
  const mapping = usePeerlane((state) => state.mapping);
  const mapped = usePeerlane((state) => state.mapped);
  const trouble = usePeerlane((state) => state.mappingTrouble);
  const lookAtMapping = usePeerlane((state) => state.actions.lookAtMapping);
  const list = listInSight(document.machine, mapping);
  const tab = mapping.side ?? 'picture';
  if (!list) {
    return (
      <section className={answer.result} aria-label="What the device is given">
        <p className={answer.nothing}>What the device is given comes here.</p>
      </section>
    );
  }
  const report = mapped?.list === list.id ? mapped.report : null;
  const isStale =
    trouble === null &&
    (mapped?.revision !== document.revision || mapped.options !== mapping.options);
  return (
    <section className={answer.result} aria-label="What the device is given">
      {/* Its views have headings of their own, below this. */}
      <h2 className="unseen">What the device is given</h2>
      <div className={answer.head}>
        <TabList
          label="Views of the mapping"
          of="mapping-"
          tabs={TABS}
          chosen={tab}
          onChoose={(side) => lookAtMapping({ side })}
          look={answer}
        />
        <OptionsBar />
      </div>
      {trouble !== null && (
        <p role="alert" className={answer.trouble}>
          Peerlane made a mistake while mapping this list: {trouble}. The document is kept.
        </p>
      )}
      <UpdatingTag isStale={isStale && report !== null} />
      {report && <Outcome document={document} report={report} />}
      <div
        role="tabpanel"
        id={`mapping-panel-${tab}`}
        aria-labelledby={`mapping-tab-${tab}`}
        className={answer.body}
        data-stale={isStale || undefined}
      >
        {!report && trouble === null && <p className={answer.trouble}>Mapping the list…</p>}
        {report && (
          <Suspense fallback={<p className={answer.trouble}>Loading…</p>}>
            {tab === 'picture' && <PictureView report={report} />}
            {tab === 'steps' && <StepsView report={report} />}
            {tab === 'chain' && <ChainView report={report} />}
            {tab === 'pages' && <IommuView report={report} />}
            {tab === 'iova' && <IovaView report={report} />}
            {tab === 'compare' && <CompareView report={report} />}
          </Suspense>
        )}
      </div>
    </section>
  );
}
