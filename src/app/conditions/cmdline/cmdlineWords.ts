/** One parameter of the command line, with its places in the text. */
export interface CmdlineWord {
  readonly name: string;
  /** `null`: a word without an equals sign. */
  readonly value: string | null;
  readonly start: number;
  readonly end: number;
  /** Where the value begins, behind a quotation mark. */
  readonly valueStart: number;
}

export interface CmdlineWords {
  readonly words: readonly CmdlineWord[];
  /** A quotation mark that is never closed. */
  readonly openQuote: number | null;
}

/**
 * Splits as the kernel does (next_arg() in lib/cmdline.c): blanks separate, except within double
 * quotes; marks round a whole value are taken off. What follows `--` is for init.
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
  const isQuoted = text[start] === '"';
  const from = isQuoted ? start + 1 : start;
  const until = isQuoted && end - 1 > start && text[end - 1] === '"' ? end - 1 : end;
  const equals = text.slice(from, until).indexOf('=');
  if (equals < 0) {
    return { name: text.slice(from, until), value: null, start, end, valueStart: until };
  }
  const name = text.slice(from, from + equals);
  const valueFrom = from + equals + 1;
  const isValueQuoted = text[valueFrom] === '"' && valueFrom < until;
  const valueStart = isValueQuoted ? valueFrom + 1 : valueFrom;
  const valueEnd =
    isValueQuoted && until - 1 > valueFrom && text[until - 1] === '"' ? until - 1 : until;
  return { name, value: text.slice(valueStart, valueEnd), start, end, valueStart };
}
