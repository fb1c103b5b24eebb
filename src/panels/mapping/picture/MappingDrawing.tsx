import { memo } from 'react';
import { endOf, hatchPath, startOf } from '../../../layout/mapping/mappingPaths.ts';
import type { MappingBox, MappingScene } from '../../../layout/mapping/mappingScene.ts';
import { TEXT_SIZES } from '../../../layout/metrics.ts';
import styles from './MappingDrawing.module.css';
import { isPointed, type Pointed } from './pointed.ts';

interface Props {
  readonly scene: MappingScene;
  readonly pointed: Pointed;
}

/** The picture itself, without what listens to it. */
export const MappingDrawing = memo(function MappingDrawing({ scene, pointed }: Props) {
  const isAny = pointed.entry !== null || pointed.output !== null;
  return (
    <g data-pointed={isAny || undefined} className={styles.drawing}>
      {scene.ribbons.map(({ key, kind, space, path, state, about }) => (
        <path
          key={key}
          d={path}
          className={styles.ribbon}
          data-kind={kind}
          data-space={space}
          data-state={state}
          data-lit={isPointed(about, pointed) || undefined}
        />
      ))}
      {scene.hatches.map(({ key, kind, rect }) => (
        <g key={key} className={styles.hatch} data-kind={kind}>
          <rect {...rect} />
          <path d={hatchPath(startOf(rect))} />
        </g>
      ))}
      {scene.boxes.map((box) => (
        <Box key={box.key} box={box} isLit={isPointed(box.about, pointed)} />
      ))}
      {scene.tags.map(({ key, rect, letter }) => (
        <g key={key} className={styles.tag}>
          <rect {...rect} rx={2} />
          <text x={rect.x + rect.width / 2} y={rect.y + 12}>
            {letter}
          </text>
        </g>
      ))}
      {scene.lines.map(({ kind, from, to }) => (
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
      {scene.texts.map(({ x, y, role, anchor, text, tone }) => (
        <text
          key={`${x} ${y} ${anchor}`}
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

function Box({ box, isLit }: { readonly box: MappingBox; readonly isLit: boolean }) {
  const { rect, kind, space, state, isHatched, isStacked, mapType } = box;
  const stack = isStacked && kind !== 'span';
  return (
    <g
      className={styles.box}
      data-kind={kind}
      data-space={space}
      data-state={state}
      data-hatched={isHatched || undefined}
      data-lit={isLit || undefined}
    >
      {stack && <rect {...rect} x={rect.x + 3} y={rect.y + 3} rx={2} />}
      <rect {...rect} rx={kind === 'span' ? 0 : 2} />
      {isHatched && <path d={hatchPath(endOf(rect), 6)} />}
      {mapType !== null && (
        <rect
          className={styles.edge}
          data-type={mapType}
          x={rect.x}
          y={rect.y}
          width={4}
          height={rect.height}
        />
      )}
    </g>
  );
}
