/** An encoded byte; programs write these digits in capitals (RFC 2045, 6.7). */
const ENCODED = /=[\dA-F]{2}/g;
const EQUALS_SIGN = /=3D/g;
const RUN_OF_BYTES = /(?:=[\dA-F]{2})+/gi;
const SOFT_BREAK = /=[\t ]*\r?$/;
const SOFT_BREAKS = /=[\t ]*\r?$/gm;
const DECLARED = /^Content-Transfer-Encoding: {0,4}quoted-printable\s*$/im;

/** A single `=3D` may stand in a kernel's parameters; a whole dump in this form has hundreds. */
const FEWEST_SIGNS = 3;
/** In an encoded text every `=` begins a byte or a break; text around it may hold some others. */
const SHARE_ENCODED = 0.8;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Is this the raw body of a mail in quoted-printable? Plain dumps have `DEVSEL=fast`, `size=4K`
 * and `Count=1/1`: signs that begin no byte give them away.
 */
export function isQuotedPrintable(text: string): boolean {
  if (!text.includes('=')) return false;
  const encoded = count(text, ENCODED);
  const breaks = count(text, SOFT_BREAKS);
  if (encoded + breaks < count(text, /=/g) * SHARE_ENCODED) {
    // Headers of a mail (`charset=utf-8`) weigh more in a short one.
    return DECLARED.test(text) && encoded + breaks > count(text, /=/g) / 2;
  }
  if (DECLARED.test(text)) return encoded + breaks > 0;
  return breaks > 0 && count(text, EQUALS_SIGN) >= FEWEST_SIGNS;
}

function decodeBytes(run: string): string {
  const bytes = Uint8Array.from(run.slice(1).split('='), (digits) => Number.parseInt(digits, 16));
  return new TextDecoder().decode(bytes);
}

/** One line as it was before encoding, and the lines of the input that it takes. */
export interface DecodedLine {
  readonly text: string;
  /** From 0. */
  readonly first: number;
  readonly last: number;
}

/** Joins what soft breaks cut, and puts the bytes back. */
export function decodeQuotedPrintable(lines: readonly string[]): readonly DecodedLine[] {
  const decoded: DecodedLine[] = [];
  let pieces: string[] = [];
  lines.forEach((line, index) => {
    const isCut = SOFT_BREAK.test(line) && index + 1 < lines.length;
    pieces.push(isCut ? line.replace(SOFT_BREAK, '') : line);
    if (isCut) return;
    const text = pieces.join('').replace(RUN_OF_BYTES, decodeBytes);
    decoded.push({ text, first: index + 1 - pieces.length, last: index });
    pieces = [];
  });
  return decoded;
}
