import { columns } from './columns.ts';
import { isSomebodyElses } from './foreignLine.ts';

/** Mail programs break at 72 to 80 columns, some at 66. */
const NARROWEST = 64;

/** `ParErr- Stepping- SERR-`, `<TAbort- <MAbort-`: flags open a line only where one was broken. */
const FLAGS_FIRST = /^[<>]?[A-Za-z][\w-]{0,30}[+-](?:,?\s|$)/;

/** What may still follow a header that looks finished. */
const HEADER_REST = /^(?:\(rev |\(prog-?if |\[[\da-f]{4}(?::[\da-f]{4})?\])/i;

function firstWordLength(text: string): number {
  const end = text.search(/\s/);
  return end < 0 ? text.length : end;
}

/** Would the first word of `next` not have fitted behind `previous`? Then the line was broken there. */
function wasBroken(previous: string, next: string): boolean {
  return columns(previous) + 1 + firstWordLength(next) > NARROWEST;
}

/** `Flags: …, NUMA node 0,` goes on with the group; elsewhere these words head a listing. */
const GROUP_OF_FLAGS = /^IOMMU group \d{1,6}$/;

/** Is `next`, which has no indentation, the second half of the detail line before it? */
export function continuesDetail(previous: string, next: string): boolean {
  if (FLAGS_FIRST.test(next)) return true;
  if (GROUP_OF_FLAGS.test(next) && previous.endsWith(',')) return true;
  return !isSomebodyElses(next) && wasBroken(previous, next);
}

function isOpen(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '(' || letter === '[') depth += 1;
    else if (letter === ')' || letter === ']') depth -= 1;
  }
  return depth > 0;
}

/**
 * Is `next` the second half of a header line? A header with an open bracket is not whole, one that
 * ends in a closing bracket is.
 */
export function continuesHeader(header: string, previous: string, next: string): boolean {
  if (HEADER_REST.test(next)) return true;
  if (isOpen(header)) return !isSomebodyElses(next);
  const last = previous.charAt(previous.length - 1);
  const whole = last === ')' || (last === ']' && /[\da-f]{4}:[\da-f]{4}\]$/i.test(previous));
  return !whole && !isSomebodyElses(next) && wasBroken(previous, next);
}
