import { Bdf } from '../../parts/Bdf.tsx';
import type { PartId } from '../../store/state.ts';
import { useGo } from './go.ts';
import styles from './PartLink.module.css';

interface Props {
  readonly id: PartId;
  readonly title?: string;
  readonly address: string | null;
}

/** A part named in passing; pressing it leads there. */
export function PartLink({ id, title, address }: Props) {
  const go = useGo();
  return (
    <button type="button" className={styles.link} onClick={(event) => go(id, event)}>
      {title}
      {title !== undefined && address !== null && ' '}
      {address !== null && <Bdf id={address} />}
    </button>
  );
}
