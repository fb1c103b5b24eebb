/**
 * Places of a document that reading left out, because no field is known by that name: `/functions/3/colour`.
 *
 * @param given the parsed JSON
 * @param taken what the schema made of it
 */
export function unknownKeys(given: unknown, taken: unknown, at = ''): readonly string[] {
  if (Array.isArray(given) && Array.isArray(taken)) {
    return given.flatMap((item, index) => unknownKeys(item, taken[index], `${at}/${index}`));
  }
  if (!isObject(given) || !isObject(taken)) return [];
  return Object.keys(given).flatMap((key) =>
    Object.hasOwn(taken, key)
      ? unknownKeys(Reflect.get(given, key), Reflect.get(taken, key), `${at}/${key}`)
      : [`${at}/${key}`],
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
