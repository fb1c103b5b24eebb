import { usePeerlane } from '../../store/peerlane.ts';
import type { PartId } from '../../store/state.ts';
import type { MachineTree } from '../tree/machineTree.ts';
import { everythingBelow, wholeWayUp } from '../tree/waysThrough.ts';
import styles from './Buttons.module.css';

interface Props {
  readonly tree: MachineTree;
  readonly ids: readonly PartId[];
}

/** From what is selected to the ports above it, or to all that hangs below. */
export function ReachButtons({ tree, ids }: Props) {
  const select = usePeerlane((state) => state.actions.select);
  const up = wholeWayUp(tree, ids);
  const below = everythingBelow(tree, ids);
  return (
    <div className={styles.row}>
      <span className={styles.label}>Select</span>
      <ReachButton title="Whole way up" count={up.length} onReach={() => select(up)} />
      <ReachButton title="Everything below" count={below.length} onReach={() => select(below)} />
    </div>
  );
}

interface ReachButtonProps {
  readonly title: string;
  readonly count: number;
  readonly onReach: () => void;
}

function ReachButton({ title, count, onReach }: ReachButtonProps) {
  return (
    <button
      type="button"
      className="small"
      aria-disabled={count < 2 || undefined}
      title={count < 2 ? 'Nothing there' : `${count} functions`}
      onClick={() => {
        if (count > 1) onReach();
      }}
    >
      {title}
    </button>
  );
}
