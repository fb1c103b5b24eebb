import { memo } from 'react';
import { fillPath, pointPath } from '../../../layout/charts/chartPaths.ts';
import type { ChartScene } from '../../../layout/charts/chartScene.ts';
import { TEXT_SIZES } from '../../../layout/metrics.ts';
import styles from './ChartDrawing.module.css';

/** A chart, without what listens to it. */
export const ChartDrawing = memo(function ChartDrawing({ scene }: { readonly scene: ChartScene }) {
  return (
    <g className={styles.drawing}>
      {scene.areas.map(({ key, fill, rect }) => (
        <g key={key} className={styles.area} data-fill={fill}>
          <rect {...rect} />
          <Over path={fillPath(fill, rect)} />
        </g>
      ))}
      {scene.strokes.map(({ key, kind, path }) => (
        <path key={key} d={path} className={styles.stroke} data-kind={kind} />
      ))}
      {scene.points.map((point) => (
        <path
          key={point.key}
          d={pointPath(point)}
          className={styles.point}
          data-kind={point.kind}
        />
      ))}
      {scene.texts.map(({ x, y, role, anchor, text, tone }) => (
        <text
          key={`${x} ${y} ${anchor} ${text}`}
          x={x}
          y={y}
          fontSize={TEXT_SIZES[role]}
          textAnchor={anchor}
          className={styles.text}
          data-role={role}
          data-tone={tone}
        >
          {text}
        </text>
      ))}
    </g>
  );
});

function Over({ path }: { readonly path: string | null }) {
  return path === null || path === '' ? null : <path d={path} />;
}
