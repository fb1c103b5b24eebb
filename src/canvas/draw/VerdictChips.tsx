import type { Rect } from '../../layout/scene.ts';
import { VERDICT_GLYPHS } from '../../parts/verdictGlyphs.ts';
import type { VerdictKind } from '../../parts/verdictWords.ts';
import styles from './draw.module.css';
import { placedPath } from './placedPath.ts';

interface Props {
  readonly kinds: readonly VerdictKind[];
  /** Of an earlier state of the machine. */
  readonly isStale: boolean;
  readonly rect: Rect;
}

const SIZE = 20;

/**
 * What the chosen end can do with this card: on its lower right corner, where nothing is written,
 * one sign for each verdict.
 */
export function VerdictChips({ kinds, isStale, rect }: Props) {
  const width = SIZE * kinds.length;
  const left = rect.x + rect.width - width + 4;
  const top = rect.y + rect.height - SIZE + 6;
  return (
    <g className={styles.chips} data-stale={isStale || undefined}>
      <rect x={left + 0.5} y={top + 0.5} width={width - 1} height={SIZE - 1} rx={SIZE / 2 - 0.5} />
      {kinds.map((kind, index) => (
        <path
          key={kind}
          data-kind={isStale ? 'unknown' : kind}
          d={placedPath(VERDICT_GLYPHS[kind], left + SIZE * index + 3, top + 3, 0.875)}
        />
      ))}
    </g>
  );
}
