/** Names of the locks that some tab of this site holds; `null` where that cannot be known. */
export async function heldLocks(): Promise<ReadonlySet<string> | null> {
  if (!('locks' in navigator)) return null;
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}
