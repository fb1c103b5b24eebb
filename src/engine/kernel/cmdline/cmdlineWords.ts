import type { CmdlineSpan } from './parameterTypes.ts';

/** One parameter of the command line, with its places in the text. */
export interface CmdlineWord {
  /** As written; the kernel takes `-` for `_` when it compares. */
  readonly name: string;
  /** `null`: a word without an equals sign. */
  readonly value: CmdlineSpan | null;
  readonly start: number;
  readonly end: number;
}

export interface CmdlineWords {
  readonly words: readonly CmdlineWord[];
  /** A quotation mark that is never closed. */
  readonly openQuote: number | null;
}

/**
 * Splits as the kernel does (next_arg() in lib/cmdline.c): blanks separate, except within double
 * quotes; marks round a whole word or a whole value are taken off. What follows `--` is for init.
 */
export function cmdlineWords(text: string): CmdlineWords {
  const words: CmdlineWord[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isBlank(text[at])) at += 1;
    if (at >= text.length) return { words, openQuote: null };
    const { end, openQuote } = endOfWord(text, at);
    if (text.slice(at, end) === '--') return { words, openQuote: null };
    words.push(wordAt(text, at, end));
    if (openQuote !== null) return { words, openQuote };
    at = end;
  }
}

const isBlank = (letter: string | undefined) => letter !== undefined && /\s/.test(letter);

function endOfWord(text: string, start: number): { end: number; openQuote: number | null } {
  let openQuote: number | null = null;
  let at = start;
  for (; at < text.length; at++) {
    if (openQuote === null && isBlank(text[at])) break;
    if (text[at] === '"') openQuote = openQuote === null ? at : null;
  }
  return { end: at, openQuote };
}

function wordAt(text: string, start: number, end: number): CmdlineWord {
  const [from, until] = withoutMarks(text, start, end);
  const equals = text.slice(from, until).indexOf('=');
  if (equals < 0) return { name: text.slice(from, until), value: null, start, end };
  const [valueStart, valueEnd] = withoutMarks(text, from + equals + 1, until);
  const value = { text: text.slice(valueStart, valueEnd), start: valueStart, end: valueEnd };
  return { name: text.slice(from, from + equals), value, start, end };
}

/** The stretch inside quotation marks; the one at the end is taken off only with one in front. */
function withoutMarks(text: string, start: number, end: number): readonly [number, number] {
  if (start >= end || text[start] !== '"') return [start, end];
  const isClosed = end - 1 > start && text[end - 1] === '"';
  return [start + 1, isClosed ? end - 1 : end];
}
