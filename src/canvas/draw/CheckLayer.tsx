import { memo } from 'react';
import { intersects } from '../../layout/rects.ts';
import type { CullFrame } from '../camera/cullFrame.ts';
import type { CheckSign } from './checkSigns.ts';
import styles from './draw.module.css';
import { placedPath } from './placedPath.ts';

interface Props {
  readonly frame: CullFrame;
  readonly signs: readonly CheckSign[];
  /** Of an earlier state of the machine. */
  readonly isStale: boolean;
}

/** A triangle for what deserves a look, an octagon for what does not work; the names say it, too. */
const GLYPHS = {
  warning: 'M8 2 14.5 13.5h-13ZM8 6.3v3.4M8 11.6v.2',
  error: 'M5.4 2h5.2L14 5.4v5.2L10.6 14H5.4L2 10.6V5.4ZM8 5v3.8M8 10.9v.2',
} as const;

/** Findings on parts in view, near enough to read their names. */
export const CheckLayer = memo(function CheckLayer({ frame, signs, isStale }: Props) {
  if (frame.detail === 'overview' || signs.length === 0) return null;
  return (
    <g className={styles.checks} data-stale={isStale || undefined}>
      {signs
        .filter(({ rect }) => intersects(rect, frame.box))
        .map(({ part, severity, rect }) => (
          <path
            key={part}
            data-severity={severity}
            d={placedPath(GLYPHS[severity], rect.x, rect.y, rect.width / 16)}
          />
        ))}
    </g>
  );
});
