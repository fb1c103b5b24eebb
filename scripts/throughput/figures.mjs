/**
 * The middle one; of an even number the mean of both.
 *
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const below = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  const above = sorted[sorted.length >> 1] ?? Number.NaN;
  return (below + above) / 2;
}

/**
 * @param {number} value
 * @param {boolean} [isSigned]
 */
export function percent(value, isSigned = false) {
  if (Number.isNaN(value)) return '–';
  const digits = Math.abs(value) >= 0.995 ? 0 : 1;
  const text = `${Math.abs(value * 100).toFixed(digits)} %`;
  return !isSigned ? text : `${value < 0 ? '−' : '+'}${text}`;
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} lines
 * @param {number} from first column of figures
 * @param {number} [count] how many columns of figures there are
 */
export function table(head, lines, from, count = head.length - from) {
  const rule = head.map((_, at) => (at >= from && at < from + count ? '--:' : '---'));
  return [`| ${head.join(' | ')} |`, `|${rule.join('|')}|`, ...lines.map(row)].join('\n');
}

/** @param {readonly (string | number)[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;
