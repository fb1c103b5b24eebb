import { memo } from 'react';
import type { IommuScene } from '../../../layout/iommu/iommuScene.ts';
import { hatchPath } from '../../../layout/mapping/mappingPaths.ts';
import { TEXT_SIZES } from '../../../layout/metrics.ts';
import styles from './IommuDrawing.module.css';

interface Props {
  readonly scene: IommuScene;
  /** What is heard of it. */
  readonly label: string;
}

/** A scene of plain shapes: a page table, or the space of addresses. */
export const IommuDrawing = memo(function IommuDrawing({ scene, label }: Props) {
  const { width, height, boxes, lines, texts } = scene;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.drawing}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {boxes.map(({ key, kind, rect }) => (
        <g key={key} className={styles.box} data-kind={kind}>
          <rect {...rect} />
          {(kind === 'waiting' || kind === 'padding') && (
            <path d={hatchPath(rect)} className={styles.hatch} />
          )}
          {kind === 'peer' && <rect {...rect} width={4} className={styles.edge} />}
        </g>
      ))}
      {lines.map(({ kind, from, to }) => (
        <line
          key={`${kind} ${from.x} ${from.y}`}
          className={styles.line}
          data-kind={kind}
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
        />
      ))}
      {texts.map(({ x, y, role, anchor, text, tone }) => (
        <text
          key={`${x} ${y} ${anchor}`}
          className={styles.text}
          data-role={role}
          data-tone={tone}
          x={x}
          y={y}
          fontSize={TEXT_SIZES[role]}
          textAnchor={anchor}
        >
          {text}
        </text>
      ))}
    </svg>
  );
});
