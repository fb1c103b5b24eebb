import type { NoteSpot } from '../arrange/knot.ts';
import { METRICS } from '../metrics.ts';
import type { Direction, Point } from '../scene.ts';
import type { PartNote } from './Notes.ts';
import { type NoteBlock, noteBlock } from './noteBlock.ts';

/** As wide as notes on a link are, grown to the right and below a wide switch. */
const WIDEST = 168;
/** Between a line and what is said of it. */
const BESIDE = 8;
/** From a line's own text to the notes above it, and to the box where it has none. */
const OVER_TEXT = 18;
const OVER_BOX = 4;
/** Grown to the right, before the notes and behind them. */
const AROUND = 16;
/** So much of a line runs free before it ends, grown to the right: for its own text. */
const FREE = 88;

type Beside = Pick<NoteSpot, 'beside'>;

function blockOf(notes: readonly PartNote[], { beside }: Beside, direction: Direction): NoteBlock {
  if (direction === 'down') return noteBlock(notes, Math.min(beside - BESIDE, WIDEST));
  const lines = Math.floor((beside - BESIDE / 2) / METRICS.line.note);
  return noteBlock(notes, WIDEST, Math.max(1, lines));
}

/** The lead of a box for the notes on the link that ends on it; left out where there are none. */
export function linkLead(
  notes: readonly PartNote[],
  direction: Direction,
): { readonly lead?: (beside: number) => number } {
  if (notes.length === 0) return {};
  return {
    lead: (beside) => {
      const { width, height } = blockOf(notes, { beside }, direction);
      if (height === 0) return 0;
      if (direction === 'down') return height;
      return Math.max(0, Math.ceil((width + AROUND - FREE) / 4) * 4);
    },
  };
}

/** Notes on a link, beside its line. `at` is the spot's corner on the sheet. */
export function linkNotes(
  notes: readonly PartNote[],
  spot: NoteSpot,
  at: Point,
  direction: Direction,
  hasText: boolean,
): ReturnType<NoteBlock['at']> {
  const block = blockOf(notes, spot, direction);
  const isOver = hasText && spot.isOverText;
  const up = spot.y === 'top' ? 0 : block.height - 4 + (isOver ? OVER_TEXT : OVER_BOX);
  return block.at({ x: spot.x === 'start' ? at.x : at.x - block.width, y: at.y - up });
}
