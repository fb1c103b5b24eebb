/** Neighbours with the same key together, each run in order; what has none stands by itself. */
export function runsOf<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string | null,
): readonly (readonly Thing[])[] {
  const runs: Thing[][] = [];
  let last: string | null = null;
  for (const thing of things) {
    const key = keyOf(thing);
    const run = runs.at(-1);
    if (run && key !== null && key === last) run.push(thing);
    else runs.push([thing]);
    last = key;
  }
  return runs;
}
