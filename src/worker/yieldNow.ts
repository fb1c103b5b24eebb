/**
 * Resolves once messages that have come in meanwhile were heard. A timer would wait 4 ms each time,
 * and what `scheduler.yield()` goes on with starves messages (both measured); a message of our own
 * takes its turn behind them.
 */
export function yieldNow(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
