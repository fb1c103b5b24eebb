import type { CataloguePart } from '../../../catalogue/part.ts';
import styles from './PartTiles.module.css';
import { tileShape } from './tileShape.ts';

/** A part as a small drawing: as wide as its lanes, with what it gives below. */
export function TileDrawing({ part }: { readonly part: CataloguePart }) {
  const { lines, fills, glyph } = tileShape(part);
  return (
    <svg className={styles.drawing} viewBox="0 0 48 32" aria-hidden="true">
      <path className={styles.fills} d={fills} />
      <path className={styles.lines} d={lines} />
      {glyph && (
        <path className={styles.lines} d={glyph.d} transform={`translate(${glyph.x} ${glyph.y})`} />
      )}
    </svg>
  );
}
