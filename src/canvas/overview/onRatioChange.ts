/** Calls back when the page is zoomed or moved to a screen of another density. */
export function onRatioChange(listener: () => void): () => void {
  let query: MediaQueryList | null = null;
  const changed = () => {
    watch();
    listener();
  };
  const watch = () => {
    query?.removeEventListener('change', changed);
    query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  watch();
  return () => query?.removeEventListener('change', changed);
}
