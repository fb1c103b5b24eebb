import { usePeerlane } from '../../store/peerlane.ts';
import answer from '../answer/Answer.module.css';
import styles from './FlowsPanel.module.css';
import { ListPane } from './list/ListPane.tsx';
import { ResultPane } from './ResultPane.tsx';

/** What flows get on this machine, what limits each, and what to change. */
export function FlowsPanel() {
  const document = usePeerlane((state) => state.document);
  if (!document) {
    return (
      <p className={`${answer.nothing} ${styles.nothing}`}>Open a machine to draw flows on it.</p>
    );
  }
  const { flows, groups } = document.machine.workload;
  const hasFlows = flows.length + groups.length > 0;
  return (
    <div className={`${answer.panel} ${styles.panel}`}>
      <ListPane key={document.serial} document={document} />
      {hasFlows && <ResultPane key={`result ${document.serial}`} document={document} />}
    </div>
  );
}
