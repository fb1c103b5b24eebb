import { Bdf } from '../../parts/Bdf.tsx';
import type { PartId } from '../../store/state.ts';
import { useGo } from './go.ts';
import styles from './PartLink.module.css';

interface Props {
  readonly id: PartId;
  readonly title?: string;
  readonly address: string | null;
  /** Without its domain, which is said nearby. */
  readonly isShort?: boolean;
}

/** A part named in passing; pressing it leads there. */
export function PartLink({ id, title, address, isShort = false }: Props) {
  const go = useGo();
  return (
    <button type="button" className={styles.link} onClick={(event) => go(id, event)}>
      {title}
      {title !== undefined && address !== null && ' '}
      {address !== null && <Bdf id={address} isShort={isShort} />}
    </button>
  );
}
