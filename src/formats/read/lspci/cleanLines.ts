import type { TextLine } from '../textLine.ts';
import { decodeQuotedPrintable, isQuotedPrintable } from './quotedPrintable.ts';

/** Anything but tabs and printable ASCII, in the text as a whole: most dumps have none of it. */
const UNUSUAL = /[^\t\n\r\x20-\x7e]/;
/** A terminal's colour and cursor codes: escape, bracket, parameters, letter. */
const TERMINAL_CODE = /(?!\t)\p{Cc}\[[\d;?]*[A-Za-z]/gu;
/** Control and invisible characters other than the tab: NUL bytes, byte order marks, joiners. */
const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}]/gu;
/** Spaces that are not the space: no-break spaces of mail programs and web pages. */
const ODD_SPACE = /\p{Zs}/gu;

/**
 * Quote marks of a mail, of any depth, with the space that follows them. A line that a mail
 * program broke may begin with `>TAbort-`, `>SERR-` or `>Reset-`: those are lspci's own.
 */
const QUOTE = /^(?: {0,3}>(?!TAbort|SERR|Reset))+ ?/;

function cleanText(line: string): string {
  return line.replace(TERMINAL_CODE, '').replace(INVISIBLE, '').replace(ODD_SPACE, ' ');
}

function stripEnd(line: string): string {
  const last = line.charCodeAt(line.length - 1);
  return last === 0x20 || last === 0x0d || last === 0x09 ? line.trimEnd() : line;
}

/** What a line says, without quote marks, odd blanks and codes. */
function cleanLine(raw: string, unusual: boolean): string {
  const plain = stripEnd(unusual ? cleanText(raw) : raw);
  return plain.includes('>') ? plain.replace(QUOTE, '') : plain;
}

/** The lines of a paste without what mail programs, terminals and editors added to them. */
export function cleanLines(text: string): readonly TextLine[] {
  const raws = text.split(text.includes('\n') ? '\n' : '\r');
  if (isQuotedPrintable(text)) {
    // Bytes that were encoded are not seen before: any of these lines may be unusual.
    return decodeQuotedPrintable(raws).map(({ text: raw, first, last }) => {
      const line = { number: first + 1, text: cleanLine(raw, true) };
      return last === first ? line : { ...line, last: last + 1 };
    });
  }
  const unusual = UNUSUAL.test(text);
  return raws.map((raw, index) => ({ number: index + 1, text: cleanLine(raw, unusual) }));
}
