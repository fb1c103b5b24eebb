import { createServer } from 'node:http';

/**
 * Starts a server on `port`, or with `orNext` on the first free one after it.
 * @param {import('node:http').RequestListener} handler
 * @param {{ port: number, host?: string, orNext?: boolean }} where port 0: any free one
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function listen(handler, { port, host = '127.0.0.1', orNext = false }) {
  for (let tried = port; ; tried += 1) {
    const server = createServer(handler);
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(tried, host, () => resolve(undefined));
      });
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (taken && orNext && tried < port + 100) continue;
      throw error;
    }
    const address = server.address();
    return {
      port: typeof address === 'object' && address ? address.port : tried,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
}
