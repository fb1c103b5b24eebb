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
  const known = new Map(before.map((item) => [idOf(item), item]));
  const kept = after.map((item, place) => {
    const id = idOf(item);
    return keepSame(id === undefined ? before[place] : known.get(id), item);
  });
  const isSame =
    kept.length === before.length && kept.every((item, place) => Object.is(item, before[place]));
  return isSame ? before : kept;
}

function keepFields(before: Fields, after: Fields): Fields {
  const names = Object.keys(after);
  const kept = Object.fromEntries(names.map((name) => [name, keepSame(before[name], after[name])]));
  const isSame =
    names.length === Object.keys(before).length &&
    names.every((name) => name in before && Object.is(kept[name], before[name]));
  return isSame ? before : kept;
}

function idOf(item: unknown): unknown {
  return isFields(item) ? item.id : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
