/** Columns that plain output keeps to, so that it can be mailed. */
export const COLUMNS = 80;

/** The line, cut to the columns of a terminal or a mail. */
export function cutLine(line: string, columns: number = COLUMNS): string {
  const text = line.trimEnd();
  return text.length <= columns ? text : `${text.slice(0, columns - 3)}...`;
}

/**
 * Words in lines of at most `columns`. The spaces the text begins with are kept; each line after
 * the first is set in by `indent`.
 */
export function wrap(text: string, indent = 0, columns: number = COLUMNS): string {
  const first = ' '.repeat(text.length - text.trimStart().length);
  const rest = ' '.repeat(indent);
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(' ').filter((each) => each !== '')) {
    if (!empty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}
