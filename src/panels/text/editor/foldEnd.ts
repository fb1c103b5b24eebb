const depthOf = (text: string): number => /^ */.exec(text)?.[0].length ?? 0;
const saysNothing = (text: string): boolean => /^\s*(#|$)/.test(text);

/**
 * The last line that is folded away with what line `first` begins; `null`: nothing hangs below it.
 * Blank lines and comments at the end stay: they speak of what comes next.
 *
 * @param textOf a line by its number, from 1; `null` beyond the end
 */
export function foldEnd(textOf: (line: number) => string | null, first: number): number | null {
  const head = textOf(first);
  if (head === null || saysNothing(head)) return null;
  const depth = depthOf(head);
  let last: number | null = null;
  for (let line = first + 1; ; line++) {
    const text = textOf(line);
    if (text === null) return last;
    if (saysNothing(text)) continue;
    if (depthOf(text) <= depth) return last;
    last = line;
  }
}
