const QUOTED = /^(?:[ \t]*>)+/;

/**
 * A text out of a mail: of one that quotes another, the quoted lines without their marks; then
 * without the indentation that all lines have in common.
 */
export function unquoted(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').split('\n');
  const quotedLines = lines.filter((line) => QUOTED.test(line));
  const kept = quotedLines.length > 0 ? quotedLines.map((line) => line.replace(QUOTED, '')) : lines;
  const filled = kept.filter((line) => line.trim() !== '');
  const common = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return kept.map((line) => line.slice(Number.isFinite(common) ? common : 0)).join('\n');
}
