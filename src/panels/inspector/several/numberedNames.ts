/** Stands for the number in a pattern. */
const NUMBER = '{n}';

/**
 * Names after a pattern: `gpu{n}` gives `gpu0`, `gpu1` …. Names that others have are left out. Without
 * a place for it, the number comes last.
 *
 * @returns none for an empty pattern
 */
export function numberedNames(
  pattern: string,
  count: number,
  taken: ReadonlySet<string>,
): readonly string[] {
  const text = pattern.trim();
  if (text === '') return [];
  const whole = text.includes(NUMBER) ? text : `${text}${NUMBER}`;
  const names: string[] = [];
  for (let number = 0; names.length < count; number++) {
    const name = whole.replaceAll(NUMBER, String(number));
    if (!taken.has(name)) names.push(name);
  }
  return names;
}
