/**
 * Asks the browser to keep the site's files, so that the page opens without a network
 * (`public/sw.js`). A refusal (private windows, plain http in a LAN) costs nothing but that.
 */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('./sw.js').catch(() => undefined);
}
