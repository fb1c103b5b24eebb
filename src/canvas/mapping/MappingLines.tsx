import { useMemo } from 'react';
import type { Point, Rect } from '../../layout/scene.ts';
import type { MappingView } from '../../store/mappingView.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import type { Play } from '../../store/state.ts';
import { linePath } from '../draw/linePath.ts';
import { inset } from '../rects.ts';
import styles from './mapping.module.css';
import { type DrawnWay, isPointedAt, type MappingDrawing } from './mappingDrawing.ts';
import { piecesBeside } from './piecesBeside.ts';

/** Ways keep their strength, step back for one that is pointed at, or are that one. */
export type WayStrength = 'plain' | 'lit' | 'weak';

export function strengthOf(
  way: DrawnWay,
  ways: readonly DrawnWay[],
  view: Pick<MappingView, 'output' | 'entry'>,
  play: Play | null,
): WayStrength {
  if (play && play.of !== 'pair') {
    // Its trail is drawn beside it as it is gone.
    const isPlayed = isPointedAt(way, { output: play.of.output, entry: null });
    return isPlayed ? 'plain' : 'weak';
  }
  if (!ways.some((each) => isPointedAt(each, view))) return 'plain';
  return isPointedAt(way, view) ? 'lit' : 'weak';
}

/** Which entry goes which way: over the boxes and under their texts. */
export function MappingLines({ drawing }: { readonly drawing: MappingDrawing }) {
  const view = usePeerlane((state) => state.mapping);
  const play = usePeerlane((state) => state.play);
  const { ways, beneath } = drawing;
  const lines = useMemo(
    () => new Map(ways.map(({ key, points }) => [key, shownPath(points, beneath)])),
    [ways, beneath],
  );
  const drawn = ways.map((way) => ({ way, strength: strengthOf(way, ways, view, play) }));
  // What is lit lies above the rest.
  const inOrder = [...drawn].sort((a, b) => ORDER[a.strength] - ORDER[b.strength]);
  const ports = new Map(
    ways.flatMap(({ stations }) =>
      stations.filter(isPort).map((rect) => [`${rect.x} ${rect.y}`, rect]),
    ),
  );
  return (
    <g className={styles.ways}>
      {inOrder.map(({ way, strength }) => (
        <g key={way.key} className={styles.way} data-space={way.space} data-strength={strength}>
          <path className={styles.halo} d={lines.get(way.key)} />
          <path className={styles.line} d={lines.get(way.key)} data-way={way.key} />
        </g>
      ))}
      {[...ports].map(([key, rect]) => (
        <rect key={key} className={styles.port} {...inset(rect)} rx={3} />
      ))}
    </g>
  );
}

function shownPath(points: readonly Point[], beneath: readonly Rect[]): string {
  return piecesBeside(points, beneath).map(linePath).join('');
}

const ORDER: Readonly<Record<WayStrength, number>> = { weak: 0, plain: 1, lit: 2 };

/** Ways run beneath ports, so that their numbers stay readable. */
function isPort({ width, height }: Rect): boolean {
  return Math.max(width, height) <= LARGEST_PORT;
}

const LARGEST_PORT = 64;
