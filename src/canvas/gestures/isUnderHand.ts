/** Does a pointer press, pan or pinch on the sheet just now? What it holds should not move by itself. */
export function isUnderHand(surface: HTMLElement | null): boolean {
  const doing = surface?.dataset.doing ?? 'nothing';
  return doing !== 'nothing' && doing !== 'ready-to-pan';
}
