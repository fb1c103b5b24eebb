/** Longer words are not compared: nobody mistypes that much. */
const LONGEST = 40;

/**
 * The word that is nearest to what was typed; `null` when none is near. Of two that are equally near
 * the one that begins and ends alike.
 *
 * @param most how many mistakes there may be; nothing said: one, and one more for each three characters
 */
export function nearest(
  typed: string,
  words: Iterable<string>,
  most = Math.floor(typed.length / 3) + 1,
): string | null {
  const wanted = typed.toLowerCase();
  if (wanted.length === 0 || wanted.length > LONGEST) return null;
  let best: string | null = null;
  let least = most;
  let mostAlike = -1;
  for (const word of words) {
    const length = Math.abs(word.length - wanted.length);
    if (length > least || word.length > LONGEST || word === typed) continue;
    const distance = editDistance(wanted, word.toLowerCase());
    if (distance > least || distance >= Math.max(wanted.length, word.length)) continue;
    const alike = sameEnds(wanted, word.toLowerCase());
    if (distance === least && alike <= mostAlike) continue;
    best = word;
    least = distance;
    mostAlike = alike;
  }
  return best;
}

/** How many characters are the same from the beginning, and from the end. */
function sameEnds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let front = 0;
  while (front < shorter && a[front] === b[front]) front++;
  let back = 0;
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  return front + back;
}

/** Characters added, removed, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      least = Math.min(least, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
