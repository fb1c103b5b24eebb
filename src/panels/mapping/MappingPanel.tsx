import { isSeveralWide } from '../../store/mappingView.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import answer from '../answer/Answer.module.css';
import { ListEditor } from './editor/ListEditor.tsx';
import styles from './MappingPanel.module.css';
import { ResultPane } from './ResultPane.tsx';

/** A scatterlist at the left; at the right what a kernel makes of it for a device, and why. */
export function MappingPanel() {
  const document = usePeerlane((state) => state.document);
  const isWide = usePeerlane(({ mapping }) => isSeveralWide(mapping));
  if (!document) return <p className={answer.nothing}>Open a machine to map memory on it.</p>;
  return (
    <div className={`${answer.panel} ${styles.panel}`} data-wide={isWide || undefined}>
      <ListEditor key={document.serial} document={document} />
      <ResultPane key={`result ${document.serial}`} document={document} />
    </div>
  );
}
