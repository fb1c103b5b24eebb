/** Parts that others are plugged into. */
const HOLDS = /^\s*(?:"[^"]*":|[^\s"#:]+:)?\s*(?:socket|host|port|switch|bridge|vmd|orphans)\b/;

/**
 * With how many spaces the line begins that Enter opens: as deep as the one before it, one level
 * deeper below a part that holds others.
 *
 * @param before the line up to the cursor
 * @param isWhole the cursor stands at its end
 */
export function indentAfter(before: string, isWhole: boolean): number {
  const depth = /^ */.exec(before)?.[0].length ?? 0;
  return isWhole && HOLDS.test(before) && !isStatement(before) ? depth + 2 : depth;
}

/** `flow port: …` begins like a part, and is none. */
function isStatement(text: string): boolean {
  return /^\s*(?:flow|group|list|note|link|slot)\b/.test(text);
}
