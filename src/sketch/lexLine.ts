/** A word of a line: columns from 0, `to` is after the last character. */
export interface Word {
  readonly from: number;
  readonly to: number;
  /** As it stands there, quotes and all. */
  readonly text: string;
  /** Without quotes, escapes resolved; of `name:` without the colon. */
  readonly value: string;
  /** It begins with a quote: a name or a text, never a word of the grammar. */
  readonly isQuoted: boolean;
  /** Its quote is not closed before the line ends. */
  readonly isOpen: boolean;
  /** It ends with a colon outside of quotes: it names the line. */
  readonly isName: boolean;
  /** Column of the first `=` outside of quotes; `null`: no attribute with a value. */
  readonly equals: number | null;
}

/** One line of a sketch in its pieces. */
export interface SketchLine {
  /** Columns of white space before the first word. */
  readonly indent: number;
  /** Column of the first tab in the indentation; `null`: none. */
  readonly tab: number | null;
  readonly words: readonly Word[];
  /** The comment from its `#` to the end of the line. */
  readonly comment: { readonly from: number; readonly to: number } | null;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Takes a line apart: words between white space, where quotes keep white space together and a
 * backslash in quotes keeps the next character (`\n`, `\r`, `\t` are the characters they name). `#` at
 * the beginning of a word starts a comment. Never throws; linear in the length of the line.
 */
export function lexLine(line: string): SketchLine {
  const words: Word[] = [];
  let tab: number | null = null;
  let at = 0;
  while (at < line.length && isSpace(line.charCodeAt(at))) {
    if (line[at] === '\t' && tab === null) tab = at;
    at++;
  }
  const indent = at;
  while (at < line.length) {
    if (line[at] === '#') {
      return { indent, tab, words, comment: { from: at, to: line.length } };
    }
    const word = wordAt(line, at);
    words.push(word);
    at = word.to;
    while (at < line.length && isSpace(line.charCodeAt(at))) at++;
  }
  return { indent, tab, words, comment: null };
}

function wordAt(line: string, from: number): Word {
  const pieces: string[] = [];
  let isOpen = false;
  let equals: number | null = null;
  let lastWasQuote = false;
  let at = from;
  while (at < line.length && !isSpace(line.charCodeAt(at))) {
    const char = line[at] ?? '';
    lastWasQuote = char === '"';
    if (lastWasQuote) {
      const end = closingQuote(line, at + 1);
      isOpen = end === null;
      pieces.push(withoutEscapes(line.slice(at + 1, end ?? line.length)));
      at = end === null ? line.length : end + 1;
      continue;
    }
    if (char === '=' && equals === null) equals = at;
    pieces.push(char);
    at++;
  }
  const joined = pieces.join('');
  const isName = !lastWasQuote && joined.endsWith(':') && equals === null && at - from > 1;
  return {
    from,
    to: at,
    text: line.slice(from, at),
    value: isName ? joined.slice(0, -1) : joined,
    isQuoted: line[from] === '"',
    isOpen,
    isName,
    equals,
  };
}

function closingQuote(line: string, from: number): number | null {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') return at;
  }
  return null;
}

function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? char);
}

/** Space, tab, carriage return and the other white space of ASCII, and the space that does not break. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

/** The word of a name or text: in quotes where it would be read as something else without them. */
export function quoted(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, (char) => `\\${char}`)
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t');
  return `"${escaped}"`;
}

/** A name as it may stand in a line: plain where that is safe. */
export function nameWord(name: string): string {
  return PLAIN.test(name) && !RESERVED.test(name) ? name : quoted(name);
}

const PLAIN = /^[A-Za-z_][A-Za-z0-9_./-]*$/;
/** Plain words that a place for a name reads as something else. */
const RESERVED = /^(?:ram|cpu)\d*$/i;
