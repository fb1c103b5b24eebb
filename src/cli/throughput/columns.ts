import { wrap } from '../text.ts';

/** A column of a table; the last one takes what is left and breaks its lines. */
export interface Column {
  readonly title: string;
  /** It is as wide as its widest cell, and at most so many letters; longer ones are broken. */
  readonly most?: number;
  /** To the right. */
  readonly isNumber?: boolean;
}

/** Rows of cells, each of one line or several, under a heading. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly (readonly string[])[])[],
  width: number,
): readonly string[] {
  const head = columns.map(({ title }) => [title]);
  const last = columns.length - 1;
  const widths = columns.slice(0, last).map(({ most = width }, index) => {
    const cells = [head, ...rows].flatMap((row) => row[index] ?? []);
    return Math.min(most, Math.max(...cells.map((cell) => cell.length)));
  });
  const indent = widths.reduce((sum, each) => sum + each + GAP.length, 0);
  return [head, ...rows].flatMap((row) => {
    const cells = row.map((lines, index) =>
      lines.flatMap((line) => broken(line, widths[index] ?? width - indent)),
    );
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      columns
        .map(({ isNumber = false }, index) => {
          const text = cells[index]?.[line] ?? '';
          const room = widths[index];
          if (room === undefined) return text;
          return isNumber ? text.padStart(room) : text.padEnd(room);
        })
        .join(GAP)
        .trimEnd(),
    );
  });
}

const GAP = '  ';

/** A word that is too long for a line by itself is cut. */
const broken = (line: string, width: number): readonly string[] =>
  wrap(line, 2, width)
    .split('\n')
    .map((part) => (part.length <= width ? part : `${part.slice(0, width - 1)}…`));
