/** How many of what. */
export interface Wish {
  readonly count: number;
  /** The words by which the part is looked for; empty: any. */
  readonly words: string;
}

/** A typing slip shall not fill a machine. */
export const MOST_AT_ONCE = 64;

const BEFORE = /^(\d{1,3})(?:\s*[×*]\s*|\s*x\s+|x(?=[^\s\d])|\s+|$)/i;
const BEHIND = /(?:^|\s)(?:[x×*]\s*(\d{1,3})|(\d{1,3})\s*[x×*])$/i;

/**
 * What was typed, read in every way that makes sense, the likeliest first: `8 h100` and `gpu x4` are
 * several of a part, and `x4 slot` or `905p` are a part's name.
 */
export function parseWish(text: string): readonly Wish[] {
  const typed = text.trim().replace(/\s+/g, ' ');
  const asName: Wish = { count: 1, words: typed };
  const before = BEFORE.exec(typed);
  if (before) {
    const words = typed.slice(before[0].length).trim();
    // `2xeon` are two Xeons and `4xh100` four of the other.
    const isX = /\dx$/i.test(before[0]) ? counted(before[1], `x${words}`) : [];
    return unique([...isX, ...counted(before[1], words), asName]);
  }
  const behind = BEHIND.exec(typed);
  if (!behind) return [asName];
  const words = typed.slice(0, behind.index).trim();
  // `slot x4` is a slot of four lanes where there is one, `gpu x4` are four.
  return words === '' ? [asName] : unique([asName, ...counted(behind[1] ?? behind[2], words)]);
}

function counted(digits: string | undefined, words: string): readonly Wish[] {
  const count = Number(digits);
  return count >= 1 ? [{ count: Math.min(count, MOST_AT_ONCE), words }] : [];
}

function unique(wishes: readonly Wish[]): readonly Wish[] {
  const isSame = (a: Wish, b: Wish) => a.count === b.count && a.words === b.words;
  return wishes.filter((one, at) => wishes.findIndex((other) => isSame(one, other)) === at);
}
