type Fields = Readonly<Record<string, unknown>>;

/**
 * The second value with every part of the first that says the same: who compares by reference finds
 * only what truly changed. Items of lists are matched by their `id`, where they have one, else by
 * their place. Plain data only. Gives the first value itself where nothing differs.
 */
export function keepSame<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) return keepItems(before, after) as T;
  if (isFields(before) && isFields(after)) return keepFields(before, after) as T;
  return after;
}

function keepItems(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  if (areEqual(before, after)) return before;
  const known = new Map(before.map((item) => [idOf(item), item]));
  return after.map((item, place) => {
    const id = idOf(item);
    return keepSame(id === undefined ? before[place] : known.get(id), item);
  });
}

function keepFields(before: Fields, after: Fields): Fields {
  if (areEqual(before, after)) return before;
  const kept: Record<string, unknown> = { ...after };
  for (const name of Object.keys(after)) kept[name] = keepSame(before[name], after[name]);
  return kept;
}

/** Whether two values say the same; nothing is made, since of a large machine nearly all does. */
function areEqual(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (Array.isArray(before)) {
    if (!Array.isArray(after) || after.length !== before.length) return false;
    for (let place = 0; place < before.length; place++) {
      if (!areEqual(before[place], after[place])) return false;
    }
    return true;
  }
  if (!isFields(before) || !isFields(after)) return false;
  const names = Object.keys(after);
  if (Object.keys(before).length !== names.length) return false;
  for (const name of names) {
    if (!(name in before && areEqual(before[name], after[name]))) return false;
  }
  return true;
}

function idOf(item: unknown): unknown {
  return isFields(item) ? item.id : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
