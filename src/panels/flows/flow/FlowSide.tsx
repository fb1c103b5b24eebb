import { flowInSight } from '../../../store/flowInSight.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { endsWords, operationWords } from '../words/endWords.ts';
import { FlowFigures } from './FlowFigures.tsx';
import styles from './FlowSide.module.css';
import { GroupFigures } from './GroupFigures.tsx';

/** One flow or group from all that was computed of it. */
export function FlowSide() {
  const document = usePeerlane((state) => state.document);
  const flows = usePeerlane((state) => state.flows);
  const report = usePeerlane((state) => state.throughput?.report ?? null);
  if (!document || !report) return null;
  const seen = flowInSight(document.machine, flows, report);
  const flow = report.flows.find(({ id }) => id === seen?.id);
  if (flow) {
    const own = seen?.kind === 'flow' ? seen.flow : null;
    const name = own && (own.label ?? own.id);
    const what =
      own && `${endsWords(document.machine, own)} ${operationWords(document.machine, own)}`;
    const title = own ? `${name} · ${what}` : flow.title;
    return <FlowFigures report={report} flow={flow} title={title} />;
  }
  const group = report.groups.find(({ id }) => id === seen?.id);
  if (group) return <GroupFigures report={report} group={group} />;
  return <p className={styles.waiting}>Computing what it gets…</p>;
}
