import type { FunctionId } from '../model/ids.ts';
import { Bdf } from '../parts/Bdf.tsx';
import { usePeerlane } from '../store/peerlane.ts';
import styles from './FunctionLink.module.css';

interface Props {
  readonly id: FunctionId;
  /** How it is written; its id where nothing is said. */
  readonly name?: string;
}

/** A function's address that leads to it on the sheet. */
export function FunctionLink({ id, name = id }: Props) {
  const { select, moveCamera } = usePeerlane((state) => state.actions);
  const show = () => {
    select([id]);
    moveCamera('reveal-focus');
  };
  return (
    <button type="button" className={styles.link} title="Select it on the sheet" onClick={show}>
      <Bdf id={name} />
    </button>
  );
}
