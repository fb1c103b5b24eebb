import { memo } from 'react';
import { intersects } from '../../layout/rects.ts';
import type { Point } from '../../layout/scene.ts';
import type { CullFrame } from '../camera/cullFrame.ts';
import drawStyles from '../draw/draw.module.css';
import styles from './groups.module.css';
import { hullLabel, type LabelTag } from './hullLabel.ts';
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
      {pieces.map(({ label, bounds }) => (
        <Label
          key={`${bounds.x} ${bounds.y}`}
          at={label?.at ?? bounds}
          // Only the name counts here: elements are of the size of the screen at any zoom.
          tag={hullLabel(hull.group, label, frame.detail, 1)}
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
  readonly at: Point;
  readonly tag: LabelTag | null;
}

/** A tag on the line, in the size of the screen. */
function Label({ at, tag }: LabelProps) {
  if (!tag) return null;
  const { text, x, y, width, height } = tag;
  return (
    <g style={{ transform: `translate(${at.x}px, ${at.y}px) scale(var(--inverse, 1))` }}>
      <rect className={styles.ground} x={x} y={y} width={width} height={height} rx={3} />
      <text className={styles.label} x={x + width / 2} y={y + height - 3} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}
