/** So many are kept. */
const MOST = 6;

/** The ids used last, the latest first; what is among them stays where it is, so that nothing jumps. */
export function withRecent(recent: readonly string[], id: string): readonly string[] {
  return recent.includes(id) ? recent : [id, ...recent].slice(0, MOST);
}
