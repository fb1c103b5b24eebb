import { memo, useMemo } from 'react';
import type { Rect } from '../../layout/scene.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { linePath } from '../draw/linePath.ts';
import { piecesBeside } from '../mapping/piecesBeside.ts';
import { inset } from '../rects.ts';
import { flowLook } from './flowLook.ts';
import styles from './flows.module.css';
import { type FlowsDrawing, MOST_LOOKED, type SheetHeat } from './flowsDrawing.ts';

interface Props {
  readonly drawing: FlowsDrawing;
  readonly heat: SheetHeat;
  readonly isStale: boolean;
  readonly isWeak: boolean;
}

/** Ways of the flows: thin, and the one that is looked at above them. */
export const FlowLines = memo(function FlowLines({ drawing, heat, isStale, isWeak }: Props) {
  const pointed = usePeerlane(({ flows }) => flows.link);
  const link = pointed === null ? null : heat.links[pointed];
  const ordered = drawing.ways.toSorted((a, b) => Number(a.isLooked) - Number(b.isLooked));
  const isMany = drawing.ways.filter(({ isLooked }) => isLooked).length > MOST_LOOKED;
  const lines = useMemo(
    () =>
      new Map(
        drawing.ways.map(({ key, points }) => [
          key,
          piecesBeside(points, drawing.beneath).map(linePath).join(''),
        ]),
      ),
    [drawing],
  );
  const ports = new Map(
    drawing.ways.flatMap(({ stations }) =>
      stations.filter(isPort).map((rect) => [`${rect.x} ${rect.y}`, rect]),
    ),
  );
  return (
    <g className={styles.ways} data-stale={isStale || undefined} data-weak={isWeak || undefined}>
      {link && <path className={styles.pointed} d={linePath(link.points)} />}
      {ordered.map((way) => {
        const d = lines.get(way.key) ?? '';
        return (
          <g
            key={way.key}
            className={styles.way}
            data-look={flowLook(way, drawing)}
            data-thin={isMany || undefined}
            data-refused={way.isRefused || undefined}
            data-flow={way.flow.id}
          >
            {way.isLooked && !isMany && <path className={styles.halo} d={d} />}
            <path className={styles.line} d={d} />
          </g>
        );
      })}
      {[...ports].map(([key, rect]) => (
        <rect key={key} className={styles.port} {...inset(rect)} rx={2} />
      ))}
    </g>
  );
});

function isPort({ width, height }: Rect): boolean {
  return Math.max(width, height) <= LARGEST_PORT;
}

const LARGEST_PORT = 64;
