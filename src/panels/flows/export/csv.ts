/** What stands in a cell; `null`: nothing is known. */
export type CsvCell = string | number | boolean | null;

/** Spreadsheets take text that begins so for a formula, and names come with documents of anybody. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * Rows as comma-separated values, the first one being the header: RFC 4180, lines end with CR LF. Numbers
 * are written in full with a point, whatever the reader's language.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
