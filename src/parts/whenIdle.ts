/** Does something once there is nothing better to do: the first sight comes first. */
export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(() => work(), { timeout: 4000 });
  else setTimeout(work, 1500);
}
