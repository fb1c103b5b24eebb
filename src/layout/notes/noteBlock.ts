import { METRICS } from '../metrics.ts';
import type { Point, SceneSign, SceneText } from '../scene.ts';
import { textWidth, wrapText } from '../textWidth.ts';
import type { PartNote } from './Notes.ts';

/** Notes in lines of a width, each behind its sign. */
export interface NoteBlock {
  readonly height: number;
  /** Of the longest line, with its sign. */
  readonly width: number;
  readonly at: (corner: Point) => {
    readonly texts: readonly SceneText[];
    readonly signs: readonly SceneSign[];
  };
}

/** A note on a part in more lines than this ends with an ellipsis: the inspector has it whole. */
const MOST_LINES = 4;
/** All notes of one part together. */
const MOST_OF_PART = 12;
const SIGN = 10;
const INDENT = 15;

const EMPTY: NoteBlock = { height: 0, width: 0, at: () => ({ texts: [], signs: [] }) };

/** The height is 0 where there is none. */
export function noteBlock(
  notes: readonly PartNote[],
  width: number,
  mostLines: number = MOST_OF_PART,
): NoteBlock {
  if (notes.length === 0) return EMPTY;
  const { note } = METRICS.line;
  let left = mostLines;
  const wrapped = notes.flatMap(({ about, text }) => {
    const most = Math.min(MOST_LINES, left);
    const lines = most <= 0 ? [] : wrapText(text, 'note', width - INDENT, most);
    left -= lines.length;
    return lines.length === 0 ? [] : [{ about, lines }];
  });
  const count = wrapped.reduce((total, { lines }) => total + lines.length, 0);
  if (count === 0) return EMPTY;
  const longest = Math.max(
    ...wrapped.flatMap(({ lines }) => lines.map((text) => textWidth(text, 'note'))),
  );
  return {
    height: Math.ceil((count * note + 4) / 4) * 4,
    width: INDENT + longest,
    at: ({ x, y }) => {
      const texts: SceneText[] = [];
      const signs: SceneSign[] = [];
      let top = y + 2;
      for (const { about, lines } of wrapped) {
        signs.push({
          kind: 'note',
          about,
          rect: { x, y: top + (note - SIGN) / 2, width: SIGN, height: SIGN },
        });
        for (const text of lines) {
          texts.push({ role: 'note', text, x: x + INDENT, y: top + note - 3, anchor: 'start' });
          top += note;
        }
      }
      return { texts, signs };
    },
  };
}
