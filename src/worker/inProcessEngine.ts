import type { PciNames } from '../model/pciNames.ts';
import type { EngineClient } from './engineClient.ts';
import { createEngineHost } from './engineHost.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { startEngine } from './startEngine.ts';
import type { EngineWorker, WorkerEvents } from './workerSeam.ts';
import { yieldNow } from './yieldNow.ts';

export interface InProcessOptions {
  readonly loadNames?: (base: string) => Promise<PciNames | null>;
}

/**
 * The engine without a worker, for tests in Node: the same client and the same host. Every message
 * is cloned on its way, so that nothing is shared.
 */
export function inProcessEngine(options: InProcessOptions = {}): EngineClient {
  const loadNames = options.loadNames ?? (() => Promise.resolve(null));
  return startEngine({
    base: 'https://peerlane.test/',
    spawn: (events) => hostAsWorker(events, loadNames),
    after: () => () => {}, // what runs on this very thread cannot be seen hanging
  });
}

function hostAsWorker(
  events: WorkerEvents,
  loadNames: (base: string) => Promise<PciNames | null>,
): EngineWorker {
  let isEnded = false;
  const later = (act: () => void) => {
    Promise.resolve().then(() => {
      if (!isEnded) act();
    });
  };
  const host = createEngineHost({
    post: (message, transfer) => {
      const clone: FromWorker = structuredClone(message, { transfer: [...transfer] });
      later(() => events.message(clone));
    },
    loadNames,
    yieldNow,
    wait: yieldNow,
    now: () => performance.now(),
  });
  return {
    post: (message) => {
      const clone: ToWorker = structuredClone(message);
      later(() => host.receive(clone));
    },
    end: () => {
      isEnded = true;
    },
  };
}
