/**
 * The sign behind a flag's name in lspci's notation: `ExtTag+` is true, `ExtTag-` false; `null`
 * when the flag is not mentioned.
 */
export function flagSign(text: string, flag: string): boolean | null {
  let from = 0;
  for (;;) {
    const at = text.indexOf(flag, from);
    if (at < 0) return null;
    const before = at === 0 ? ' ' : text[at - 1];
    const sign = text[at + flag.length];
    if ((before === ' ' || before === '\t') && (sign === '+' || sign === '-')) return sign === '+';
    from = at + flag.length;
  }
}
