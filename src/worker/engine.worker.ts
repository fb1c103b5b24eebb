// Where the engine runs in the browser. Everything it does is in engineHost.ts, which tests can run.

import { createEngineHost } from './engineHost.ts';
import { fetchNames } from './fetchNames.ts';
import type { ToWorker } from './protocol.ts';
import { yieldNow } from './yieldNow.ts';

const host = createEngineHost({
  post: (message, transfer) => self.postMessage(message, { transfer: [...transfer] }),
  loadNames: fetchNames,
  yieldNow,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => performance.now(),
});

self.onmessage = ({ data }: MessageEvent<ToWorker>) => host.receive(data);

// The page is told nothing of these by itself.
self.onmessageerror = () => host.failAll(new Error('a message could not be read'));
self.addEventListener('unhandledrejection', ({ reason }) => host.failAll(reason));
