/**
 * Does a sketch describe a machine of its own, rather than parts for one? It does if it has a host
 * bridge for them to be on.
 */
export function isWholeMachine(text: string): boolean {
  return /^\s*(?:[^\s:"]+:|"[^"\n]*":)?\s*(?:socket|host)\b/m.test(text);
}
