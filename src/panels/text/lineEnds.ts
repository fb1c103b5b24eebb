/** Texts of some systems end their lines with CR LF: the editor counts one character there. */
export interface LineEnds {
  /** As the editor holds it. */
  readonly inside: string;
  /** The text of the document for what the editor holds. */
  readonly outside: (inside: string) => string;
}

const same = (text: string) => text;
const withReturns = (text: string) => text.replaceAll('\n', '\r\n');

/** Lines that end in both ways are left alone: the returns then are characters like others. */
export function lineEnds(text: string): LineEnds {
  const isPlain = !text.includes('\r');
  const isMixed = /[^\r]\n|^\n|\r(?!\n)/.test(text);
  if (isPlain || isMixed) return { inside: text, outside: same };
  return { inside: text.replaceAll('\r\n', '\n'), outside: withReturns };
}
