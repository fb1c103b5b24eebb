import { memo } from 'react';
import type { HullPiece } from '../../layout/groupHulls.ts';
import { intersects } from '../../layout/rects.ts';
import type { Point } from '../../layout/scene.ts';
import type { CullFrame } from '../camera/cullFrame.ts';
import drawStyles from '../draw/draw.module.css';
import styles from './groups.module.css';
import { hullLabel } from './hullLabel.ts';
import type { ShownHull } from './shownHulls.ts';
import type { Hulls } from './useHulls.ts';

interface Props extends Hulls {
  readonly frame: CullFrame;
  /** Something else stands out: hulls step back. */
  readonly isWeak: boolean;
}

/** Outlines round groups, over the boxes; from afar the canvas has them. */
export const HullLayer = memo(function HullLayer({ hulls, isStale, frame, isWeak }: Props) {
  if (frame.detail === 'overview') return null;
  return (
    <g className={isWeak || isStale ? drawStyles.weak : undefined}>
      {hulls.map((hull) => (
        <OneHull key={hull.group} hull={hull} frame={frame} />
      ))}
    </g>
  );
});

function OneHull({ hull, frame }: { readonly hull: ShownHull; readonly frame: CullFrame }) {
  const pieces = hull.pieces.filter(({ bounds }) => intersects(bounds, frame.box));
  if (pieces.length === 0) return null;
  return (
    <g className={styles.hull} data-pointed={hull.isPointed || undefined}>
      <path d={pieces.flatMap(({ loops }) => loops.map(loopPath)).join('')} />
      {pieces.map((piece) => (
        <Label
          key={`${piece.label.from.x} ${piece.label.from.y}`}
          piece={piece}
          text={hullLabel(hull.group, piece, 1)}
        />
      ))}
    </g>
  );
}

function loopPath(points: readonly Point[]): string {
  const corners = points.map(({ x, y }) => `${tenths(x)} ${tenths(y)}`);
  return `M${corners.join('L')}Z`;
}

const tenths = (value: number) => Math.round(value * 10) / 10;

interface LabelProps {
  readonly piece: HullPiece;
  readonly text: { readonly text: string; readonly width: number } | null;
}

/** On the line, in the size of the screen; at the left, because what links are stands on the right. */
function Label({ piece, text }: LabelProps) {
  if (!text) return null;
  const { x, y } = piece.label.from;
  return (
    <g style={{ transform: `translate(${x}px, ${y}px) scale(var(--inverse, 1))` }}>
      <rect className={styles.ground} y={-7} width={text.width} height={14} rx={4} />
      <text className={styles.label} x={text.width / 2} y={4} textAnchor="middle">
        {text.text}
      </text>
    </g>
  );
}
