import { meantLink } from '../../store/meantLink.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { Drawn } from '../state/drawn.ts';
import styles from './draw.module.css';
import { linePath } from './linePath.ts';

/** The link that is meant, marked along its line: between it and a part that is selected. */
export function MeantLink({ drawn }: { readonly drawn: Drawn }) {
  const lower = usePeerlane((state) => meantLink(state)?.lower.id ?? null);
  if (lower === null) return null;
  const link = drawn.links.above.get(drawn.scene.linkOf.get(lower) ?? lower);
  return link ? <path className={styles.meant} d={linePath(link.points)} /> : null;
}
