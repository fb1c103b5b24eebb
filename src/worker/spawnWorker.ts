import type { FromWorker } from './protocol.ts';
import type { EngineWorker, WorkerEvents } from './workerSeam.ts';

/** Starts a real worker. */
export function spawnWorker(events: WorkerEvents): EngineWorker {
  // The bundler looks for exactly this expression.
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => events.message(data);
  // An error in the code comes with a message; one from loading the script comes without.
  worker.onerror = ({ message }) => events.broke(message?.replace(/^Uncaught /, '') || null);
  worker.onmessageerror = () => events.broke('a message could not be read');
  return {
    post: (message) => worker.postMessage(message),
    end: () => worker.terminate(),
  };
}
