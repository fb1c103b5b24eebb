/**
 * The line that typed letters lead to: the next one of which a name begins with them, round to the
 * start. One letter typed again goes on to the next such line; more letters may stay where they are.
 *
 * @param namesOf every name that may be typed for a line, in lower case
 * @returns -1 when there is none
 */
export function typeAhead(
  count: number,
  namesOf: (index: number) => readonly string[],
  active: number,
  typed: string,
): number {
  const text = typed.toLowerCase();
  const isRepeated = text.length > 1 && [...text].every((letter) => letter === text[0]);
  const wanted = isRepeated ? (text[0] ?? '') : text;
  const first = isRepeated || text.length === 1 ? active + 1 : Math.max(active, 0);
  for (let step = 0; step < count; step++) {
    const index = (first + step + count) % count;
    if (namesOf(index).some((name) => name.startsWith(wanted))) return index;
  }
  return -1;
}
