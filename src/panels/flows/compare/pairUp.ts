/** The same thing in two answers; `null`: one of them has none such. */
export interface Paired<Thing> {
  readonly key: string;
  readonly title: string;
  readonly first: Thing | null;
  readonly second: Thing | null;
}

/**
 * What two answers have in common, by its title: machines have ids of their own. Of several with one title
 * the first belongs to the first. In the order of the first answer, then what only the second has.
 */
export function pairUp<Thing extends { readonly title: string }>(
  first: readonly Thing[],
  second: readonly Thing[],
): readonly Paired<Thing>[] {
  const waiting = new Map<string, Thing[]>();
  for (const thing of second) {
    const same = waiting.get(thing.title);
    if (same) same.push(thing);
    else waiting.set(thing.title, [thing]);
  }
  const counts = new Map<string, number>();
  const pair = (title: string, one: Thing | null, other: Thing | null): Paired<Thing> => {
    const count = counts.get(title) ?? 0;
    counts.set(title, count + 1);
    return { key: `${title} ${count}`, title, first: one, second: other };
  };
  const paired = first.map((one) => pair(one.title, one, waiting.get(one.title)?.shift() ?? null));
  const left = new Set([...waiting.values()].flat());
  return [
    ...paired,
    ...second.filter((thing) => left.has(thing)).map((other) => pair(other.title, null, other)),
  ];
}
