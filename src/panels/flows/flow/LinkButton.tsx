import { peerlane, usePeerlane } from '../../../store/peerlane.ts';
import styles from './FlowSide.module.css';

interface Props {
  /** Of the report's links. */
  readonly index: number;
  readonly children: string;
}

/** A link by its name: pointing at it lights it on the sheet, pressing selects it there. */
export function LinkButton({ index, children }: Props) {
  const isLit = usePeerlane((state) => state.flows.link === index);
  const { lookAtFlows, meanLink, moveCamera } = usePeerlane((state) => state.actions);
  const point = () => lookAtFlows({ link: index });
  const leave = () => {
    if (peerlane.getState().flows.link === index) lookAtFlows({ link: null });
  };
  const show = () => {
    const { throughput, document } = peerlane.getState();
    const lower = throughput?.report.links[index]?.lower;
    if (lower === undefined || !document?.byId.has(lower)) return;
    meanLink(lower);
    moveCamera('reveal-focus');
  };
  return (
    <button
      type="button"
      className={styles.link}
      data-lit={isLit || undefined}
      title="Select the link on the sheet"
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
      onClick={show}
    >
      {children}
    </button>
  );
}
